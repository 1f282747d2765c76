"""A failure as the member is told it, and as the log is."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import discord
from discord import app_commands

from bot.errors import BotError, NotAllowed
from bot.observe import new_incident
from bot.ui.sentences import ENGLISH, sentence

log = logging.getLogger(__name__)


# Kinds that are the same when one asks again: something else has to be asked, or done.
_STAY = frozenset(
    "already-followed bad-option cannot-post consent gone no-digest no-link no-such-channel no-such-prompt not-a-feed"
    " not-allowed not-an-article not-here not-opml nothing-followed paywall refused thin too-big too-many-feeds"
    " wrong-type".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence, the id under which the log has the cause, and whether asking again may help."""

    words: str
    incident: str
    may_pass: bool


def told(error: BaseException, what: str) -> Told:
    """What the member is told; the cause goes to the log. `what`: the ask in words, for the log."""
    cause, incident = _cause(error), new_incident()
    if isinstance(cause, BotError):
        log.info("[%s] %s: %s %s", incident, what, cause.kind, dict(cause.facts), exc_info=cause.__cause__)
        return Told(words=sentence(cause), incident=incident, may_pass=cause.kind not in _STAY)
    log.error("[%s] %s failed", incident, what, exc_info=cause)
    return Told(words=ENGLISH["failed"], incident=incident, may_pass=True)


def _cause(error: BaseException) -> BaseException:
    match error:
        case app_commands.CommandInvokeError():
            return error.original
        case app_commands.MissingPermissions():
            return NotAllowed(permissions=_named(error.missing_permissions))
        case app_commands.BotMissingPermissions():
            return NotAllowed(permissions=_named(error.missing_permissions))
        case discord.Forbidden():
            return NotAllowed(permissions="to let me write here")
        case _:
            return error


def _named(permissions: list[str]) -> str:
    """As Discord shows them: Manage Server."""
    return ", ".join(
        "Manage Server" if name == "manage_guild" else name.replace("_", " ").title() for name in permissions
    )
