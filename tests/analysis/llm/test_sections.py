"""An article in parts: nothing lost, numbers kept, every part within its room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.llm.sections import Count, numbered, sections
from bot.analysis.tokens import estimate


def letters(text: str) -> int:
    """The plainest count: every character is one."""
    return len(text)


def test_paragraphs_are_numbered_one_a_line() -> None:
    assert numbered(["One.", "Two\n¶9 three", "  four \t five "]) == ["¶1 One.", "¶2 Two ¶9 three", "¶3 four five"]


@pytest.mark.parametrize(
    ("lines", "room", "parts"),
    [
        pytest.param(["¶1 aaa", "¶2 bbb"], 20, ["¶1 aaa\n¶2 bbb"], id="together when they fit"),
        pytest.param(["¶1 aaa", "¶2 bbb", "¶3 ccc"], 14, ["¶1 aaa\n¶2 bbb", "¶3 ccc"], id="cut between paragraphs"),
        pytest.param(
            ["¶1 First one. Second one. Third one."], 28, ["¶1 First one. Second one.", "¶1 Third one."],
            id="a huge paragraph: cut between sentences",
        ),
        pytest.param(["¶7 これは港。港は町。"], 11, ["¶7 これは港。", "¶7 港は町。"], id="sentences without blanks"),
        pytest.param(["¶1 one two three"], 12, ["¶1 one two", "¶1 three"], id="a huge sentence: cut between words"),
        pytest.param(["¶1 " + "x" * 9], 8, ["¶1 xxxx", "¶1 xxxx", "¶1 x"], id="a huge word: cut anywhere"),
        pytest.param([], 10, [], id="nothing"),
    ],
)  # fmt: skip
def test_parts(lines: list[str], room: int, parts: list[str]) -> None:
    assert sections(lines, room, letters) == parts


@given(
    st.lists(st.text(st.sampled_from("ab .。!\n¶1"), max_size=60) | st.text(max_size=40), max_size=8),
    st.integers(16, 80),
    st.sampled_from([letters, estimate]),
)
def test_nothing_is_lost_and_every_part_fits(paragraphs: list[str], room: int, count: Count) -> None:
    lines = numbered(paragraphs)
    parts = sections(lines, room, count)
    assert all(count(part) <= room for part in parts)
    for n, line in enumerate(lines, 1):
        said = [
            part.partition(" ")[2] for text in parts for part in text.split("\n") if part.partition(" ")[0] == f"¶{n}"
        ]
        assert "".join("".join(said).split()) == "".join(line.partition(" ")[2].split())
