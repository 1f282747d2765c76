"""What the client opens to members: every use with its answer, the desk, the cogs."""

from __future__ import annotations

from discord.ext import commands

from bot.clock import Clock
from bot.services.use_cases import Services
from bot.ui.client import Doors
from bot.ui.cogs.articles import ArticleAnswers, ArticlesCog
from bot.ui.cogs.compare import CompareCog, ComparisonAnswers
from bot.ui.cogs.discussion import DiscussionAnswers
from bot.ui.cogs.help import HelpAnswers, HelpCog
from bot.ui.cogs.messages import MessageAnswers, MessagesCog
from bot.ui.cogs.servers import ServersCog
from bot.ui.cogs.settings import SettingsAnswers, SettingsCog
from bot.ui.cogs.summarize import SummarizeCog, SummaryAnswers
from bot.ui.desk import Desk
from bot.ui.keys import Signer
from bot.ui.queue import FairQueue
from bot.ui.sync import Mentions

RUNNING = 64  # asks at once; most of them wait for a site or a model
WAITING = 1_000  # asks in line behind them


async def open_doors(bot: commands.AutoShardedBot, services: Services, clock: Clock, *, model: bool) -> Doors:
    """Build what members meet on top of the use cases. `model`: whether a language model writes the summaries."""
    mentions = Mentions()
    summaries = SummaryAnswers(services.summarize, services.preferences)
    uses = {
        **summaries.uses(),
        **MessageAnswers(summaries, services.waiting).uses(),
        **DiscussionAnswers(services.summarize, services.discuss).uses(),
        **ComparisonAnswers(services.compare, services.browse, services.preferences).uses(),
        **ArticleAnswers(services.browse).uses(),
        **SettingsAnswers(services.preferences).uses(),
        **HelpAnswers(mentions, model=model).uses(),
    }
    signer = Signer(await services.installation.secret())
    desk = Desk(services.waiting, signer, FairQueue(running=RUNNING, waiting=WAITING), clock, uses)
    cogs = [
        SummarizeCog(desk),
        MessagesCog(desk, bot.tree),
        CompareCog(desk, services.browse),
        ArticlesCog(desk),
        SettingsCog(desk, services.preferences.known_prompts()),
        HelpCog(desk),
        ServersCog(services.servers, mentions, bot),
    ]
    return Doors(desk=desk, cogs=cogs, installation=services.installation, mentions=mentions)
