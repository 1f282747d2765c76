"""A headless Chromium, driven over its own protocol (Chrome DevTools Protocol): just what these tests need."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import os
import re
import shutil
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

# Loopback is all that it may reach: no updates, no accounts, no name that is looked up.
FLAGS = """
    --headless=new --disable-gpu --hide-scrollbars --no-first-run --no-default-browser-check --no-proxy-server
    --disable-background-networking --disable-component-update --disable-sync --disable-extensions --disable-breakpad
    --disable-default-apps --disable-domain-reliability --metrics-recording-only --password-store=basic
    --disable-dev-shm-usage --disable-features=MediaRouter,OptimizationHints,Translate --force-color-profile=srgb
    --no-sandbox --remote-debugging-port=0
""".split()  # no sandbox: containers have none to give, and it sees nothing but our own page
NO_NAMES = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"

PATIENCE = 30.0  # seconds for which something must appear

# Looks until the expression counts as true, or time is up.
WAIT = """new Promise(found => {
    const end = performance.now() + %d;
    const look = () => {
        const value = (%s);
        if (value || performance.now() > end) found(value instanceof Node || value); else setTimeout(look, 30);
    };
    look();
})"""


def executable() -> str | None:
    """Where Chromium is; None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Tab:
    """One tab: evaluates, types, takes pictures. Sizes are in CSS pixels."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self.exceptions: list[str] = []

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command of the protocol."""
        number = next(self._ids)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            said = json.loads(await self._socket.receive_str(timeout=2 * PATIENCE))
            if said.get("method") == "Runtime.exceptionThrown":
                self.exceptions.append(json.dumps(said["params"]["exceptionDetails"]))
            if said.get("id") == number:
                assert "error" not in said, (method, said["error"])
                result: dict[str, Any] = said["result"]
                return result

    async def open(self, url: str) -> None:
        await self.call("Page.enable")
        await self.call("Runtime.enable")
        await self.call("Page.navigate", url=url)

    async def js(self, expression: str) -> Any:
        """The value of an expression; it may be a promise."""
        said = await self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in said, (expression, said["exceptionDetails"])
        return said["result"].get("value")

    async def until(self, expression: str, *, what: str = "") -> Any:
        """The first value of the expression that counts as true."""
        value = await self.js(WAIT % (PATIENCE * 1000, expression))
        assert value, f"not seen within {PATIENCE:g} s: {what or expression}"
        return value

    async def type(self, text: str) -> None:
        """As a paste: into what has the focus."""
        await self.call("Input.insertText", text=text)

    async def press(self, key: str) -> None:
        code = {"Enter": 13, "Escape": 27}[key]
        common = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text="\r" if key == "Enter" else "", **common)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    async def resize(self, width: int, height: int) -> None:
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    async def picture(self, clip: Mapping[str, float]) -> bytes:
        """A rectangle of what is seen (x, y, width, height), as PNG."""
        shot = await self.call("Page.captureScreenshot", format="png", clip={**clip, "scale": 1})
        return base64.b64decode(shot["data"])


@asynccontextmanager
async def chromium(profile: Path) -> AsyncIterator[Tab]:
    """A browser of its own with one tab; `profile` is an empty folder."""
    found = executable()
    assert found, "there is no Chromium here"
    process = await asyncio.create_subprocess_exec(
        found, *FLAGS, NO_NAMES, f"--user-data-dir={profile}", "about:blank",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stderr is not None
    try:
        address = await _announced(process.stderr)
        reading_on = asyncio.create_task(process.stderr.read())  # a full pipe would stop it
        async with aiohttp.ClientSession(trust_env=False) as http:
            async with http.get(f"http://{address}/json/list") as answer:
                [page] = [each for each in await answer.json(content_type=None) if each["type"] == "page"]
            async with http.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Tab(socket)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
    await reading_on


async def _announced(stderr: asyncio.StreamReader) -> str:
    """Host and port where it listens to us."""
    said = ""
    async with asyncio.timeout(PATIENCE):
        while line := (await stderr.readline()).decode("utf-8", "replace"):
            if listening := re.search(r"DevTools listening on ws://([^/]+)/", line):
                return listening[1]
            said += line
    raise AssertionError(said or "Chromium ended at once")
