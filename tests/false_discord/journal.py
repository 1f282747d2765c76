"""What happened, one JSON object a line; only \\n ends a line, since texts hold other line ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from bot.clock import Clock, SystemClock


class Journal:
    """`at` of each line: seconds since 1970; `mono`: seconds of a clock that never runs backwards."""

    def __init__(self, file: TextIO, clock: Clock | None = None) -> None:
        self._file, self._clock = file, clock or SystemClock()

    def note(self, what: str, **facts: Any) -> None:
        """what: request, dispatch, gateway."""
        moment = {"at": self._clock.now().timestamp(), "mono": self._clock.monotonic()}
        self._file.write(json.dumps({"what": what, **moment, **facts}) + "\n")
        self._file.flush()


def read(path: Path, what: str | None = None) -> Iterator[dict[str, Any]]:
    """The whole lines that there are by now, of one kind or of all."""
    for line in path.read_bytes().split(b"\n")[:-1]:
        entry: dict[str, Any] = json.loads(line)
        if what in (None, entry["what"]):
            yield entry
