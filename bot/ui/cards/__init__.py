"""Pure: from what the services answer to a layout that Discord accepts.

layout holds Discord's limits, paging spreads sections over pages, parts are what cards share; the rest are the cards.
"""

from bot.ui.cards.notices import failure
from bot.ui.cards.summaries import summary

__all__ = ["failure", "summary"]
