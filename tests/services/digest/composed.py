"""What composing stands on: a small web, an engine that says an article's words again, a store with entries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.analysis.engine import BriefAsk
from bot.models.article import Article, Kind
from bot.models.brief import BriefDraft
from bot.models.story import StoryEntry
from bot.models.summary import Signature
from bot.services.digest.briefing import Briefing
from bot.services.shared.budget import Budget
from bot.services.shared.library import Library
from bot.services.shared.shelves import BriefShelf
from bot.services.shared.writing_up import WritingUp
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.digest_nouns import brief_draft_of
from tests.nouns import KEY_SENTENCES, MODEL, column
from tests.services.doubles import PRICED, SPENT, ATask, AWeb

Briefs = ATask[BriefAsk, BriefDraft]

KEEP = column(title="Keep it", paragraphs=("The council sold the harbour on Monday.", "It should have kept it."))
SELL = column(title="Sell it", site="The Post", paragraphs=("An empty quay earns nothing.", "The sale was right."))
WIRE = column(
    title="Harbour sold",
    kind=Kind.REPORT,
    authors=(),
    site="The Wire",
    paragraphs=("The harbour was sold.", "For 3 million."),
)
PAGES = {"https://keep.test/": KEEP, "https://sell.test/": SELL, "https://wire.test/": WIRE}


def model(**given: Any) -> Briefs:
    """One that costs something."""
    usual: dict[str, Any] = {"make": _said_again, "own": MODEL, "estimated": PRICED, "spends": (SPENT,)}
    return ATask(**(usual | given))


def free(**given: Any) -> Briefs:
    return ATask(_said_again, own=KEY_SENTENCES, **given)


def _said_again(ask: BriefAsk, signature: Signature) -> BriefDraft:
    return brief_draft_of(ask.articles, signature)


def a_briefing(
    web: AWeb, store: Store, clock: ManualClock, *, writes: Briefs | None = None, cap: float | None = None,
    server_cap: float | None = None,
) -> Briefing:  # fmt: skip
    library = Library(web, web, store, clock, fetch_again_after=600)
    budget = Budget(store, clock, process_cap=cap, server_cap=server_cap)
    return Briefing(library, WritingUp(writes or model(), free(), BriefShelf(store), budget, store), clock)


def an_entry(number: int, name: str, **changes: Any) -> StoryEntry:
    """An entry whose article stands at https://NAME.test/."""
    usual: dict[str, Any] = {
        "feed_id": number,
        "url": f"https://{name}.test/",
        "title": f"{name} title",
        "outlet": f"The {name}",
        "at": START - timedelta(hours=number),
        "is_commentary": name != "wire",
    }
    return StoryEntry(id=number, **(usual | changes))


def pages(**more: Article) -> AWeb:
    return AWeb(pages=PAGES | {f"https://{name}.test/": article for name, article in more.items()})
