"""What the client opens to members: every use with its answer, the desk, the cogs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta

import discord
from discord.ext import commands

from bot.clock import Clock
from bot.services.digest.zones import zones
from bot.services.servers import GRACE
from bot.services.use_cases import Services
from bot.services.waiting import ASKS_LIVE
from bot.ui.at_work import AtWork
from bot.ui.autocomplete import Timezones
from bot.ui.calls import Use
from bot.ui.cards import Terms
from bot.ui.client import Doors
from bot.ui.cogs.articles import ArticleAnswers, ArticlesCog
from bot.ui.cogs.ask import AskCog, QuestionAnswers
from bot.ui.cogs.compare import CompareCog, ComparisonAnswers
from bot.ui.cogs.context import ContextAnswers, ContextCog
from bot.ui.cogs.digest import DigestCog
from bot.ui.cogs.digest_answers import DigestAnswers
from bot.ui.cogs.discussion import DiscussionAnswers
from bot.ui.cogs.feed_answers import FeedAnswers
from bot.ui.cogs.feed_lists import FeedListAnswers
from bot.ui.cogs.feeds import FeedCog
from bot.ui.cogs.help import HelpAnswers, HelpCog
from bot.ui.cogs.messages import MessageAnswers, MessagesCog
from bot.ui.cogs.privacy import PrivacyAnswers, PrivacyCog
from bot.ui.cogs.servers import ServersCog
from bot.ui.cogs.settings import SettingsAnswers, SettingsCog
from bot.ui.cogs.summarize import SummarizeCog, SummaryAnswers
from bot.ui.cogs.talking import TalkingCog
from bot.ui.courier import DiscordCourier
from bot.ui.desk import Desk
from bot.ui.hearing import Hearing
from bot.ui.keys import Signer
from bot.ui.listening import Listening
from bot.ui.notes import Notes
from bot.ui.queue import FairQueue
from bot.ui.recovery import recover
from bot.ui.rooms import Rooms
from bot.ui.running import Running
from bot.ui.sync import Mentions
from bot.ui.worker import Worker
from bot.workers import Step

RUNNING = 64  # asks at once; most of them wait for a site or a model
WAITING = 1_000  # asks in line behind them
NOT_READY = timedelta(seconds=1)  # for which posts wait before it is asked again whether Discord is there
IN_ROOM = 25  # questions in line in one room


async def open_doors(bot: commands.AutoShardedBot, services: Services, clock: Clock, *, model: bool) -> Doors:
    """Build what members meet on top of the use cases. `model`: whether a language model writes the summaries."""
    mentions, at_work, notes = Mentions(), AtWork(), Notes(services.waiting)
    timezones = Timezones(zones(), clock)
    signer = Signer(await services.installation.secret())
    queue, rooms = FairQueue(running=RUNNING, waiting=WAITING), Rooms(waiting=IN_ROOM)
    worker = Worker(notes, signer, queue, rooms, clock, _uses(services, mentions, timezones, model=model), at_work)
    desk = Desk(worker, notes, signer, at_work)
    assert bot.user, "logged in"
    hearing = Hearing(bot.user, signer)
    cogs = [
        SummarizeCog(desk),
        MessagesCog(desk, bot.tree),
        CompareCog(desk, services.browse),
        AskCog(desk, services.browse, hearing, bot.tree),
        TalkingCog(hearing, Listening(worker, notes, at_work), services.discuss, clock),
        ArticlesCog(desk),
        ContextCog(desk),
        FeedCog(desk, services.follow),
        PrivacyCog(desk),
        SettingsCog(desk, services.preferences.known_prompts()),
        DigestCog(desk, timezones),
        HelpCog(desk),
        ServersCog(services.servers, services.privacy, mentions, bot),
    ]

    async def recovered(client: discord.Client) -> None:
        await recover(client, notes, worker, at_work)

    return Doors(
        desk=desk,
        cogs=cogs,
        installation=services.installation,
        mentions=mentions,
        recover=recovered,
        at_work=at_work,
        running=_running(services, DiscordCourier(bot, clock), clock),
    )


def _running(services: Services, courier: DiscordCourier, clock: Clock) -> Running:
    async def posted(now: datetime) -> datetime:
        return await services.outbox.step(now, courier) if courier.is_ready else now + NOT_READY

    async def landed() -> None:
        await asyncio.gather(services.digest.close(), services.outbox.close())

    steps: dict[str, Step] = {
        "polling": services.polling.step,
        "stories": services.grouping.step,
        "planning": services.digest.plan_step,
        "composing": services.digest.issue_step,
        "posting": posted,
        "sweeping digests": services.digest.sweep_step,
    }
    return Running(steps, clock, landed)


def _uses(services: Services, mentions: Mentions, timezones: Timezones, *, model: bool) -> Mapping[str, Use]:
    summaries = SummaryAnswers(services.summarize, services.preferences)
    days = services.privacy.retention.days
    terms = Terms(turns=days, asks=ASKS_LIVE.days, left=GRACE.days, model=model)
    return {
        **summaries.uses(),
        **MessageAnswers(summaries, services.waiting).uses(),
        **DiscussionAnswers(services.summarize, services.discuss).uses(),
        **QuestionAnswers(services.discuss, services.preferences).uses(),
        **ComparisonAnswers(services.compare, services.browse, services.preferences).uses(),
        **ArticleAnswers(services.browse).uses(),
        **ContextAnswers(services.discuss, services.preferences, days=days).uses(),
        **FeedAnswers(services.follow, services.waiting).uses(),
        **FeedListAnswers(services.follow, services.waiting).uses(),
        **PrivacyAnswers(services.privacy, terms).uses(),
        **SettingsAnswers(services.preferences).uses(),
        **DigestAnswers(services.digest, timezones).uses(),
        **HelpAnswers(mentions, model=model).uses(),
    }
