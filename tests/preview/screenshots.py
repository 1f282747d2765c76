"""Takes the README's pictures: `python -m tests.preview.screenshots [FOLDER [NAME…]]` (docs/screenshots, all)."""

from __future__ import annotations

import asyncio
import io
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from PIL import Image

from bot.preview.examples import HOST
from tests.cli.commands import ROOT, CommandLine
from tests.cli.pages import served
from tests.preview.chromium import chromium
from tests.preview.room import MESSAGES, Room

FOLDER = ROOT / "docs" / "screenshots"
LIGHT = Path(__file__).with_name("light.css")
CARD = (720, 3_200)  # a window in which the longest card is seen whole
WINDOW = (1_100, 760)  # for what shows the page itself
TALL = (820, 1_500)  # for a discussion
MARGIN = 8
COLOURS = 128  # of a palette: text and flat surfaces need no more

# The frame of the page is the simulator's; the pictures are of the bot.
BARE = "for (const part of document.querySelectorAll('[data-workbench]')) part.style.display = 'none'"
STYLE = "{ const sheet = new CSSStyleSheet(); sheet.replaceSync(%s); document.adoptedStyleSheets = [sheet]; }"

DRAWN = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"

# Does what is to be seen; returns the message that shows it, "" where the whole page does.
Shot = Callable[[Room], Awaitable[str]]


def sample(name: str) -> str:
    return f"http://{HOST}/{name}"


async def page(room: Room) -> str:
    await room.look_for_commands()
    return ""


async def summary(room: Room) -> str:
    return await room.command("summarize", url=sample("night-bus"))


async def quotes(room: Room) -> str:
    return await room.press_labelled(await summary(room), "Quotes")


async def discussion(room: Room) -> str:
    return await room.press_labelled(await summary(room), "Discuss")


async def answer(room: Room) -> str:
    await summary(room)
    await room.command("ask", question="What would the council save?")
    return await room.command("ask", question=f"Who disputes that saving? {sample('eleven-people')}")


async def talk(room: Room) -> str:
    """Five turns over two articles."""
    await room.command("ask", question=f"What would the council save? {sample('night-bus')}")
    await room.say("@Commentary And what do the taxis cost?")
    await room.command("ask", question=f"What does this author say to it? {sample('eleven-people')}")
    await room.say("@Commentary Who pays for it in the second article?")
    await room.say("@Commentary Which of the two wants to keep the bus?")
    return ""


async def context(room: Room) -> str:
    await answer(room)
    return await room.command("context show")


async def privacy(room: Room) -> str:
    await answer(room)
    return await room.command("privacy show")


async def articles(room: Room) -> str:
    for name in ("night-bus", "eleven-people", "vans", "library"):
        await room.command("summarize", url=sample(name), length="short")
    return await room.command("articles", query="bus")


async def compare(room: Room) -> str:
    return await room.command("compare", first=sample("night-bus"), second=sample("eleven-people"))


async def feeds(room: Room) -> str:
    await _follow(room)
    return await room.command("feed list")


async def digest(room: Room) -> str:
    """As it arrives; `/digest now` does not have to be waited for."""
    await _follow(room)
    await room.command("digest now")
    posted = f"{MESSAGES}.filter(each => each.innerText.includes('What is new')).map(each => each.dataset.messageId)"
    [message] = await room.tab.until(f"(found => found.length && found)({posted})", what="the digest")
    await room.at_rest()
    return str(message)


async def preview(room: Room) -> str:
    await _follow(room)
    return await room.command("digest preview")


async def schedule(room: Room) -> str:
    await digest(room)
    await room.command("digest schedule", time="8:30", timezone="Europe/London", days="weekdays")
    return await room.command("digest show")


async def _follow(room: Room) -> None:
    for outlet in ("leyburn-record", "the-harrow-courier", "the-last-mile", "the-quayside-herald"):
        await room.command("feed add", url=sample(f"feeds/{outlet}.xml"))


async def settings(room: Room) -> str:
    return await room.command("settings show")


async def help_(room: Room) -> str:
    return await room.command("help")


async def error(room: Room) -> str:
    return await room.command("summarize", url=sample("harbour"))


SHOTS: dict[str, Shot] = {
    "page": page,
    "summary": summary,
    "quotes": quotes,
    "discussion": discussion,
    "answer": answer,
    "talk": talk,
    "context": context,
    "privacy": privacy,
    "compare": compare,
    "articles": articles,
    "feeds": feeds,
    "digest": digest,
    "preview": preview,
    "schedule": schedule,
    "settings": settings,
    "help": help_,
    "error": error,
}

SIZES = {"page": WINDOW, "talk": TALL}


async def take(room: Room, message: str, size: tuple[int, int]) -> bytes:
    """One message, whole, or the window of that size; as PNG."""
    await room.tab.js(DRAWN)
    if not message:
        return smaller(await room.tab.picture({"x": 0, "y": 0, "width": size[0], "height": size[1]}))
    element = f"{MESSAGES}.find(each => each.dataset.messageId === '{message}')"
    box = await room.tab.js(
        f"(({{x, y, width, height}}) => ({{x, y, width, height}}))({element}.getBoundingClientRect())"
    )
    clip = {"x": box["x"], "y": box["y"] - MARGIN, "width": box["width"], "height": box["height"] + 2 * MARGIN}
    return smaller(await room.tab.picture(clip))


def smaller(png: bytes) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


@asynccontextmanager
async def room(scratch: Path, size: tuple[int, int]) -> AsyncIterator[Room]:
    folders = [scratch / name for name in ("bot", "browser")]
    for folder in folders:
        folder.mkdir()
    with served(CommandLine(folders[0]), "preview", "--port", "0") as page:
        async with chromium(folders[1]) as tab:
            here = Room(tab)
            await here.enter(page.url, *size)
            await tab.js(BARE)
            yield here


async def shoot(name: str, shot: Shot) -> AsyncIterator[tuple[str, bytes]]:
    """The same in both themes."""
    with tempfile.TemporaryDirectory() as scratch:
        size = SIZES.get(name, CARD)
        async with room(Path(scratch), size) as here:
            message = await shot(here)
            for theme, css in (("dark", ""), ("light", LIGHT.read_text("utf-8"))):
                await here.tab.js(STYLE % json.dumps(css))
                yield theme, await take(here, message, size)


async def main(folder: Path, names: Sequence[str]) -> None:
    for name in names or SHOTS:
        async for theme, png in shoot(name, SHOTS[name]):
            save(folder / f"{name}-{theme}.png", png)


def save(path: Path, png: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, sys.argv[2:]))
