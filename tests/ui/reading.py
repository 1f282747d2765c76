"""A card as Discord reads it: what it counts, what it would link or call, what a member sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import discord

from bot.ui.asks import Ask
from bot.ui.escape import one_line

OUR_HEADINGS = re.compile(r"\*\*(?:\\.|[^*\n])+\*\*( · continued)?|### [^\n]+")
OUR_MARKS = re.compile(r"^(?:  - |- |> -# |> |-# )", re.MULTILINE)
OUR_WORDS = re.compile(
    r"<t:\d+:[RFf]>|<#\d+>|</[a-z ]+:\d+>|`private`"
    r"|`/(?:ask|compare|(?:context|digest|feed|settings) [a-z]+|privacy [a-z-]+)`"
)
OUR_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]*)\)")


def ids(ask: Ask) -> str:
    """Custom ids that one can read; long ones end in a number of their own."""
    told = f"{ask.use} {' '.join(f'{k}={v}' for k, v in sorted(ask.args.items()))}".strip()
    return told if len(told) <= 100 else f"{told[:80]}{hash(told) % 10**12}"


def components(view: discord.ui.LayoutView) -> Iterator[dict[str, Any]]:
    """All that goes over the wire, nested ones included."""

    def walk(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield item
        for child in [*item.get("components", []), *filter(None, [item.get("accessory")])]:
            yield from walk(child)

    for top in view.to_components():  # type: ignore[no-untyped-call]
        yield from walk(top)


def shown(view: discord.ui.LayoutView) -> list[str]:
    return [item["content"] for item in components(view) if item["type"] == 10]


def buttons(view: discord.ui.LayoutView) -> dict[str, dict[str, Any]]:
    """By label."""
    return {item["label"]: item for item in components(view) if item["type"] == 2}


def assert_discord_accepts(view: discord.ui.LayoutView) -> None:
    items = list(components(view))
    assert len(items) <= 40
    assert sum(len(text.encode("utf-16-le")) // 2 for text in shown(view)) <= 4_000
    assert all(text.strip() for text in shown(view))
    custom_ids = [item["custom_id"] for item in items if "custom_id" in item]
    assert len(set(custom_ids)) == len(custom_ids)
    assert all(1 <= len(custom_id) <= 100 for custom_id in custom_ids)
    for item in items:
        match item["type"]:
            case 1:
                assert 1 <= len(item["components"]) <= 5
            case 2:
                assert 1 <= len(item["label"].encode("utf-16-le")) // 2 <= 80
                assert ("url" in item) != ("custom_id" in item)
                assert _is_plain_address(item.get("url", "https://a.example/"))
            case 3:
                assert 1 <= len(item["options"]) <= 25
                told = [o[key] for o in item["options"] for key in ("label", "value", "description") if key in o]
                assert all(1 <= len(text.encode("utf-16-le")) // 2 <= 100 for text in told)
                assert len({option["value"] for option in item["options"]}) == len(item["options"])


def _is_plain_address(url: str) -> bool:
    parts = urlsplit(url)
    return (
        len(url) <= 512
        and url.isascii()
        and url.isprintable()
        and parts.scheme in {"http", "https"}
        and "." in (parts.hostname or "")
        and "@" not in parts.netloc
    )


def assert_harmless(view: discord.ui.LayoutView) -> None:
    """Calls nobody, hides nothing, and links only under names that are not another address."""
    for text in shown(view):
        for name, url in OUR_LINK.findall(text):
            host = f".{urlsplit(url).hostname}"
            assert url.startswith(("http://", "https://"))
            assert "://" not in name
            assert not re.search(r"[*_~`|<>\\]", name)
            assert all(host.endswith("." + other.lower()) for other in re.findall(r"[\w-]+\.[A-Za-z]{2,}\b", name))
        bare = re.sub(r"\\.", "x", OUR_LINK.sub("link", text))
        bare = OUR_WORDS.sub("", bare)
        assert not re.search(r"[<\[\]|~`_\\]|@(?!\u200b)|://|\*\*\*", bare), bare
        assert not re.search(r"^#|^>>|^\d+\.\s|\n#(?!## )", re.sub(r"^### ", "", bare, flags=re.MULTILINE)), bare
        hidden = [c for c in text.replace("@\u200b", "") if unicodedata.category(c) in {"Cc", "Cf", "Cs"}]
        assert set(hidden) <= {"\n", "\u200c", "\u200d"}


def unescaped(text: str) -> str:
    """What is seen of a text."""
    return re.sub(r"\\(.)", r"\1", text).replace("@\u200b", "@")


def squeezed(text: str) -> str:
    """Without what paging adds: blanks, and marks where a text was broken off."""
    return re.sub(r"[\s…]", "", text)


def body(pages: list[discord.ui.LayoutView]) -> str:
    """The words of all pages, without heads, feet, headings, list marks and what stands behind a link."""
    lines = [OUR_LINK.sub(r"\1", line) for page in pages for text in shown(page)[1:-1] for line in text.split("\n")]
    return squeezed(unescaped("".join(OUR_MARKS.sub("", line) for line in lines if not OUR_HEADINGS.fullmatch(line))))


def assert_in_order(words: Iterable[str], text: str) -> None:
    at = 0
    for said in map(squeezed, map(one_line, words)):
        found = text.find(said, at)
        assert found >= 0, f"lost: {said!r}"
        at = found + len(said)
