"""`preview`, and `run` with nothing configured: a process that serves a page until it is told to end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.cli.commands import CommandLine
from tests.cli.pages import PATIENCE, served


def status(url: str, **headers: str) -> int:
    try:
        with build_opener(ProxyHandler({})).open(Request(url, headers=headers), timeout=PATIENCE) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code


def children_of(pid: int) -> list[int]:
    return [
        int(stat.parent.name)
        for stat in Path("/proc").glob("[0-9]*/stat")
        if (fields := _read(stat).rpartition(")")[2].split()) and fields[1] == str(pid)
    ]


def _read(stat: Path) -> str:
    try:
        return stat.read_text()
    except OSError:  # it ended meanwhile
        return ""


@pytest.mark.parametrize("command", [("run",), ("preview", "--port", "0")], ids=["run without a token", "preview"])
def test_a_page_is_served_with_nothing_configured(bot: CommandLine, command: tuple[str, ...]) -> None:
    with served(bot, *command) as page:
        assert status(page.url) == 200
        assert any("simulated Discord" in line for line in page.lines)
        assert any("DISCORD_TOKEN" in line for line in page.lines)
    assert not [path for path in bot.folder.rglob("*.sqlite3") if path.is_file()]  # nothing is kept


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_a_signal_ends_it_without_a_trace(bot: CommandLine, number: int) -> None:
    with served(bot, "preview", "--port", "0") as page:
        workers = children_of(page.process.pid)
        assert workers  # the parser waits for its first page
        assert page.end_by(number) == (0, "")
        assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def test_a_port_that_is_taken_is_not_the_end(bot: CommandLine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wanted = taken.getsockname()[1]
        with served(bot, "preview", "--port", wanted) as page:
            assert page.port != wanted
            assert any(f"Port {wanted} is taken" in line for line in page.lines)
            assert status(page.url) == 200


def test_only_this_machine_gets_in_and_only_with_the_printed_address(bot: CommandLine) -> None:
    with served(bot, "preview", "--port", "0") as page:
        origin = f"http://127.0.0.1:{page.port}"
        assert status(f"{origin}/api/state") == 401
        assert status(origin, Host="evil.example") == 403
        listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        bound = [fields[1] for fields in listening if fields[3] == "0A" and fields[1].endswith(f":{page.port:04X}")]
        assert bound == [f"0100007F:{page.port:04X}"]  # 127.0.0.1, and no other address


@pytest.mark.parametrize(
    ("variables", "arguments", "opens"),
    [
        pytest.param({"DISPLAY": ":0"}, (), True, id="a terminal before a screen"),
        pytest.param({"WAYLAND_DISPLAY": "wayland-0"}, (), True, id="a newer screen"),
        pytest.param({}, (), False, id="no screen"),
        pytest.param({"DISPLAY": ":0", "CI": "true"}, (), False, id="a machine's own run"),
        pytest.param({"DISPLAY": ":0"}, ("--no-browser",), False, id="not wanted"),
    ],
)
def test_a_browser_that_never_comes_back_opens_where_somebody_sits_before_a_screen(
    bot: CommandLine, variables: dict[str, str], arguments: tuple[str, ...], opens: bool
) -> None:
    browser, opened = bot.folder / "browser", bot.folder / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.new\nmv {opened}.new {opened}\nexec sleep 600\n')
    browser.chmod(0o755)
    bot.variables |= {"BROWSER": str(browser)} | variables
    with on_terminal(bot, "preview", "--port", "0", *arguments) as said:
        assert ("Your browser" in said) == opens
        [url] = re.findall(r"http://127\S+", said)
        assert status(url) == 200
        if opens:
            appears(opened)
            assert opened.read_text().strip() == url
        else:
            assert not opened.exists()


@contextmanager
def on_terminal(bot: CommandLine, *arguments: object) -> Iterator[str]:
    """What it prints until it is ready, when somebody watches."""
    ours, its = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        cwd=bot.folder, env=bot.environment(), stdout=its, stderr=its, start_new_session=True,
    )  # fmt: skip
    os.close(its)
    said = b""
    try:
        while b"Ctrl-C" not in said:
            said += os.read(ours, 4_096)
        yield said.decode()
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(ours)


def appears(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.02)


def test_no_browser_opens_where_nobody_looks(bot: CommandLine) -> None:
    bot.variables |= {"BROWSER": "/bin/false", "DISPLAY": ":0"}
    with served(bot, "preview", "--port", "0") as page:
        assert "Your browser" not in "".join(page.lines)
