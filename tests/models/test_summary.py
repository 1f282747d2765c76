"""How parts of a summary are shown as text."""

from __future__ import annotations

import pytest

from bot.models.summary import PromptId, Remark


@pytest.mark.parametrize(
    ("paragraphs", "shown"),
    [
        pytest.param((), "no source", id="of the whole"),
        pytest.param((2,), "no source (¶2)", id="of a paragraph"),
        pytest.param((2, 5), "no source (¶2, ¶5)", id="of two"),
    ],
)
def test_a_remark_is_shown_with_its_paragraphs(paragraphs: tuple[int, ...], shown: str) -> None:
    assert str(Remark(text="no source", paragraphs=paragraphs)) == shown


def test_a_prompt_is_named_with_its_version() -> None:
    assert str(PromptId(name="summarize", version=3, sha256="")) == "summarize@3"
