"""What a digest's brief says of labelled stories without a model: ``python -m bench.briefs [--set kept|tuned] [-v]``.

Each story is told once with its report and once without, by every choice of two commentaries. `event right`: a
labelled paragraph is cited first for what happened; `event wrong`: another one is. `claims right`: of the authors, for
how many a labelled paragraph is cited. `opposed parted`: of pairs of two camps, how many are shown as two camps;
`allied parted`: of pairs of one camp. `dropped`: what the check takes away of the engine's own drafts.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bot.analysis.extractive.briefing import brief
from bot.analysis.grounding import check_brief
from bot.models.article import Article, Kind
from bot.models.brief import Brief
from bot.models.summary import Signature

ROOT = Path(__file__).parent / "told_stories"
GOALS = "goal: claims ≥ 0.70, opposed parted ≥ 0.30; allied parted, events that are wrong and dropped 0"
_MARK = re.compile(r" \[(event|claim)\]$")


@dataclass(frozen=True)
class Labelled:
    article: Article
    camp: str
    marked: dict[str, set[int]]


def story(path: Path) -> list[Labelled]:
    """The articles of a file, in order."""
    found = []
    for chunk in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = chunk.partition("\n")
        kind, camp, author, site, title = head.split(" | ", 4)
        marked: dict[str, set[int]] = {"event": set(), "claim": set()}
        paragraphs = []
        for number, paragraph in enumerate(body.strip().split("\n\n"), 1):
            if match := _MARK.search(paragraph):
                marked[match[1]].add(number)
            paragraphs.append(_MARK.sub("", paragraph))
        article = Article(
            title=title, authors=(author,), site=site, language="en", kind=Kind(kind), paragraphs=tuple(paragraphs)
        )
        found.append(Labelled(article, camp, marked))
    return found


def asks(labelled: list[Labelled]) -> Iterator[list[Labelled]]:
    """Two commentaries, with the report behind them and without."""
    reports = [each for each in labelled if each.camp == "-"]
    for pair in combinations([each for each in labelled if each.camp != "-"], 2):
        yield list(pair)
        yield [*pair, *reports]


def measure(name: str, *, verbose: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for path in sorted((ROOT / name).glob("*.txt")):
        for asked in asks(story(path)):
            articles = [each.article for each in asked]
            draft = brief(articles, Signature(engine="extractive"))
            told = check_brief(articles, draft)
            count(counts, asked, told)
            if verbose:
                show(path.stem, asked, told)
    return counts


def count(counts: Counter[str], asked: list[Labelled], told: Brief) -> None:
    with_report = "-" in {each.camp for each in asked}
    tellable = any(each.marked["event"] for each in asked)
    if tellable:
        counts["events" + " (report)" * with_report] += 1
        hit = any(c.paragraph in asked[c.n - 1].marked["event"] for c in told.event_citations[:1])
        counts["event right" + " (report)" * with_report] += hit
        counts["event wrong" + " (report)" * with_report] += bool(told.event) and not hit
    authors = [each for each in asked if each.camp != "-"]
    counts["authors"] += len(authors)
    counts["views"] += len(told.views)
    counts["claims right"] += sum(bool(asked[v.n - 1].marked["claim"] & set(v.paragraphs)) for v in told.views)
    are_opposed = authors[0].camp != authors[1].camp
    counts["opposed" if are_opposed else "allied"] += 1
    counts["opposed parted" if are_opposed else "allied parted"] += bool(told.question)
    counts["dropped"] += told.dropped


def show(name: str, asked: list[Labelled], told: Brief) -> None:
    print(
        f"\n{name} {' '.join(each.camp for each in asked)}\n  event {told.event} {list(map(str, told.event_citations))}"
    )
    if told.question:
        print(f"  question {told.question}")
    for view in told.views:
        right = "+" if asked[view.n - 1].marked["claim"] & set(view.paragraphs) else "-"
        print(f"  {right} {view.n} camp {view.camp} {view.claim} {view.paragraphs}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("tuned", "kept"), default="tuned")
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    began = time.perf_counter()
    counts = measure(args.set, verbose=args.verbose)
    for kind, of in (
        ("event right", "events"),
        ("event wrong", "events"),
        ("event right (report)", "events (report)"),
        ("views", "authors"),
        ("claims right", "authors"),
        ("opposed parted", "opposed"),
        ("allied parted", "allied"),
    ):
        print(f"{kind:22} {counts[kind]:4} of {counts[of]:4}  {counts[kind] / max(1, counts[of]):.2f}")
    print(f"dropped {counts['dropped']}, {time.perf_counter() - began:.1f} s\n{GOALS}")


if __name__ == "__main__":
    main()
