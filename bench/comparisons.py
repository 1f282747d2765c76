"""What is found when articles are compared without a model: ``python -m bench.comparisons [--set kept|tuned] [-v]``.

A set is a directory of bench/comparisons; each comparison in it a directory with `1.txt`, `2.txt` … and `labels.json`.
An agreement counts as a labelled one when in at least two articles one of its cited paragraphs is among the labelled
ones of that article; a conflict likewise over its sides. `nearest` pairs the sentences with the most words in common,
four of a kind, beside it in the same run; `checked` is what of the engine's draft grounding keeps.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from bot.analysis.extractive import take_apart
from bot.analysis.extractive.comparing import compare
from bot.analysis.grounding import check_comparison
from bot.models.article import Article
from bot.models.comparison import Agreement, Citation, Comparison, ComparisonDraft, Conflict, Side
from bot.models.summary import Signature

ROOT = Path(__file__).parent / "comparisons"
SIGNATURE = Signature(engine="extractive")
GOALS = "goal: found and precise ≥ 0.40 each, citations 1.00, every pair on different subjects refused, none other"
Where = dict[int, set[int]]
Made = ComparisonDraft | Comparison


def articles_of(folder: Path, labels: dict[str, Any]) -> list[Article]:
    return [
        Article(
            title=facts.get("title", ""),
            authors=tuple(facts.get("authors", ())),
            language=facts.get("language", ""),
            paragraphs=tuple((folder / f"{n}.txt").read_text(encoding="utf-8").strip().split("\n\n")),
        )
        for n, facts in enumerate(labels["articles"], 1)
    ]


def where(cited: Iterable[tuple[int, Iterable[int]]]) -> Where:
    """Paragraphs by article."""
    found: Where = defaultdict(set)
    for n, paragraphs in cited:
        found[n].update(paragraphs)
    return found


def wanted(labels: dict[str, Any], kind: str) -> list[Where]:
    if kind == "agreements":
        return [where((c["n"], [c["paragraph"]]) for c in label["citations"]) for label in labels[kind]]
    return [where((side["n"], side["paragraphs"]) for side in label["sides"]) for label in labels[kind]]


def said(draft: Made, kind: str) -> list[Where]:
    if kind == "agreements":
        return [where((c.n, [c.paragraph]) for c in each.citations) for each in draft.agreements]
    return [where((side.n, side.paragraphs) for side in each.sides) for each in draft.conflicts]


def same(one: Where, other: Where) -> bool:
    return sum(bool(one[n] & other[n]) for n in one.keys() & other.keys()) >= 2


def score(counts: Counter[str], labels: dict[str, Any], draft: Made) -> None:
    counts["comparisons"] += 1
    kind = "one question" if labels["comparable"] else "different"
    counts[kind] += 1
    counts[f"{kind} told"] += draft.comparable == labels["comparable"]
    for kind in ("agreements", "conflicts"):
        labelled, shown = wanted(labels, kind), said(draft, kind)
        counts[f"{kind} labelled"] += len(labelled)
        counts[f"{kind} found"] += sum(any(same(label, each) for each in shown) for label in labelled)
        counts[f"{kind} shown"] += len(shown)
        counts[f"{kind} right"] += sum(any(same(label, each) for label in labelled) for each in shown)


def score_citations(counts: Counter[str], articles: list[Article], draft: ComparisonDraft) -> None:
    """Whether every sentence stands where it is cited, an agreement's in one of its articles; whom it quotes, too."""

    def holds(n: int, paragraphs: Iterable[int], text: str) -> bool:
        body = articles[n - 1].paragraphs if 0 < n <= len(articles) else ()
        there = [body[p - 1] for p in paragraphs if 0 < p <= len(body)]
        return len(there) == len(list(paragraphs)) and all(
            any(part in one for one in there) for part in text.split(" … ")
        )

    held = [any(holds(c.n, [c.paragraph], each.point) for c in each.citations) for each in draft.agreements]
    held += [holds(s.n, s.paragraphs, s.claim) for each in draft.conflicts for s in each.sides]
    held += [holds(each.n, each.paragraphs, each.point) for each in draft.only]
    held += [each.speaker.lower() in articles[each.n - 1].text.lower() for each in draft.quoted]
    counts["citations"] += len(held)
    counts["citations held"] += sum(held)


def engine(articles: list[Article]) -> ComparisonDraft:
    return compare(articles, SIGNATURE)


def nearest(articles: list[Article], most: int = 4) -> ComparisonDraft:
    """The sentences with the most words in common, as agreements and as conflicts: similarity cannot tell them."""
    lines = [(n, line) for n, article in enumerate(articles, 1) for line in take_apart(article).lines if line.stems]
    close = sorted(
        (
            (len(a.stems & b.stems) / len(a.stems | b.stems), n, a.paragraph, m, b.paragraph)
            for (n, a), (m, b) in combinations(lines, 2)
            if n != m
        ),
        reverse=True,
    )[:most]
    return ComparisonDraft(
        comparable=True,
        agreements=tuple(
            Agreement(point="", citations=(Citation(n=n, paragraph=p), Citation(n=m, paragraph=q)))
            for _, n, p, m, q in close
        ),
        conflicts=tuple(
            Conflict(point="", sides=(Side(n=n, claim="", paragraphs=(p,)), Side(n=m, claim="", paragraphs=(q,))))
            for _, n, p, m, q in close
        ),
        signature=SIGNATURE,
    )


def share(counts: Counter[str], part: str, whole: str) -> str:
    return f"{counts[part] / counts[whole]:.2f} ({counts[part]}/{counts[whole]})" if counts[whole] else "–"


def report(name: str, counts: Counter[str]) -> None:
    cells = [
        f"{kind} found {share(counts, f'{kind} found', f'{kind} labelled')}, "
        f"precise {share(counts, f'{kind} right', f'{kind} shown')}"
        for kind in ("agreements", "conflicts")
    ]
    print(f"  {name:<10} {'; '.join(cells)}")


def alone(name: str, labels: dict[str, Any], made: Made) -> None:
    counts = Counter[str]()
    score(counts, labels, made)
    report(name, counts)


def measure(folder: Path, *, verbose: bool) -> None:
    ours, checked, baseline = Counter[str](), Counter[str](), Counter[str]()
    milliseconds = []
    for path in sorted(folder.glob("*/labels.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        articles = articles_of(path.parent, labels)
        began = time.perf_counter()
        draft = engine(articles)
        milliseconds.append(1000 * (time.perf_counter() - began))
        score(ours, labels, draft)
        score(checked, labels, check_comparison(articles, draft))
        score_citations(ours, articles, draft)
        if labels["comparable"]:
            score(baseline, labels, nearest(articles))
        if verbose:
            alone(path.parent.name, labels, draft)
    print(f"\n{folder.name}: {ours['comparisons']} comparisons")
    report("extractive", ours)
    report("checked", checked)
    report("nearest", baseline)
    print(f"  citations {share(ours, 'citations held', 'citations')}", end=", ")
    print(f"different subjects refused {share(ours, 'different told', 'different')}", end=", ")
    print(f"one question compared {share(ours, 'one question told', 'one question')}", end=", ")
    print(f"slowest {max(milliseconds, default=0):.0f} ms\n  {GOALS}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("kept", "tuned"), help="both by default")
    parser.add_argument("-v", "--verbose", action="store_true", help="each comparison's figures")
    options = parser.parse_args()
    for name in ("kept", "tuned"):
        if options.set in (None, name):
            measure(ROOT / name, verbose=options.verbose)


if __name__ == "__main__":
    main()
