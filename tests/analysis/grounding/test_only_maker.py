"""A Summary, a Comparison or a Brief is made by the check, and read back as it was kept, and by nobody else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot

HOUSE = Path(bot.__file__).parent


def _makers(source: str, noun: str) -> Iterator[int]:
    """Lines on which a noun is made: called, or made from another by `replace` of a name that says so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == noun:
                yield node.lineno


def test_the_walk_sees_a_maker() -> None:
    assert list(_makers("x = Summary(tldr='')\ny = models.Summary(tldr='')\nz: Summary", "Summary")) == [1, 2]


@pytest.mark.parametrize(
    ("noun", "makers"),
    [
        ("Summary", {"analysis/grounding/checking.py", "store/summaries.py"}),
        ("Brief", {"analysis/grounding/briefing.py", "models/brief_json.py"}),
        ("Comparison", {"analysis/grounding/comparing.py", "store/comparisons.py"}),
    ],
)
def test_only_the_check_and_the_store_make_what_was_checked(noun: str, makers: set[str]) -> None:
    found = {
        path.relative_to(HOUSE).as_posix()
        for path in HOUSE.rglob("*.py")
        if list(_makers(path.read_text("utf-8"), noun))
    }
    assert found == makers
