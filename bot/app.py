"""The composition root: builds every resource, hands each room its few values, and closes all of it again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.analysis.engine import Engine
from bot.analysis.extractive import extractive_engine
from bot.analysis.tokens import Tokens
from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.errors import BadSettings
from bot.services.browse import Browse
from bot.services.compare import Compare
from bot.services.digest import Digest
from bot.services.digest.briefing import Briefing
from bot.services.digest.composing import Composing
from bot.services.digest.overview import Overview
from bot.services.digest.telling import Telling
from bot.services.discuss import Discuss
from bot.services.discuss.answering import Answering
from bot.services.discuss.asking import Asking
from bot.services.discuss.following import Following
from bot.services.discuss.gathering import Gathering
from bot.services.discuss.prompting import Prompting
from bot.services.discuss.showing import Showing
from bot.services.follow.opening import open_follow
from bot.services.installation import Installation
from bot.services.preferences import Preferences
from bot.services.privacy import Privacy
from bot.services.servers import Servers
from bot.services.shared.asked_articles import AskedArticles
from bot.services.shared.budget import Budget
from bot.services.shared.folding import Folding
from bot.services.shared.grouping import Grouping
from bot.services.shared.library import Library
from bot.services.shared.outbox import Outbox
from bot.services.shared.reading import Web, open_reading
from bot.services.shared.shelves import BriefShelf, ComparisonShelf, SummaryShelf
from bot.services.shared.writing_up import WritingUp
from bot.services.summarize import Summarize
from bot.services.use_cases import Services
from bot.services.waiting import Waiting
from bot.store.database import Store, open_store

if TYPE_CHECKING:
    import discord

    from bot.models.article import Article
    from bot.sources.parse_process import ParserProcess
    from bot.ui.client import Doors


@asynccontextmanager
async def open_services(
    settings: Settings,
    clock: Clock,
    *,
    engine: str = "auto",
    parser: ParserProcess[Article] | None = None,
    door_before: Callable[[Web], Web] | None = None,
) -> AsyncIterator[Services]:
    """Open everything; what was opened is closed even when the next thing fails to open.

    engine: "openai", "extractive", or "auto" for the model where one is configured. parser: one that was started
    already. door_before: puts another door before the one to the web. Raises BadSettings, PromptChanged and the
    store's errors.
    """
    async with AsyncExitStack() as stack:
        reading = await stack.enter_async_context(open_reading(settings, clock, parser))
        store = await stack.enter_async_context(open_store(settings.database_path, clock))
        writer = await _writer(engine, settings, clock, stack)
        budget = Budget(
            store, clock, process_cap=settings.budget_daily_usd, server_cap=settings.budget_server_daily_usd
        )
        door = door_before(reading.door) if door_before else reading.door
        library = Library(door, reading.reader, store, clock, fetch_again_after=settings.fetch_again_after)
        articles = AskedArticles(library, store)
        summaries = WritingUp(writer.engine.summaries, writer.free.summaries, SummaryShelf(store), budget, store)
        comparisons = WritingUp(
            writer.engine.comparisons, writer.free.comparisons, ComparisonShelf(store), budget, store
        )
        briefs = WritingUp(writer.engine.briefs, writer.free.briefs, BriefShelf(store), budget, store)
        telling = Telling(Briefing(library, briefs, clock))
        grouping = Grouping(store, writer.engine.judge, budget, clock)
        discuss, folding = _discuss(settings, clock, store, articles, budget, writer)
        stack.push_async_callback(folding.drain)
        follow, polling = await stack.enter_async_context(open_follow(settings, clock, store, door))
        yield Services(
            browse=Browse(store),
            compare=Compare(articles, comparisons),
            digest=Digest(store, Composing(store, telling, grouping, clock), clock),
            discuss=discuss,
            follow=follow,
            grouping=grouping,
            installation=Installation(store),
            outbox=Outbox(store, clock),
            overview=Overview(telling, clock),
            polling=polling,
            preferences=Preferences(store, partial(_prompts_for_summaries, settings)),
            privacy=Privacy(store, clock, timedelta(days=settings.retention_days), folding.refold),
            servers=Servers(store, clock),
            store=store,
            summarize=Summarize(articles, summaries),
            waiting=Waiting(store, clock),
        )


def _discuss(
    settings: Settings, clock: Clock, store: Store, articles: AskedArticles, budget: Budget, writer: _Writer
) -> tuple[Discuss, Folding]:
    engine, free, tokens = writer.engine, writer.free, writer.tokens
    prompting = Prompting(store, engine.answers, tokens.count, tokens=settings.context_tokens, is_exact=tokens.exact)
    answering = Answering(engine.answers, free.answers, budget, store, instructions=writer.instructions)
    folding = Folding(engine.memories, free.memories, store, budget, tokens=prompting.memory_tokens)
    asking = Asking(store, Gathering(articles, store), prompting, answering, folding)
    return Discuss(asking, Showing(store, prompting, clock), Following(store, folding), folding), folding


def _prompts_for_summaries(settings: Settings) -> Sequence[str]:
    # Loaded here, since whoever asks for no version should not wait for the library of templates.
    from bot.analysis.prompts import Prompts

    return [str(prompt.id) for prompt in Prompts.load(settings.prompts_path).all() if prompt.id.name == "summarize"]


def model_is_configured(settings: Settings) -> bool:
    """A key, or an endpoint of one's own, which may need none."""
    return settings.openai_api_key is not None or bool(settings.openai_base_url)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """What writes, and what answers when nothing may be spent.

    tokens: counts a prompt's, by estimate where there is no model. instructions: what the model is told for answers.
    """

    engine: Engine
    free: Engine
    tokens: Tokens
    instructions: tuple[str, ...] = ()


