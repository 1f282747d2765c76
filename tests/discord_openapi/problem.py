"""What is wrong with a body, and where in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """where: as `$.components[0].label`."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def units(text: str) -> int:
    """UTF-16 code units, of which Discord never counts more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def too_long(where: str, text: Any, most: int) -> Iterator[Problem]:
    """A string beyond `most` units; what is no string is for the schema to tell."""
    if isinstance(text, str) and units(text) > most:
        yield Problem(where, f"{units(text)} units of text, at most {most}")


def blank(where: str, text: Any) -> Iterator[Problem]:
    """A string of nothing but white space, which Discord strips."""
    if isinstance(text, str) and not text.strip():
        yield Problem(where, "is blank")


def repeated(where: str, names: list[Any], noun: str) -> Iterator[Problem]:
    """A name that stands twice in a list in which each must be unique."""
    for name in dict.fromkeys(name for n, name in enumerate(names) if name in names[:n]):
        yield Problem(where, f"{noun} {name!r} stands there {names.count(name)} times")


def listed(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, nothing for what is none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
