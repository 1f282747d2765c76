"""Checking, comparing and releasing prompts; a released one is never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.analysis.prompts import Prompts
from bot.analysis.prompts.upkeep import Checked, check, diff, release
from bot.errors import BadOption, PromptChanged
from tests.analysis.prompts.folders import BODY, released, write_lock, write_prompt

SHIPPED = Path(__file__).parents[3] / "prompts"


def test_what_ships_passes_its_check() -> None:
    assert all(state.released and not state.problem for state in check(SHIPPED))


def test_the_check_tells_of_every_file_and_not_of_the_first_problem_only(tmp_path: Path) -> None:
    released(tmp_path, ("good", 1), ("changed", 1), ("gone", 1))
    (tmp_path / "changed" / "1.md").write_text("something else")
    (tmp_path / "gone" / "1.md").unlink()
    write_prompt(tmp_path, "good", 2)
    write_prompt(tmp_path, "good", 3, body="no parts")
    assert check(tmp_path) == [
        Checked(file="changed/1.md", released=True, problem="it is not the file that was released"),
        Checked(file="gone/1.md", released=True, problem="it cannot be read"),
        Checked(file="good/1.md", released=True),
        Checked(file="good/2.md", released=False),
        Checked(
            file="good/3.md", released=False, problem="its body is not a `# system` part followed by a `# user` part"
        ),
    ]


def test_two_versions_are_compared_line_by_line(tmp_path: Path) -> None:
    files = [
        write_prompt(tmp_path, "summarize", 1),
        write_prompt(tmp_path, "summarize", 2, body=BODY.replace("Describe what", "Say what")),
    ]
    write_lock(tmp_path, *files)
    prompts = Prompts.load(tmp_path)
    first, second = prompts.get("summarize@1"), prompts.get("summarize@2")
    lines = diff(first, second).splitlines()
    assert lines[:2] == ["--- summarize@1", "+++ summarize@2"]
    assert "-Describe what stands in the block." in lines
    assert "+Say what stands in the block." in lines
    assert diff(first, first) == ""


def test_a_new_version_is_released_once_and_becomes_the_default(tmp_path: Path) -> None:
    released(tmp_path, ("summarize", 1))
    before = (tmp_path / "prompts.lock").read_text()
    write_prompt(tmp_path, "summarize", 2)
    assert str(release(tmp_path, "summarize@2").id) == "summarize@2"
    assert (tmp_path / "prompts.lock").read_text().startswith(before)
    assert str(Prompts.load(tmp_path).get("summarize").id) == "summarize@2"
    with pytest.raises(BadOption):
        release(tmp_path, "summarize@2")


def test_a_changed_released_version_is_not_released_again(tmp_path: Path) -> None:
    released(tmp_path, ("summarize", 1))
    before = (tmp_path / "prompts.lock").read_text()
    write_prompt(tmp_path, "summarize", 1, body=BODY.replace("Describe", "Sing"))
    with pytest.raises(BadOption):
        release(tmp_path, "summarize@1")
    assert (tmp_path / "prompts.lock").read_text() == before


def test_a_broken_file_is_not_released(tmp_path: Path) -> None:
    released(tmp_path, ("summarize", 1))
    before = (tmp_path / "prompts.lock").read_text()
    write_prompt(tmp_path, "summarize", 2, body="no parts")
    with pytest.raises(PromptChanged):
        release(tmp_path, "summarize@2")
    assert (tmp_path / "prompts.lock").read_text() == before


@pytest.mark.parametrize("ref", ["summarize", "summarize@7", "../outside@1", ""])
def test_what_has_no_file_is_not_released(ref: str, tmp_path: Path) -> None:
    released(tmp_path, ("summarize", 1))
    with pytest.raises(BadOption):
        release(tmp_path, ref)
