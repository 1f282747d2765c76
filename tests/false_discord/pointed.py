"""`python -m tests.false_discord.pointed run`: `python -m bot run`, to which another Discord was named.

The address is in FALSE_DISCORD. Nothing else of the bot or of its library is touched.
"""

from __future__ import annotations

import os
import runpy
import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

VARIABLE = "FALSE_DISCORD"


def point_to(address: str) -> None:
    """address: as `http://127.0.0.1:4711`."""
    Route.BASE = f"{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{address.replace('http', 'ws', 1)}/gateway/")


if __name__ == "__main__":
    point_to(os.environ[VARIABLE])
    sys.argv[0] = "bot"
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
