"""A failure as the member is told it, and as the log is."""

from __future__ import annotations

import logging

import discord
from discord import app_commands

from bot.errors import BotError, NotAllowed
from bot.observe import new_incident
from bot.ui.sentences import ENGLISH, sentence

log = logging.getLogger(__name__)


def told(error: BaseException, what: str) -> tuple[str, str]:
    """One sentence, and the id under which the log has the cause. `what`: the ask in words, for the log."""
    cause, incident = _cause(error), new_incident()
    if isinstance(cause, BotError):
        log.info("[%s] %s: %s %s", incident, what, cause.kind, dict(cause.facts), exc_info=cause.__cause__)
        return sentence(cause), incident
    log.error("[%s] %s failed", incident, what, exc_info=cause)
    return ENGLISH["failed"], incident


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
