"""The body of known pages: ours beside trafilatura alone, in one run.

    python bench/extraction.py [FOLDER] [--limit N]

FOLDER (default: `EXTRACTION_PAGES`, else ../shared/extraction beside this checkout) holds truth.json, a map from keys
to {"articleBody"}, and html/KEY.html.gz. F1, precision and recall are those of the public
article-extraction-benchmark: multisets of 4 words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import trafilatura

from bot.models.page import Page
from bot.sources.extract import extract

BESIDE_CHECKOUT = Path(__file__).resolve().parent.parent.parent / "shared" / "extraction"
SHINGLE = 4
WORD = re.compile(r"\w+")

Reader = Callable[[bytes], str]


def ours(markup: bytes) -> str:
    return extract(Page(asked="page.html", content_type="text/html", body=markup)).text


def trafilatura_alone(markup: bytes) -> str:
    return trafilatura.extract(markup, favor_precision=True, include_comments=False) or ""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))


def scores(wanted: list[str], got: list[str]) -> tuple[float, float, float]:
    """F1, precision and recall, each of the last two a mean over the pages where it is defined."""
    precision, recall = [], []
    for want, have in zip(map(shingles, wanted), map(shingles, got), strict=True):
        hit = (want & have).total()
        if have:
            precision.append(hit / have.total())
        if want:
            recall.append(hit / want.total())
    p, r = mean(precision), mean(recall)
    return 2 * p * r / (p + r), p, r


def main() -> int:
    parser = argparse.ArgumentParser(description="body F1, precision and speed beside trafilatura alone")
    parser.add_argument("folder", type=Path, nargs="?", default=os.environ.get("EXTRACTION_PAGES") or BESIDE_CHECKOUT)
    parser.add_argument("--limit", type=int, help="this many pages only")
    options = parser.parse_args()
    truth_file = Path(options.folder) / "truth.json"
    if not truth_file.exists():
        print(f"no pages to measure: {truth_file} does not exist; give a folder, or set EXTRACTION_PAGES")
        return 0
    logging.disable()
    truth = json.loads(truth_file.read_text(encoding="utf-8"))
    keys = sorted(truth)[: options.limit]
    pages = [gzip.decompress((Path(options.folder) / "html" / f"{key}.html.gz").read_bytes()) for key in keys]
    wanted = [truth[key]["articleBody"] for key in keys]
    readers: dict[str, Reader] = {"trafilatura alone": trafilatura_alone, "ours": ours}
    spent, answers = timed(readers, pages)
    for name in readers:
        f1, precision, recall = scores(wanted, answers[name])
        speed = len(pages) / spent[name]
        print(f"{name:18} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  {speed:6.1f} pages/s")
    print(f"speed: {spent['trafilatura alone'] / spent['ours']:.2f} x trafilatura alone, {len(pages)} pages")
    return 0


def timed(readers: dict[str, Reader], pages: list[bytes]) -> tuple[dict[str, float], dict[str, list[str]]]:
    """Seconds of processor and answers of each reader. Page by page, so that neither meets a busier hour."""
    spent = dict.fromkeys(readers, 0.0)
    answers: dict[str, list[str]] = {name: [] for name in readers}
    for read in readers.values():
        read(pages[0])  # what is loaded lazily is loaded once
    for markup in pages:
        for name, read in readers.items():
            start = time.process_time()
            answers[name].append(read(markup))
            spent[name] += time.process_time() - start
    return spent, answers


if __name__ == "__main__":
    sys.exit(main())
