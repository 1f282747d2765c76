"""Pure: what a message says to the bot, if it is addressed to it at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import discord

from bot.services.shared.addresses import addresses, same_page
from bot.ui.asks import Ask
from bot.ui.keys import Signer
from bot.ui.links import links

EMPTY, UNREADABLE = "empty-question", "reply-unreadable"  # notes for what is no question

LONGEST = 4_000  # characters of a message that is asked about: what one holds at most

_SAID = {discord.MessageType.default, discord.MessageType.reply}
_MENTION = re.compile(r"<(?:(@!?)|(@&)|(#))(\d+)>")
_EMOJI = re.compile(r"<a?(:\w+:)\d+>")
_ONE_LINK = "What does the author claim, and on what grounds?"
_SEVERAL_LINKS = "What do the authors claim, on what grounds, and where do they disagree?"


class Hearing:
    """me: the bot's own user; signer: reads which articles a card of ours is about."""

    def __init__(self, me: discord.ClientUser, signer: Signer) -> None:
        self._me, self._signer = me, signer

    def heard(self, message: discord.Message) -> Ask | str | None:
        """A question as an ask; the name of a note for what is none; None for what is none of ours."""
        is_direct = isinstance(message.channel, discord.DMChannel)
        if message.author.bot or message.webhook_id or message.type not in _SAID or not (message.guild or is_direct):
            return None
        if not self._is_addressed(message):
            return UNREADABLE if self._is_ours(_referenced(message)) else None
        if _is_blank(message):
            return EMPTY if message.guild is None else UNREADABLE
        return self.question(message) or EMPTY

    def question(self, message: discord.Message) -> Ask | None:
        """What a message that is addressed to us asks; None when it says nothing."""
        found = links(message)
        text = _asked(self._words(message), len(found))
        if not text:
            return None
        person = message.author
        facts = {"question": text, "person": str(person.id), "name": person.display_name, "key": str(message.id)}
        return Ask("ask", {**facts, "message": str(message.id)}).but(
            **beside(message), **self.about(_referenced(message))
        )

    def about(self, message: discord.Message | None) -> dict[str, str]:
        """What somebody asks about who points to this message: ours by its id and articles, another's by its words."""
        if message is None:
            return {}
        if self._is_ours(message):
            return {"reply_to": str(message.id), "articles": ".".join(self._articles(message))}
        about = {"about_id": str(message.author.id), "about_name": message.author.display_name}
        words = "\n".join(filter(None, (self._words(message), *_embedded(message))))[:LONGEST]
        return {"reply_to": str(message.id), **(about | {"about_text": words} if words else {})}

    def _is_addressed(self, message: discord.Message) -> bool:
        if message.guild is None or self._me in message.mentions:
            return True
        tags = (role.tags for role in message.role_mentions)
        return any(tag is not None and tag.bot_id == self._me.id for tag in tags)

    def _is_ours(self, message: discord.Message | None) -> bool:
        return message is not None and message.author.id == self._me.id

    def _words(self, message: discord.Message) -> str:
        """As a reader sees it, without the bot's own mention."""
        names = {user.id: user.display_name for user in message.mentions}
        roles = {role.id: role for role in message.role_mentions}

        def named(found: re.Match[str]) -> str:
            number = int(found[4])
            if found[2]:
                role = roles.get(number)
                is_mine = role is not None and role.tags is not None and role.tags.bot_id == self._me.id
                return "" if is_mine else f"@{role.name if role else 'somebody'}"
            if found[3]:
                channel = message.guild.get_channel(number) if message.guild else None
                return f"#{channel.name if channel else 'channel'}"
            return "" if number == self._me.id else f"@{names.get(number, 'somebody')}"

        lines = _EMOJI.sub(r"\1", _MENTION.sub(named, message.content)).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines).strip()

    def _articles(self, message: discord.Message) -> Iterator[str]:
        """Ids, each once, of the articles that a card of ours is about."""
        place = message.guild.id if message.guild else message.channel.id
        found: dict[str, None] = {}
        for custom_id in _custom_ids(message):
            ask = self._signer.read(custom_id, place)
            given = ask.args if ask else {}
            for article_id in (given.get("article", ""), *given.get("articles", "").split(".")):
                if article_id.isdecimal():
                    found[article_id] = None
        yield from found


def beside(message: discord.Message) -> dict[str, str]:
    """What there is to read in a message besides the links in its words, which are found in those themselves."""
    written = {same_page(url) for url, _ in addresses(message.content)}
    return {"links": " ".join(link.url for link in links(message) if same_page(link.url) not in written)}


def _referenced(message: discord.Message) -> discord.Message | None:
    """What it replies to, as far as it is still there."""
    reference = message.reference
    resolved = reference.resolved if reference and reference.type is discord.MessageReferenceType.reply else None
    return resolved if isinstance(resolved, discord.Message) else None


def _asked(words: str, links: int) -> str:
    """The words; of nothing but links, what one wants to know of an article."""
    rest = words
    for url, _ in addresses(words):
        rest = rest.replace(url, "")
    if not links or any(character.isalnum() for character in rest):
        return words
    return f"{_ONE_LINK if links == 1 else _SEVERAL_LINKS} {words}".strip()


def _is_blank(message: discord.Message) -> bool:
    """Of what cannot be empty: Discord has not shown it to us."""
    return not (message.content or message.attachments or message.embeds or message.message_snapshots)


def _embedded(message: discord.Message) -> Iterator[str]:
    """What a bot or a webhook says in its embeds."""
    for embed in message.embeds:
        if embed.type == "rich":
            yield from filter(None, (embed.title, embed.description))


def _custom_ids(message: discord.Message) -> Iterator[str]:
    def walk(part: Any) -> Iterator[str]:
        if isinstance(custom_id := getattr(part, "custom_id", None), str):
            yield custom_id
        for child in (*getattr(part, "children", ()), getattr(part, "accessory", None)):
            if child is not None:
                yield from walk(child)

    for part in message.components:
        yield from walk(part)
