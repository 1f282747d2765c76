"""Checks the labelled comparisons: every paragraph named exists, and the lists have the shape the README gives.

`python bench/comparisons/check.py` prints one line per entry and one per fault; it exits 1 when there is a fault.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
SETS = ("tuned", "kept")
LISTS = ("agreements", "conflicts", "only")


def paragraphs_of(path: Path) -> list[str]:
    return [block.strip() for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]


def cited(labels: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Every (article, paragraph) that the labels name."""
    for agreement in labels["agreements"]:
        yield from ((citation["n"], citation["paragraph"]) for citation in agreement["citations"])
    sides = [side for conflict in labels["conflicts"] for side in conflict["sides"]]
    for part in (*sides, *labels["only"]):
        yield from ((part["n"], paragraph) for paragraph in part["paragraphs"])


def faults_of(entry: Path) -> Iterator[str]:
    labels = json.loads((entry / "labels.json").read_text(encoding="utf-8"))
    texts = {n: paragraphs_of(entry / f"{n}.txt") for n in range(1, len(labels["articles"]) + 1)}
    yield from (f"{n}¶{p} does not exist" for n, p in cited(labels) if not 1 <= p <= len(texts.get(n, ())))
    yield from (f"{n}.txt breaks a paragraph" for n, text in texts.items() if any("\n" in block for block in text))
    if not labels["comparable"]:
        yield from (f"{name} is not empty" for name in LISTS if labels[name])
        return
    yield from (f"{name} has fewer than two" for name in LISTS[:2] if len(labels[name]) < 2)
    for name, parts in (("agreements", "citations"), ("conflicts", "sides")):
        alone = [item["point"] for item in labels[name] if len({part["n"] for part in item[parts]}) < 2]
        yield from (f"{name} with one article only: {point}" for point in alone)


def main() -> int:
    entries = sorted(path.parent for name in SETS for path in (ROOT / name).glob("*/labels.json"))
    faults = [f"{entry.name}: {fault}" for entry in entries for fault in faults_of(entry)]
    print(*(str(entry.relative_to(ROOT)) for entry in entries), *faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
