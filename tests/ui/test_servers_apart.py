"""A thousand interactions on shuffled servers, members, articles and buttons of others: no server sees another's."""

from __future__ import annotations

import random
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.store.database import open_store
from tests.clocks import ManualClock
from tests.nouns import column
from tests.ui.simulated import buttons, member_of, running, shown
from tests.web import Web

SERVERS, INTERACTIONS = 6, 1_000
NAMES = ("antwerp", "bergamo", "coimbra", "dresden", "esbjerg", "fukuoka")
_SECRET = re.compile("|".join(NAMES), re.IGNORECASE)


@dataclass
class Server:
    """One of them. Its name stands in everything that is its own, and nowhere else."""

    name: str
    moderator: Any
    channel: Any
    articles: list[int] = field(default_factory=list)
    bait: dict[str, Any] = field(default_factory=dict)  # messages with buttons of another server, by its name
    own: Any = None


async def furnish(tmp_path: Path, server: Server) -> None:
    """Six articles for the channel, and a wish of the server's."""
    async with open_store(tmp_path / "commentary.sqlite3", ManualClock()) as store, store.write() as tx:
        guild = tx.guild(server.channel.guild.id)
        for number in range(6):
            article = column(
                title=f"{server.name.title()} {number}",
                site=f"The {server.name.title()} Gazette",
                paragraphs=(f"The harbour of {server.name} is not for sale.", "It should keep it."),
            )
            server.articles.append(await tx.articles.keep(article, f"https://{server.name}.test/{number}"))
            await guild.articles.remember(server.channel.id, article.content_hash)
        await guild.preferences.put("language", f"zz-{server.name}")


def forged(message: Any) -> discord.ui.View:
    """Its buttons, as a stranger would put them under a message of their own."""
    view = discord.ui.View(timeout=None)
    for n, custom_id in enumerate(buttons(message).values()):
        view.add_item(discord.ui.Button(label=str(n), custom_id=custom_id))
    view.stop()
    return view


@asynccontextmanager
async def servers(tmp_path: Path, web: Web) -> AsyncIterator[tuple[simcord.Env, list[Server]]]:
    async with running(tmp_path, web) as env:
        made = [Server(name, *member_of(env, f"moderator of {name}", manage_guild=True)) for name in NAMES[:SERVERS]]
        for server in made:
            await furnish(tmp_path, server)
            server.own = (await server.moderator.slash(server.channel, "articles")).response
        for server in made:
            place = env.bot.get_channel(server.channel.id)
            assert isinstance(place, discord.TextChannel)
            for other in made:
                if other is not server:
                    server.bait[other.name] = await place.send("bait", view=forged(other.own))
        yield env, made


class Shuffled:
    """Deeds in one server, some of them with what belongs to another; each returns what its doer is shown."""

    def __init__(self, made: list[Server], chance: random.Random) -> None:
        self._made, self._chance = made, chance

    def other(self, here: Server) -> Server:
        return self._chance.choice([server for server in self._made if server is not here])

    async def searches(self, here: Server) -> str:
        query = self._chance.choice(["", "harbour", here.name, self.other(here).name, "gazette"])
        text = shown((await here.moderator.slash(here.channel, "articles", query=query)).response)
        return text.replace(query, "") if query else text  # what was typed is said again

    async def looks_at_settings(self, here: Server) -> str:
        return shown((await here.moderator.slash(here.channel, "settings show")).response)

    async def is_offered_articles(self, here: Server) -> str:
        typed = self._chance.choice(["", "h", here.name[:3], self.other(here).name[:3], "gazette"])
        offered = await here.moderator.autocomplete(here.channel, "compare", "first", typed)
        assert {choice["value"] for choice in offered} <= {f"#{number}" for number in here.articles}
        return " ".join(choice["name"] for choice in offered)

    async def compares_anothers(self, here: Server) -> str:
        wanted = [f"#{self._chance.choice(self.other(here).articles)}", f"#{here.articles[0]}"]
        self._chance.shuffle(wanted)
        text = shown((await here.moderator.slash(here.channel, "compare", first=wanted[0], second=wanted[1])).response)
        assert "I know no such article here" in text
        return text

    async def presses_anothers_button(self, here: Server) -> str:
        bait = here.bait[self.other(here).name]
        label = self._chance.choice(list(buttons(bait)))
        pressed = await here.moderator.click(bait, label=label)
        text = shown(pressed.response)
        assert "I know no such card here" in text
        return text

    async def turns_own_pages(self, here: Server) -> str:
        await here.moderator.click(here.own, label="▶")
        text = shown(here.own)
        await here.moderator.click(here.own, label="◀")
        return text


async def test_no_server_sees_anothers_articles_settings_or_buttons(tmp_path: Path, web: Web) -> None:
    chance = random.Random(20261124)
    async with servers(tmp_path, web) as (_, made):
        doing = Shuffled(made, chance)
        deeds: list[Callable[[Server], Awaitable[str]]] = [
            doing.searches,
            doing.looks_at_settings,
            doing.is_offered_articles,
            doing.compares_anothers,
            doing.presses_anothers_button,
            doing.turns_own_pages,
        ]
        seen = dict.fromkeys(NAMES, 0)
        for _ in range(INTERACTIONS):
            here = chance.choice(made)
            shown_names = {name.lower() for name in _SECRET.findall(await chance.choice(deeds)(here))}
            assert shown_names <= {here.name}
            seen[here.name] += len(shown_names)
        assert min(seen.values()) > INTERACTIONS / SERVERS / 4, "each saw its own, or the names would prove nothing"
