"""A released prompt never changes, and is found by name or by name and version."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bot.analysis.prompts import Prompts
from bot.analysis.prompts.library import prompts_folder
from bot.errors import NoSuchPrompt, PromptChanged
from tests.analysis.prompts.folders import BODY, FRONT_MATTER, released, write_lock, write_prompt

SHIPPED = Path(__file__).parents[3] / "prompts"


@pytest.mark.parametrize(("name", "schema", "limit"), [("summarize", "summary", 3600), ("compare", "comparison", 4800)])
def test_what_ships_is_sound_and_known_by_its_hash(name: str, schema: str, limit: int) -> None:
    prompt = Prompts.load(SHIPPED).get(f"{name}@1")
    assert prompt.id.sha256 == hashlib.sha256((SHIPPED / name / "1.md").read_bytes()).hexdigest()
    assert prompt.schema == schema
    assert prompt.parameters.given()["max_completion_tokens"] == limit


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        pytest.param("summarize", "summarize@10", id="a name alone: its highest version, by number"),
        pytest.param("summarize@2", "summarize@2", id="a version"),
        pytest.param("brief", "brief@1", id="another name"),
    ],
)
def test_a_prompt_is_found_by_reference(ref: str, found: str, tmp_path: Path) -> None:
    prompts = Prompts.load(released(tmp_path, ("summarize", 2), ("summarize", 10), ("summarize", 1), ("brief", 1)))
    assert str(prompts.get(ref).id) == found


@pytest.mark.parametrize("ref", ["summarize@3", "summarise", "", "summarize@", "summarize@01", "../summarize@1", "@1"])
def test_an_unknown_reference_names_what_is_known(ref: str, tmp_path: Path) -> None:
    prompts = Prompts.load(released(tmp_path, ("summarize", 1), ("summarize", 2)))
    with pytest.raises(NoSuchPrompt) as raised:
        prompts.get(ref)
    assert raised.value.facts == {"prompt": ref, "known": "summarize@1, summarize@2"}


def test_a_prompt_for_another_kind_of_answer_is_not_found(tmp_path: Path) -> None:
    write_lock(tmp_path, write_prompt(tmp_path, "ask", 1, schema="answer"), write_prompt(tmp_path, "summarize", 1))
    prompts = Prompts.load(tmp_path)
    assert prompts.get("ask", schema="answer").id.name == "ask"
    with pytest.raises(NoSuchPrompt) as raised:
        prompts.get("ask", schema="summary")
    assert raised.value.facts["known"] == "summarize@1"


def test_all_are_listed_by_name_and_number(tmp_path: Path) -> None:
    prompts = Prompts.load(released(tmp_path, ("summarize", 10), ("summarize", 9), ("brief", 1)))
    assert [str(prompt.id) for prompt in prompts.all()] == ["brief@1", "summarize@9", "summarize@10"]


def test_a_file_that_is_not_released_is_not_used(tmp_path: Path) -> None:
    released(tmp_path, ("summarize", 1))
    write_prompt(tmp_path, "summarize", 2)
    assert str(Prompts.load(tmp_path).get("summarize").id) == "summarize@1"


def test_one_changed_character_is_found(tmp_path: Path) -> None:
    released(tmp_path, ("summarize", 1))
    file = tmp_path / "summarize" / "1.md"
    file.write_text(file.read_text().replace("Describe", "describe"))
    with pytest.raises(PromptChanged) as raised:
        Prompts.load(tmp_path)
    assert raised.value.facts == {"prompt": "summarize/1.md", "reason": "it is not the file that was released"}


def test_a_released_file_that_is_gone_is_found(tmp_path: Path) -> None:
    released(tmp_path, ("summarize", 1))
    (tmp_path / "summarize" / "1.md").unlink()
    with pytest.raises(PromptChanged, match="prompt-changed"):
        Prompts.load(tmp_path)


@pytest.mark.parametrize(
    "lock",
    [
        pytest.param(None, id="no lock"),
        pytest.param(b"\xff\xfe", id="not text"),
        pytest.param(b"summarize/1.md\n", id="no hash"),
        pytest.param(b"a" * 64 + b"  ../../secrets.md\n", id="a way out of the folder"),
        pytest.param((b"a" * 64 + b"  summarize/1.md\n") * 2, id="a version twice"),
    ],
)
def test_a_broken_lock_is_told(lock: bytes | None, tmp_path: Path) -> None:
    if lock is not None:
        (tmp_path / "prompts.lock").write_bytes(lock)
    with pytest.raises(PromptChanged) as raised:
        Prompts.load(tmp_path)
    assert raised.value.facts["prompt"] == "prompts.lock"


GOOD = FRONT_MATTER.format(name="summarize", version=1, schema="summary")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(BODY, "front matter", id="no front matter"),
        pytest.param(GOOD + "# system\nonly this\n", "# user", id="no user part"),
        pytest.param(GOOD + "# user\nfirst\n# system\nlast\n", "# user", id="parts in the wrong order"),
        pytest.param(
            GOOD.replace("version: 1", "version: 2", 1) + BODY, "calls itself summarize@2", id="another version"
        ),
        pytest.param(GOOD.replace("name: summarize", "name: brief") + BODY, "calls itself brief@1", id="another name"),
        pytest.param(GOOD.replace("purpose: To be tested.\n", "") + BODY, "purpose: Field required", id="no purpose"),
        pytest.param(GOOD.replace("0.5", "warm") + BODY, "parameters.temperature", id="a parameter of another type"),
        pytest.param(GOOD.replace("temperature", "temprature") + BODY, "parameters.temprature", id="a misspelt one"),
        pytest.param(GOOD.replace("name:", "name: [") + BODY, "while parsing", id="broken YAML"),
        pytest.param(GOOD + BODY + "{% if %}", "Expected an expression", id="a template that does not compile"),
        pytest.param("", "front matter", id="an empty file"),
    ],
)
def test_a_broken_file_is_told_with_its_reason(content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "summarize").mkdir()
    (tmp_path / "summarize" / "1.md").write_text(content, "utf-8")
    write_lock(tmp_path, "summarize/1.md")
    with pytest.raises(PromptChanged) as raised:
        Prompts.load(tmp_path)
    assert raised.value.facts["prompt"] == "summarize/1.md"
    assert reason in str(raised.value.facts["reason"])


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "summarize").mkdir()
    (tmp_path / "summarize" / "1.md").write_bytes(b"\xff\xfe\x00")
    write_lock(tmp_path, "summarize/1.md")
    with pytest.raises(PromptChanged):
        Prompts.load(tmp_path)


def test_the_default_folder_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Prompts.load(Path("prompts")).get("summarize")
    released(tmp_path / "prompts", ("mine", 1))
    assert [prompt.id.name for prompt in Prompts.load(Path("prompts")).all()] == ["mine"]


def test_a_folder_that_was_asked_for_is_never_replaced_by_ours(tmp_path: Path) -> None:
    assert prompts_folder(tmp_path / "typo") == tmp_path / "typo"
    with pytest.raises(PromptChanged):
        Prompts.load(tmp_path / "typo")
