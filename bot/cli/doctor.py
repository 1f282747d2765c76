"""`doctor`: what is configured, whether it works, and how to mend what does not."""

from __future__ import annotations

import argparse
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.errors import BotError

HELP = "check configuration, token, model, database, clock and prompts, and say how to mend each"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; `words` say what was found, and what to do where something is to be done."""

    name: str
    state: Literal["ok", "note", "bad"]
    words: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--invite` takes the place of the examination."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--invite", action="store_true", help="print the link that brings the bot to a server, and what it asks for"
    )


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when a finding is bad. Raises BadSettings for an invitation without a token."""
    import asyncio

    return _print_invite(args) if args.invite else asyncio.run(_examine(args))


def _print_invite(args: argparse.Namespace) -> int:
    from bot.cli.each import print_json
    from bot.cli.settings import settings_for
    from bot.errors import BadSettings
    from bot.ui.invite import NEEDED, invite, permissions

    token = settings_for(args).discord_token
    if token is None:
        raise BadSettings(variable="DISCORD_TOKEN", accepts="the bot's token; the link holds the id that is in it")
    link = invite(token.get_secret_value())
    if args.json:
        print_json({"invite": link, "permissions": permissions().value, "needed": dict(NEEDED)})
        return 0
    print(f"{link}\n\nIt asks for:")
    for name, reason in NEEDED.items():
        print(f"  {name.replace('_', ' ').title():26} {reason}")
    return 0


async def _examine(args: argparse.Namespace) -> int:
    from bot.cli.each import print_json

    bad = False
    async for finding in _findings(args):
        bad = bad or finding.state == "bad"
        if args.json:
            print_json(asdict(finding))
        else:
            print(f"{finding.state:4}  {finding.name:13}  {finding.words}")
    return 1 if bad else 0


async def _findings(args: argparse.Namespace) -> AsyncIterator[Finding]:
    from bot.cli.settings import settings_for
    from bot.errors import BadSettings

    try:
        settings = settings_for(args)
    except BadSettings as error:
        yield _failed("configuration", error)
        return
    yield Finding(name="configuration", state="ok", words="every value is of its kind")
    yield _token(settings)
    yield await _model(settings)
    yield await _tokens(settings)
    yield await _database(settings)
    yield _prompts(settings)
    yield _clock()
    if settings.fetch_allow_private_networks:
        words = "FETCH_ALLOW_PRIVATE_NETWORKS lets members read from this machine and its network; unset it if unsure"
        yield Finding(name="web", state="note", words=words)


def _failed(name: str, error: BotError) -> Finding:
    from bot.ui.sentences import sentence

    return Finding(name=name, state="bad", words=sentence(error))


def _token(settings: Settings) -> Finding:
    if settings.discord_token is None:
        words = "DISCORD_TOKEN is not set: there is no bot in Discord, the command line works"
        return Finding(name="Discord", state="note", words=words)
    if settings.discord_token.get_secret_value().count(".") != 2:
        words = "DISCORD_TOKEN is not a bot's token: three parts with dots between; copy it from the developer portal"
        return Finding(name="Discord", state="bad", words=words)
    return Finding(name="Discord", state="ok", words="DISCORD_TOKEN has the form of a token")


async def _model(settings: Settings) -> Finding:
    from bot.app import model_is_configured
    from bot.errors import BotError

    if not model_is_configured(settings):
        words = "neither OPENAI_API_KEY nor OPENAI_BASE_URL is set: key sentences without a model"
        return Finding(name="model", state="note", words=words)
    from bot.analysis.llm.probe import offered_models

    try:
        models = await offered_models(settings)
    except BotError as error:
        return _failed("model", error)
    if models and settings.openai_model not in models:
        words = (
            f"the endpoint does not list {settings.openai_model}; set OPENAI_MODEL to one of {', '.join(models[:5])}"
        )
        return Finding(name="model", state="bad", words=words)
    priced = "" if settings.openai_model in settings.price_table else "; its price is not known: add it to PRICES"
    return Finding(name="model", state="ok", words=f"the endpoint answers and has {settings.openai_model}{priced}")


async def _tokens(settings: Settings) -> Finding:
    from bot.analysis.tokens import Tokens

    if (await Tokens.load(settings.cache_path)).exact:
        return Finding(name="tokens", state="ok", words="are counted as the models count them")
    words = "are estimated; CACHE_PATH names a folder where their table can be kept"
    return Finding(name="tokens", state="note", words=words)


async def _database(settings: Settings) -> Finding:
    from bot.clock import SystemClock
    from bot.errors import BotError
    from bot.store.database import open_store

    try:
        async with open_store(settings.database_path, SystemClock()) as store:
            problems = await store.check()
    except BotError as error:
        return _failed("database", error)
    if problems:
        words = f"{settings.database_path} is damaged ({problems[0]}); put a backup in its place"
        return Finding(name="database", state="bad", words=words)
    return Finding(name="database", state="ok", words=f"{settings.database_path} is sound")


def _prompts(settings: Settings) -> Finding:
    from bot.analysis.prompts.upkeep import check
    from bot.errors import PromptChanged

    try:
        files = check(settings.prompts_path)
    except PromptChanged as error:
        return _failed("prompts", error)
    broken = [f"{file.file}: {file.problem}" for file in files if file.problem]
    if broken:
        words = f"{'; '.join(broken)}; restore the released file, or release a new version"
        return Finding(name="prompts", state="bad", words=words)
    return Finding(name="prompts", state="ok", words=f"{sum(file.released for file in files)} released, unchanged")


def _clock() -> Finding:
    from datetime import UTC, datetime

    from bot.clock import SystemClock

    now = SystemClock().now()
    if now < datetime(2026, 11, 1, tzinfo=UTC):  # before this program was written
        words = f"it is {now:%Y-%m-%d %H:%M} UTC here, which cannot be; set the machine's clock"
        return Finding(name="clock", state="bad", words=words)
    return Finding(name="clock", state="ok", words=f"it is {now:%Y-%m-%d %H:%M} UTC")
