"""Pure: from what the services answer to a layout that Discord accepts.

layout holds Discord's limits, paging spreads sections over pages, parts are what cards share; the rest are the cards.
"""

from bot.ui.cards.answers import answer, whole_answer, writing
from bot.ui.cards.choices import choice
from bot.ui.cards.comparisons import comparison
from bot.ui.cards.context import cleared, clearing, context
from bot.ui.cards.digest import digest_part
from bot.ui.cards.excerpts import critique, essence, quotes
from bot.ui.cards.feed_answers import (
    feed_added,
    feed_choice,
    feed_paused,
    feed_removed,
    feed_restored,
    feed_resumed,
    feed_tested,
)
from bot.ui.cards.feed_lists import feeds_brought, feeds_exported
from bot.ui.cards.feed_notices import notice
from bot.ui.cards.feeds import feeds
from bot.ui.cards.help import CommandHelp, help  # noqa: A004 - a card is called what it shows
from bot.ui.cards.notices import GREETS_WITH, failure, greeting, note, progress
from bot.ui.cards.preferences import settings
from bot.ui.cards.privacy import Terms, forgetting, forgotten, privacy
from bot.ui.cards.schedules import (
    digest_off,
    digest_preview,
    digest_schedule,
    digest_schedules,
    digest_under_way,
)
from bot.ui.cards.searches import articles
from bot.ui.cards.summaries import summary

__all__ = [
    "GREETS_WITH",
    "CommandHelp",
    "Terms",
    "answer",
    "articles",
    "choice",
    "cleared",
    "clearing",
    "comparison",
    "context",
    "critique",
    "digest_off",
    "digest_part",
    "digest_preview",
    "digest_schedule",
    "digest_schedules",
    "digest_under_way",
    "essence",
    "failure",
    "feed_added",
    "feed_choice",
    "feed_paused",
    "feed_removed",
    "feed_restored",
    "feed_resumed",
    "feed_tested",
    "feeds",
    "feeds_brought",
    "feeds_exported",
    "forgetting",
    "forgotten",
    "greeting",
    "help",
    "note",
    "notice",
    "privacy",
    "progress",
    "quotes",
    "settings",
    "summary",
    "whole_answer",
    "writing",
]
