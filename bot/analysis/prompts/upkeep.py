"""What those who write prompts do: check them, compare two versions, release a new one."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path

from bot.analysis.prompts.files import LOCK, Prompt, files_in, read_lock, read_prompt
from bot.analysis.prompts.library import prompts_folder
from bot.errors import BadOption, PromptChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file's state. `problem` is "" when it is sound; a file that is not `released` is not used yet."""

    file: str
    released: bool
    problem: str = ""


def check(path: Path) -> list[Checked]:
    """Every file's state, released ones against the lock. Raises PromptChanged when the lock itself is broken."""
    folder = prompts_folder(path)
    lock = read_lock(folder)
    return [_checked(folder, file, lock.get(file)) for file in sorted({*lock, *files_in(folder)})]


def _checked(folder: Path, file: str, sha256: str | None) -> Checked:
    try:
        read_prompt(folder, file, sha256)
    except PromptChanged as error:
        return Checked(file=file, released=sha256 is not None, problem=str(error.facts["reason"]))
    return Checked(file=file, released=sha256 is not None)


def diff(before: Prompt, after: Prompt) -> str:
    """A unified diff of two versions, "" when they are equal."""
    lines = difflib.unified_diff(
        before.source.splitlines(), after.source.splitlines(), str(before.id), str(after.id), lineterm=""
    )
    return "\n".join(lines)


def release(path: Path, ref: str) -> Prompt:
    """Enter a new version into the lock; from then on it never changes.

    Raises BadOption for a version that is released already or has no file, PromptChanged for a broken one.
    """
    folder = prompts_folder(path)
    lock = dict(read_lock(folder))
    file = f"{ref.replace('@', '/')}.md"
    if file in lock or file not in files_in(folder):
        raise BadOption(option="prompt", accepts="NAME@VERSION of a file that is not released yet")
    prompt = read_prompt(folder, file)
    lock[file] = prompt.id.sha256
    _write_lock(folder, lock)
    return prompt


def _write_lock(folder: Path, lock: dict[str, str]) -> None:
    unfinished = folder / f"{LOCK}.{os.getpid()}"
    unfinished.write_text("".join(f"{sha256}  {file}\n" for file, sha256 in sorted(lock.items())), "utf-8")
    unfinished.replace(folder / LOCK)
