"""Folders of prompts to test with."""

from __future__ import annotations

import hashlib
from pathlib import Path

FRONT_MATTER = """---
name: {name}
version: {version}
purpose: To be tested.
schema: {schema}
parameters:
  temperature: 0.5
  max_completion_tokens: 500
changelog: Version {version}.
---
"""
BODY = """# system
Describe what stands in the block.

# user
{{ body | untrusted("article") }}

Task {{ number }}.
"""


def write_prompt(folder: Path, name: str, version: int, *, body: str = BODY, schema: str = "summary") -> str:
    """Put a sound file there; its name in the lock."""
    file = f"{name}/{version}.md"
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(FRONT_MATTER.format(name=name, version=version, schema=schema) + body, "utf-8")
    return file


def write_lock(folder: Path, *files: str) -> None:
    """Release these files, as they are."""
    lines = [f"{hashlib.sha256((folder / file).read_bytes()).hexdigest()}  {file}\n" for file in files]
    (folder / "prompts.lock").write_text("".join(lines))


def released(folder: Path, *versions: tuple[str, int]) -> Path:
    """A folder in which these are released."""
    write_lock(folder, *(write_prompt(folder, name, version) for name, version in versions))
    return folder
