"""A Summary is made by the check, and read back by the store, and by nobody else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import bot

HOUSE = Path(bot.__file__).parent


def _makers(source: str) -> Iterator[int]:
    """Lines on which a Summary is made: called, or made from another by `replace` of a name that says so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "Summary":
                yield node.lineno


def test_the_walk_sees_a_maker() -> None:
    assert list(_makers("x = Summary(tldr='')\ny = models.Summary(tldr='')\nz: Summary")) == [1, 2]


def test_only_the_check_and_the_store_make_summaries() -> None:
    makers = {
        path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("*.py") if list(_makers(path.read_text("utf-8")))
    }
    assert makers == {"analysis/grounding/checking.py", "store/summaries.py"}
