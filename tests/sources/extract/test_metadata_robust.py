"""Facts are read from any tree without raising, and from hostile ones in time."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models.page import Page
from bot.sources.extract import metadata
from bot.sources.extract.document import parse

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(
    "@type @id @graph author headline datePublished publisher name articleSection inLanguage url".split()
)
NODES = st.dictionaries(KEYS, JSON | st.sampled_from(["NewsArticle", "Person", "ListItem", "WebPage"]), max_size=6)
TAGS = st.sampled_from("h1 h2 p div span time a article nav li figcaption br b title font td".split())
CLASSES = st.sampled_from(["", "byline", "author", "kicker", "date", "comment", "breadcrumb", "post category-x"])


def read(html: str, url: str = "") -> metadata.Metadata:
    return metadata.read(parse(Page(asked=url, url=url, body=html.encode("utf-8", "replace"))))


@st.composite
def trees(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 12))):
        tag, mark = draw(TAGS), draw(CLASSES)
        parts.append(
            f'<{tag} class="{mark}" rel="{mark}" href="{draw(st.text(max_size=8))}">{draw(st.text(max_size=30))}'
        )
        parts.append(draw(st.sampled_from(["", f"</{tag}>"])))
    return "".join(parts)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(html=trees(), nodes=st.lists(NODES, max_size=3), url=st.text(max_size=20))
def test_no_tree_raises(html: str, nodes: list[dict[str, Any]], url: str) -> None:
    script = f'<script type="application/ld+json">{json.dumps(nodes).replace("<", " ")}</script>'
    found = read(script + html, url)
    assert all(name.strip() for name in found.authors)
    assert "\n" not in found.title + found.site


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("", id="nothing"),
        pytest.param("<h1></h1>", id="an empty heading"),
        pytest.param("<title>" + "(" * 50_000, id="brackets in a title"),
        pytest.param("<title>" + " - " * 20_000, id="dashes in a title"),
        pytest.param("<h1>" + "<b>" * 3_000 + "deep", id="a deep heading"),
        pytest.param("<h1>x</h1>" + "<div>" * 5_000 + "deep", id="deep after the heading"),
        pytest.param("<h1>a b c</h1>" * 5_000, id="many headings"),
        pytest.param("<p class=author>By Ann " * 5_000, id="many bylines"),
        pytest.param("<h1>t</h1><p>" + "By Ann and " * 20_000, id="an endless byline"),
        pytest.param("<h1>t</h1><p>" + "1 2 3 / 4 . " * 20_000, id="an endless date"),
        pytest.param(f'<meta name="author" content="{"a, " * 50_000}">', id="an endless author"),
        pytest.param("<p>" + "ж" * 500_000, id="one long word"),
        pytest.param("<time>x</time>" * 20_000, id="many times"),
        pytest.param('<a href="http://[">x</a><link rel=canonical href="http://[">', id="broken addresses"),
    ],
)
def test_hostile_heads_end_soon(html: str) -> None:
    began = time.process_time()
    read(html, "https://a.example/b")
    assert time.process_time() - began < 2
