"""A text given instead of an address."""

from __future__ import annotations

import pytest

from bot.ui.pasted import page_of

TEXT = "The council should keep the night bus. " * 8


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("https://a.example/opinion/bus", id="an address"),
        pytest.param(f"https://a.example/{'x/' * 200}", id="a long address"),
        pytest.param(f"https://a.example/opinion/bus {TEXT}", id="an address with words behind it"),
        pytest.param("the night bus column", id="a few words"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_meant_as_an_address_is_no_text(given: str) -> None:
    assert page_of(given) is None


def test_a_text_is_a_page_of_its_own() -> None:
    page = page_of(f"  {TEXT}\n")
    assert page is not None
    assert page.body.decode() == TEXT.strip()
    assert (page.url, page.content_type) == ("", "text/plain")
