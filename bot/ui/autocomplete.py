"""What is offered to whoever types: never more than Discord shows, the likeliest first."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from discord.app_commands import Choice

from bot.clock import Clock
from bot.errors import BotError
from bot.models.asker import Asker
from bot.models.digest import EVERY_DAY
from bot.models.feed import Followed
from bot.models.found import Title
from bot.services.browse import Browse
from bot.services.digest.zones import zone_of
from bot.services.follow import Follow, Sees
from bot.services.shared.ranking import ranked
from bot.ui.escape import length, one_line, shortened
from bot.ui.languages import LANGUAGES, Language
from bot.ui.times import WEEKDAYS, WEEKENDS, days_told, read_days

log = logging.getLogger(__name__)

CHOICES = 25  # Discord's documentation, August 2026
NAME = 100  # units; of a value as well
_OUTLET = 30  # units of a name, so that room is left for the title

# Offered before anything is typed, and first among equals.
_FREQUENT = """
UTC Europe/London Europe/Berlin Europe/Paris Europe/Madrid Europe/Kyiv Europe/Moscow Europe/Istanbul America/New_York
America/Chicago America/Denver America/Los_Angeles America/Toronto America/Mexico_City America/Sao_Paulo Africa/Lagos
Africa/Johannesburg Africa/Nairobi Asia/Dubai Asia/Kolkata Asia/Singapore Asia/Shanghai Asia/Tokyo Australia/Sydney
Pacific/Auckland
""".split()


def languages(typed: str) -> list[Choice[str]]:
    """By English name, own name or tag; the value is the tag."""
    tag = typed.strip().lower()
    exactly = [language for language in LANGUAGES if language.tag.lower() == tag]
    others = [found for found in ranked(typed, LANGUAGES, _names, limit=CHOICES) if found not in exactly]
    return [Choice(name=found.label, value=found.tag) for found in (*exactly, *others)[:CHOICES]]


def _names(language: Language) -> tuple[str, ...]:
    return language.english, language.own, language.tag


async def articles(browse: Browse, asker: Asker, typed: str) -> list[Choice[str]]:
    """Of this channel, by title, outlet, author or number; the value is a reference as #12."""
    try:
        titles = await browse.suggest(asker, typed)
    except BotError as error:
        log.warning("no articles could be offered: %s %s", error.kind, dict(error.facts), exc_info=error.__cause__)
        return []
    return [Choice(name=_called(title), value=f"#{title.article_id}") for title in titles[:CHOICES]]


async def feeds(follow: Follow, asker: Asker, typed: str, sees: Sees) -> list[Choice[str]]:
    """Of this server, by title, address or number; the value is the number."""
    try:
        followed = await follow.suggest(asker, typed, sees)
    except BotError as error:
        log.warning("no feeds could be offered: %s %s", error.kind, dict(error.facts), exc_info=error.__cause__)
        return []
    return [Choice(name=_named(one), value=str(one.id)) for one in followed[:CHOICES]]


def _named(one: Followed) -> str:
    """`The Gazette · #12 · paused`, the title cut where it is long."""
    facts = [f"#{one.id}", *(["paused"] if one.is_paused else [])]
    room = NAME - sum(length(fact) + 3 for fact in facts)
    return " · ".join((shortened(one_line(one.title), room) or shortened(one_line(one.url), room), *facts))


def _called(title: Title) -> str:
    """`The harbour is not for sale · The Gazette · 20 Nov 2026`, the title cut where it is long."""
    day = f"{title.published.day} {title.published:%b %Y}" if title.published else ""
    facts = [fact for fact in (shortened(one_line(title.site), _OUTLET), day) if fact]
    room = NAME - sum(length(fact) + 3 for fact in facts)
    return " · ".join((shortened(one_line(title.title), room) or "Untitled", *facts))


class Timezones:
    """`names`: all that there are, old ones among them."""

    def __init__(self, names: Iterable[str], clock: Clock) -> None:
        known = {name for name in names if "/" in name and not name.startswith("Etc/")} | {"UTC"}
        frequent = [name for name in _FREQUENT if name in known]
        self.names = (*frequent, *sorted(known.difference(frequent)))
        self._clock = clock

    def __call__(self, typed: str) -> list[Choice[str]]:
        """By city, then by any word of the name; with what the clocks there show now."""
        now = self._clock.now()
        found = ranked(typed, self.names, _city_and_name, limit=CHOICES)
        return [Choice(name=f"{name} · {_offset(name, now)}", value=name) for name in found]


def days(typed: str) -> list[Choice[str]]:
    """Usual sets of days and single ones; what was typed itself, where it can be read, as it will be understood."""
    usual = [days_told(chosen) for chosen in (EVERY_DAY, WEEKDAYS, WEEKENDS, *(frozenset({n}) for n in range(7)))]
    found = ranked(typed, usual, lambda told: (told,), limit=CHOICES)
    try:
        understood = days_told(read_days(typed))
    except BotError:
        return [Choice(name=told, value=told) for told in found]
    return [Choice(name=told, value=told) for told in dict.fromkeys((understood, *found))]


def _city_and_name(zone: str) -> tuple[str, str]:
    return zone.rsplit("/", 1)[-1], zone


def _offset(zone: str, now: datetime) -> str:
    """`UTC+05:30`."""
    return f"UTC{now.astimezone(zone_of(zone)).isoformat()[-6:]}"