async def _writer(wanted: str, settings: Settings, clock: Clock, stack: AsyncExitStack) -> _Writer:
    free = extractive_engine()
    if wanted == "openai" and not model_is_configured(settings):
        raise BadSettings(
            variable="OPENAI_API_KEY", accepts="a key, or set OPENAI_BASE_URL to an endpoint that needs none"
        )
    if wanted == "extractive" or not model_is_configured(settings):
        return _Writer(engine=free, free=free, tokens=Tokens())
    capped = settings.budget_daily_usd is not None or settings.budget_server_daily_usd is not None
    if capped and settings.openai_model not in settings.price_table:
        raise BadSettings(
            variable="PRICES", accepts=f"a price for {settings.openai_model}: without one no budget can hold"
        )
    return await _model_with_fallback(settings, clock, free, stack)


async def _model_with_fallback(settings: Settings, clock: Clock, free: Engine, stack: AsyncExitStack) -> _Writer:
    # Loaded here, since whoever has no model should not wait for its library.
    from bot.analysis.fallback import with_fallback
    from bot.analysis.llm.opening import open_llm_engine
    from bot.analysis.prompts import Prompts

    prompts = Prompts.load(settings.prompts_path)
    tokens = await Tokens.load(settings.cache_path)
    model = await stack.enter_async_context(open_llm_engine(settings, prompts, tokens, clock))
    instructions = tuple(prompt.source for prompt in prompts.all() if prompt.schema == "answer")
    return _Writer(engine=with_fallback(model, free), free=free, tokens=tokens, instructions=instructions)


OpenServices = Callable[[Settings, Clock], AbstractAsyncContextManager[Services]]


def create_client(
    settings: Settings, *, clock: Clock | None = None, opening: OpenServices = open_services
) -> discord.Client:
    """The bot, not connected yet: it opens its services in `setup_hook` and closes them in `close()`."""
    from bot.ui.client import CommentaryBot
    from bot.ui.opening import open_doors

    @asynccontextmanager
    async def opened() -> AsyncIterator[Doors]:
        """Entered once Discord has taken the token; a wrong one opens no database and starts no process."""
        time = clock or SystemClock()
        async with opening(settings, time) as services:
            yield await open_doors(client, services, time, model=model_is_configured(settings))

    client = CommentaryBot(
        opened,
        dev_guild_id=settings.dev_guild_id,
        shard_ids=settings.shard_ids,
        shard_count=settings.shard_count,
    )
    return client
