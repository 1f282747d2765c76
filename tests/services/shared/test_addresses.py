"""Addresses in what somebody wrote; how Discord's messages hold them is in tests/ui/test_links.py."""

from __future__ import annotations

import pytest

from bot.services.shared.addresses import addresses, same_page


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("nothing here", [], id="none"),
        pytest.param("what of https://a.test/x?", [("https://a.test/x", "")], id="a question mark is not of it"),
        pytest.param("(see https://a.test/x_(y))", [("https://a.test/x_(y)", "")], id="its own brackets are"),
        pytest.param("<https://a.test/x>", [("https://a.test/x", "")], id="without a preview"),
        pytest.param("[the column](https://a.test/x)", [("https://a.test/x", "the column")], id="masked"),
        pytest.param("https://a.test/x, https://b.test", [("https://a.test/x", ""), ("https://b.test", "")], id="two"),
        pytest.param("https://a.test/x.png https://discord.com/x", [], id="a picture, and Discord's own"),
        pytest.param("ftp://a.test/ javascript://a.test/ http://", [], id="other schemes, and no host"),
        pytest.param("https://[not-an-address/", [], id="brackets that hold no address"),
    ],
)
def test_addresses_are_found_as_they_are_written(text: str, found: list[tuple[str, str]]) -> None:
    assert list(addresses(text)) == found


def test_one_page_has_many_addresses() -> None:
    assert len({same_page(url) for url in ("https://a.test/x", "http://www.A.test/x/", "https://a.test/x#y")}) == 1
    assert same_page("https://a.test/x?y") != same_page("https://a.test/x")
