"""The cards of one feed: added, chosen, removed, paused, tried."""

from __future__ import annotations

import discord

from bot.models.feed import FeedKind, FeedLink, FeedLinks, Followed
from bot.services.follow import Added, Tried
from bot.ui.asks import Ask, Ids
from bot.ui.cards import feed_parts
from bot.ui.cards.layout import OPTIONS, Button, Card, button, select
from bot.ui.escape import escaped, shortened

_KINDS = {FeedKind.RSS: "RSS", FeedKind.ATOM: "Atom", FeedKind.JSON: "JSON Feed"}
_SHOWN = 10  # feeds of a page that is none


def feed_added(added: Added, ids: Ids) -> discord.ui.LayoutView:
    """What is followed from now on, and its latest entries."""
    one = added.followed
    told = [f"### Following {feed_parts.named(one)}", f"-# For {feed_parts.place(one.channel_id)}"]
    told += [f"-# {says}" for says in feed_parts.words(one)]
    foot = f"-# \\#{one.id} · `/feed list` shows how it fares, `/digest schedule` when it is told"
    texts = ["\n".join(told), feed_parts.latest(added.latest), foot]
    return Card(texts, [[_remove(one, ids)]], colour=feed_parts.COLOUR)


def feed_choice(found: FeedLinks, custom_id: str) -> discord.ui.LayoutView:
    """A menu of a site's feeds; what is chosen comes back as its index."""
    text = "**This site has several feeds.** Which one shall be followed?"
    if (left := len(found.links) - OPTIONS) > 0:
        text += f"\n-# The menu holds the likeliest {OPTIONS}; {left} more {'is' if left == 1 else 'are'} left out"
    menu = select("Choose a feed", custom_id, [(one.title or one.url, one.url) for one in found.links[:OPTIONS]])
    return Card([text], [menu], colour=feed_parts.CALM)


def feed_removed(one: Followed, ids: Ids) -> discord.ui.LayoutView:
    """Gone from the list, with a button that brings it back."""
    undo = button("Undo", ids(_about(one, "feed undo")))
    told = (
        f"**Removed:** {feed_parts.named(one)}\n-# It was for {feed_parts.place(one.channel_id)}; Undo works for a week"
    )
    return Card([told], [[undo]], colour=feed_parts.CALM)


def feed_restored(one: Followed, ids: Ids) -> discord.ui.LayoutView:
    """It was removed, and is followed again."""
    return Card([f"**Followed again:** {feed_parts.named(one)}"], [[_remove(one, ids)]], colour=feed_parts.COLOUR)


def feed_paused(one: Followed, ids: Ids) -> discord.ui.LayoutView:
    """Nothing of it is told."""
    resume = button("Resume", ids(_about(one, "feed resume")))
    told = f"**Paused:** {feed_parts.named(one)}\n-# What it says meanwhile is not told later"
    return Card([told], [[resume]], colour=feed_parts.CALM)


def feed_resumed(one: Followed, ids: Ids) -> discord.ui.LayoutView:
    """It is told again."""
    pause = button("Pause", ids(_about(one, "feed pause")))
    told = f"**Resumed:** {feed_parts.named(one)}\n-# What it says from now on is told"
    return Card([told], [[pause]], colour=feed_parts.COLOUR)


def feed_tested(tested: Tried) -> discord.ui.LayoutView:
    """What a feed says now, in how many seconds; or which feeds a site has."""
    took, feed = f"answered in {tested.seconds:.1f} seconds", tested.feed
    if isinstance(feed, FeedLinks):
        links = "\n".join(f"- {_link(one)}" for one in feed.links[:_SHOWN]) or "None."
        return Card([f"### This page is no feed, and names some\n-# It {took}", links], colour=feed_parts.CALM)
    entries = "1 entry" if len(feed.entries) == 1 else f"{len(feed.entries)} entries"
    head = f"### {feed_parts.linked(feed.title, feed.url)} can be read\n-# {_KINDS[feed.kind]} · {entries} · {took}"
    followed = "Followed here" if tested.followed else "Not followed here: `/feed add` does"
    return Card([head, feed_parts.latest(tested.latest), f"-# {followed}"], colour=feed_parts.COLOUR)


def _link(one: FeedLink) -> str:
    address = shortened(escaped(one.url), 2 * feed_parts.TITLE)
    return " · ".join(filter(None, (shortened(escaped(one.title), feed_parts.TITLE), address)))


def _about(one: Followed, use: str) -> Ask:
    return Ask(use, {"feed": str(one.id)})


def _remove(one: Followed, ids: Ids) -> Button:
    return button("Remove", ids(_about(one, "feed remove")))
