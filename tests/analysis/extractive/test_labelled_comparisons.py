"""The labelled comparisons by which the rules were written: what they reach, they keep."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from bench.comparisons import ROOT, articles_of, engine, score, score_citations
from bot.analysis.grounding import check_comparison


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    found = Counter[str]()
    for path in sorted((ROOT / "tuned").glob("*/labels.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        articles = articles_of(path.parent, labels)
        draft = engine(articles)
        score(found, labels, check_comparison(articles, draft))
        score_citations(found, articles, draft)
    return found


@pytest.mark.parametrize("kind", ["agreements", "conflicts"])
def test_what_is_labelled_is_found_and_what_is_shown_is_labelled(counts: Counter[str], kind: str) -> None:
    assert counts[f"{kind} found"] >= 0.45 * counts[f"{kind} labelled"] > 0
    assert counts[f"{kind} right"] >= 0.45 * counts[f"{kind} shown"] > 0


def test_every_citation_holds(counts: Counter[str]) -> None:
    assert counts["citations held"] == counts["citations"] > 0


def test_articles_about_one_question_are_compared_and_others_refused(counts: Counter[str]) -> None:
    assert counts["one question told"] == counts["one question"] > 0
    assert counts["different told"] == counts["different"] > 0
