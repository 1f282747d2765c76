"""Limits of commands that the schema does not know.

Sources: Discord's documentation of application commands, of August 2026.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from tests.discord_openapi.problem import Problem, listed, repeated, too_long

MOST = {1: 100, 2: 15, 3: 15}
KINDS = {1: "slash", 2: "user", 3: "message"}
MOST_CHARACTERS = 8_000
SUBCOMMAND, GROUP = 1, 2


def commands(where: str, body: Any) -> Iterator[Problem]:
    """A list that replaces all commands of its kind and place."""
    for kind, most in MOST.items():
        names = [command.get("name") for command in listed(body) if (command.get("type") or 1) == kind]
        if len(names) > most:
            yield Problem(where, f"{len(names)} {KINDS[kind]} commands, at most {most}")
        yield from repeated(where, names, f"{KINDS[kind]} command")
    for n, each in enumerate(listed(body)):
        yield from command(f"{where}[{n}]", each)


def command(where: str, body: dict[str, Any]) -> Iterator[Problem]:
    """One of them."""
    if (body.get("type") or 1) == 1:
        yield from _name(f"{where}.name", body.get("name"))
        if not (body.get("description") or "").strip():
            yield Problem(f"{where}.description", "a slash command has one")
    elif body.get("description") or body.get("options"):
        yield Problem(where, "a command of a menu has neither description nor options")
    yield from _options(f"{where}.options", body.get("options"), 0)
    if (total := _characters(body)) > MOST_CHARACTERS:
        yield Problem(where, f"{total} characters of names, descriptions and values, at most {MOST_CHARACTERS}")


def _name(where: str, name: Any) -> Iterator[Problem]:
    """`^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$`, in lower case where there is one."""
    if not isinstance(name, str):
        return
    if not 1 <= len(name) <= 32 or not all(c in "-_'" or unicodedata.category(c)[0] in "LNM" for c in name):
        yield Problem(where, f"{name!r} is no name for a command or an option")
    elif name != name.lower():
        yield Problem(where, f"{name!r} has capital letters")


def _options(where: str, options: Any, depth: int) -> Iterator[Problem]:
    parts = listed(options)
    yield from repeated(where, [part.get("name") for part in parts], "option")
    kinds = {part.get("type") in (SUBCOMMAND, GROUP) for part in parts}
    if len(kinds) == 2:
        yield Problem(where, "subcommands among options")
    needed = [bool(part.get("required")) for part in parts]
    if needed != sorted(needed, reverse=True):
        yield Problem(where, "required options come first")
    for n, part in enumerate(parts):
        yield from _option(f"{where}[{n}]", part, depth)


def _option(where: str, option: dict[str, Any], depth: int) -> Iterator[Problem]:
    yield from _name(f"{where}.name", option.get("name"))
    choices = listed(option.get("choices"))
    yield from repeated(f"{where}.choices", [choice.get("name") for choice in choices], "choice")
    for n, choice in enumerate(choices):
        yield from too_long(f"{where}.choices[{n}].name", choice.get("name"), 100)
        yield from too_long(f"{where}.choices[{n}].value", choice.get("value"), 100)
    if choices and option.get("autocomplete"):
        yield Problem(where, "choices and autocomplete exclude each other")
    if option.get("type") == GROUP and depth > 0:
        yield Problem(where, "a group within a group")
    yield from _options(f"{where}.options", option.get("options"), depth + 1)


def _characters(part: dict[str, Any]) -> int:
    """Names, descriptions (of the localizations the longest) and values, of all that stands in it."""
    count = 0
    for field in ("name", "description"):
        said = [part.get(field) or "", *(part.get(f"{field}_localizations") or {}).values()]
        count += max(len(text) for text in said if isinstance(text, str))
    count += sum(_characters(option) for option in listed(part.get("options")))
    return count + sum(len(str(c.get("name", ""))) + len(str(c.get("value", ""))) for c in listed(part.get("choices")))
