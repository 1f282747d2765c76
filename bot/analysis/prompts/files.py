"""`prompts/NAME/VERSION.md` and `prompts.lock`, read and verified."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.analysis.prompts.rendering import Messages, Parts, RenderError
from bot.errors import PromptChanged
from bot.models.summary import PromptId

LOCK = "prompts.lock"
_FILE = re.compile(r"(?P<name>[a-z][a-z0-9-]*)/(?P<version>[1-9][0-9]*)\.md")
_LOCK_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<file>\S+)")
_FRONT_MATTER = re.compile(r"---\n(?P<facts>.*?\n)---\n(?P<body>.*)", re.DOTALL)
_PARTS = re.compile(r"\s*^# system$\n(?P<system>.*)^# user$\n(?P<user>.*)", re.DOTALL | re.MULTILINE)


class Parameters(BaseModel):
    """What is sent along with the messages; None leaves it to the endpoint."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    temperature: float | None = Field(None, ge=0, le=2)
    top_p: float | None = Field(None, gt=0, le=1)
    seed: int | None = None
    reasoning_effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | None = None
    max_completion_tokens: int = Field(ge=64, le=100_000)

    def given(self) -> dict[str, str | int | float]:
        """Those that have a value."""
        return self.model_dump(exclude_none=True)


class _FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    version: int
    purpose: str = Field(min_length=1)
    output: str = Field(alias="schema", min_length=1)
    parameters: Parameters
    changelog: str = Field(min_length=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One version. `schema` names the shape of the answer; `source` is the whole file, as one shows it."""

    id: PromptId
    purpose: str
    schema: str
    parameters: Parameters
    changelog: str
    source: str
    parts: Parts = field(repr=False, compare=False)

    def render(self, **values: Any) -> Messages:
        """The messages for these values. Raises PromptChanged when the template cannot take them."""
        try:
            return self.parts.render(**values)
        except RenderError as error:
            raise PromptChanged(prompt=str(self.id), reason=str(error)) from error


def read_lock(folder: Path) -> Mapping[str, str]:
    """SHA-256 by `name/version.md`, of every released version. Raises PromptChanged."""
    try:
        lines = (folder / LOCK).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PromptChanged(prompt=LOCK, reason=f"it cannot be read in {folder}") from error
    released: dict[str, str] = {}
    for line in filter(None, lines):
        match = _LOCK_LINE.fullmatch(line)
        if not match or not _FILE.fullmatch(match["file"]) or match["file"] in released:
            raise PromptChanged(prompt=LOCK, reason=f"this line is no entry, or a second one: {line[:100]}")
        released[match["file"]] = match["sha256"]
    return released


def files_in(folder: Path) -> list[str]:
    """Every `name/version.md` that is there, released or not."""
    return sorted(
        file for path in folder.glob("*/*.md") if _FILE.fullmatch(file := path.relative_to(folder).as_posix())
    )


def read_prompt(folder: Path, file: str, sha256: str | None = None) -> Prompt:
    """The prompt in `file`, which must have this SHA-256 unless it is None. Raises PromptChanged."""
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        raise PromptChanged(prompt=file, reason="it cannot be read") from error
    found = hashlib.sha256(content).hexdigest()
    if sha256 not in (None, found):
        raise PromptChanged(prompt=file, reason="it is not the file that was released")
    try:
        return _parsed(file, content.decode("utf-8"), found)
    except (ValueError, yaml.YAMLError, RenderError) as error:  # a ValidationError and a UnicodeDecodeError are both
        raise PromptChanged(prompt=file, reason=_reason(error)) from error


def _parsed(file: str, source: str, sha256: str) -> Prompt:
    whole = _FRONT_MATTER.fullmatch(source)
    if not whole:
        raise ValueError("it does not begin with front matter between two lines of ---")
    parts = _PARTS.fullmatch(whole["body"])
    if not parts:
        raise ValueError("its body is not a `# system` part followed by a `# user` part")
    facts = _FrontMatter.model_validate(yaml.safe_load(whole["facts"]))
    if file != f"{facts.name}/{facts.version}.md":
        raise ValueError(f"it calls itself {facts.name}@{facts.version}")
    return Prompt(
        id=PromptId(name=facts.name, version=facts.version, sha256=sha256),
        purpose=facts.purpose,
        schema=facts.output,
        parameters=facts.parameters,
        changelog=facts.changelog,
        source=source,
        parts=Parts(parts["system"], parts["user"]),
    )


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)
