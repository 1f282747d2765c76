"""Whose turn it is in a process that serves: the event loop, which acknowledges, comes before threads that compute."""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor

# Python lets a thread that computes keep the interpreter for 5 ms whenever the loop wants it back, after each system
# call; with 0.5 ms, twenty articles of 60,000 words at work delay an acknowledgement a third as long (measured).
SWITCH_SECONDS = 0.0005


def put_the_loop_first() -> None:
    """For the running loop and its process: short turns, and no more threads that compute than processors."""
    sys.setswitchinterval(SWITCH_SECONDS)
    threads = ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2), thread_name_prefix="computing")
    asyncio.get_running_loop().set_default_executor(threads)
