"""Who wrote an entry: feeds name people with their addresses, in brackets, behind "by"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.sources.feeds.raw import Text
from bot.sources.feeds.texts import plain

_MOST = 10
_LONGEST = 100  # characters of one name
_LONGEST_LINE = 1_000
_ADDRESS = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}@[\w.-]{1,253}")
_BRACKETS = re.compile(r"^[\s(<\[\"']+|[\s)>\]\"',;]+$")
_BY = re.compile(r"^by\s+", re.IGNORECASE)


def names(written: Iterable[str]) -> tuple[str, ...]:
    """Each once; an address of mail is nobody's name."""
    found = dict.fromkeys(name for line in written for name in _names_in(line))
    return tuple(found)[:_MOST]


def _names_in(line: str) -> Iterator[str]:
    for part in plain(Text(line), _LONGEST_LINE).split(";"):
        name = _ADDRESS.sub("", part) if "@" in part else part
        name = _BY.sub("", _BRACKETS.sub("", name.replace("()", "").replace("<>", "")))
        if name and not name.startswith(("http://", "https://")):
            yield plain(Text(name), _LONGEST)
