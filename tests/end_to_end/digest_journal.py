"""What was posted so far, read on from where one has read before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.end_to_end.digest_channels import Slot
from tests.end_to_end.digest_checks import Posted, read


class Journal:
    """A false Discord's, of its messages alone."""

    def __init__(self, path: Path) -> None:
        self._path, self._read_to = path, 0
        self._posted: list[Posted] = []

    def all(self) -> list[Posted]:
        """The oldest first."""
        with self._path.open("rb") as file:
            file.seek(self._read_to)
            whole = file.read().rpartition(b"\n")[0]
        self._read_to += len(whole) + bool(whole)
        for line in whole.split(b"\n"):
            if line.startswith(b'{"what": "posted"'):
                self._posted.append(read(json.loads(line)))
        return self._posted

    def has(self, slots: Sequence[Slot]) -> bool:
        """Whether each of these stands there with all its parts."""
        there: dict[tuple[str, object], set[int]] = {}
        of: dict[tuple[str, object], int] = {}
        for one in self.all():
            there.setdefault((one.channel, one.day), set()).add(one.n)
            of[one.channel, one.day] = one.of
        keys = [(slot.channel, slot.day) for slot in slots]
        return all(len(there.get(key, ())) == of.get(key) for key in keys)
