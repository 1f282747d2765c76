"""`python -m tests.end_to_end.small_windows run`: the bot before a false Discord, folding after a handful of turns.

A room of a busy hour fills its window in a few seconds then, so that a process can die while it folds.
"""

from __future__ import annotations

import runpy

from bot.services.shared import folding

MOST, LEAST = 4, 2

if __name__ == "__main__":
    folding.MOST, folding.LEAST = MOST, LEAST
    runpy.run_module("tests.false_discord.pointed", run_name="__main__", alter_sys=True)
