"""Scores `extract` on the saved commentary pages in html/, whose fields stand in gold.json.

    python bench/pages/score.py [--misses] [--set DIR] [--only NAME ...]

Prints the share right of each measure. A page whose verdict is not ok counts for its verdict and, where one is given,
its kind. Gold `either` (subheadings, salutations, signatures) counts neither for nor against the paragraphs; a
comment's `subject` may stand before its text. `BOT` in the environment names another command, which gets the files.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
CHUNK = 16
SECONDS_PER_PAGE = 20
NO_PERSON = re.compile(r"editorial board|^(die )?redaktion$|^la rédaction$|^dpa$")
QUOTES = str.maketrans("‘’‚‛“”„‟«»–—―‑…", '\'\'\'\'""""""----.')
ORDER = (
    "answered",
    "verdict",
    "kind",
    "bio",
    "comments_count",
    "comments_author",
    "comments_text",
    "title",
    "authors",
    "published",
    "site",
    "language",
    "canonical_url",
    "paragraphs_f1",
    "absent_kept_out",
)

Page = dict[str, Any]


def squeeze(value: object) -> str:
    """Text in one form of quotes, dashes and spaces, without case."""
    text = unicodedata.normalize("NFKC", value if isinstance(value, str) else "").translate(QUOTES)
    text = re.sub("[\u00ad\u200b-\u200f\u2066-\u2069\ufeff]", "", text).replace("...", ".")
    return re.sub(r"\s+", " ", text).strip().casefold()


def names(value: object) -> set[str]:
    """Persons; an editorial board or an agency is no author, and naming it is no error."""
    found = {squeeze(name) for name in value} if isinstance(value, list) else set()
    return {name for name in found if name and not NO_PERSON.search(name)}


def outlet(value: object) -> str:
    """A name without its article; one that is spelled as a host counts as the name."""
    return re.sub(r"^(the|der|die|das|le|la|el) |^www\.|\.example$|[^\w]", "", squeeze(value))


def address(value: object) -> str:
    parts = urlsplit(value if isinstance(value, str) else "")
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def overlap(want: Counter[str], got: Counter[str]) -> float:
    """F1 of two bags; 1 when both are empty."""
    if not want and not got:
        return 1.0
    return 2 * (want & got).total() / (want.total() + got.total())


def paragraphs_f1(gold: Page, got: Page) -> float:
    ignored = {squeeze(text) for text in gold.get("either", [])}
    want = Counter(squeeze(text) for text in gold["paragraphs"])
    have = Counter(squeeze(text) for text in got.get("paragraphs") or [] if squeeze(text))
    return overlap(want, Counter({text: n for text, n in have.items() if text not in ignored}))


def absent_kept_out(gold: Page, got: Page) -> float:
    body = squeeze("\n".join(str(text) for text in got.get("paragraphs") or []) + "\n" + str(got.get("text") or ""))
    return sum(squeeze(text) not in body for text in gold["absent"]) / len(gold["absent"])


def comment_scores(gold: Page, got: Page) -> dict[str, float]:
    want: list[Page] = gold.get("comments", [])
    have: list[Page] = [comment for comment in got.get("comments") or [] if isinstance(comment, dict)]
    scores = {"comments_count": float(len(want) == len(have))}
    if not want:
        return scores
    titled = [one for one in want if "subject" in one]
    with_subject = {squeeze(f"{one['subject']} {one['text']}"): squeeze(one["text"]) for one in titled}
    texts = (squeeze(comment.get("text")) for comment in have)
    scores["comments_text"] = overlap(
        Counter(squeeze(one["text"]) for one in want), Counter(with_subject.get(text, text) for text in texts)
    )
    scores["comments_author"] = overlap(
        Counter(squeeze(one["author"]) for one in want), Counter(squeeze(one.get("author")) for one in have)
    )
    return scores


def score(gold: Page, got: Page) -> dict[str, float]:
    """Each measure that the page has a gold field for, from 0 to 1; all 0 where there is no answer."""
    scores = measured(gold, got)
    return scores if "error" not in got else dict.fromkeys(scores, 0.0)


def measured(gold: Page, got: Page) -> dict[str, float]:
    scores = {"answered": 1.0, "verdict": float(got.get("verdict") == gold["verdict"])}
    if gold.get("kind"):
        scores["kind"] = float(got.get("kind") == gold["kind"])
    if gold["verdict"] != "ok":
        return scores
    scores["bio"] = float(squeeze(got.get("bio")) == squeeze(gold.get("bio")))
    scores |= comment_scores(gold, got)
    scores["title"] = float(squeeze(got.get("title")) == squeeze(gold["title"]))
    scores["authors"] = float(names(got.get("authors")) == names(gold["authors"]))
    scores["published"] = float(got.get("published") == gold["published"])
    scores["site"] = float(outlet(got.get("site")) == outlet(gold["site"]))
    scores["language"] = float(squeeze(got.get("language")).split("-")[0] == gold["language"])
    if gold.get("canonical_url"):
        scores["canonical_url"] = float(address(got.get("canonical_url")) == address(gold["canonical_url"]))
    scores["paragraphs_f1"] = paragraphs_f1(gold, got)
    if gold.get("absent"):
        scores["absent_kept_out"] = absent_kept_out(gold, got)
    return scores


def ask(command: list[str], files: list[Path]) -> list[Page] | None:
    """One answer a file, or None when their number differs."""
    try:
        done = subprocess.run(
            [*command, *map(str, files)],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS_PER_PAGE * len(files),
        )
    except subprocess.TimeoutExpired:
        return None
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return answers if len(answers) == len(files) else None


def answers(command: list[str], files: list[Path]) -> Iterator[Page]:
    for start in range(0, len(files), CHUNK):
        chunk = files[start : start + CHUNK]
        together = ask(command, chunk)
        if together is not None:
            yield from together
        else:
            yield from ((ask(command, [file]) or [{"error": "no answer"}])[0] for file in chunk)


def shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else f"{text[:300]}…"


def differences(measure: str, gold: Page, got: Page) -> Iterator[str]:
    """Lines that say what was wanted and what came."""
    if measure == "paragraphs_f1":
        known = {squeeze(text) for text in [*gold["paragraphs"], *gold.get("either", [])]}
        have = {squeeze(text) for text in got.get("paragraphs") or []}
        yield from (f"    extra   {shown(text)}" for text in got.get("paragraphs") or [] if squeeze(text) not in known)
        yield from (f"    missing {shown(text)}" for text in gold["paragraphs"] if squeeze(text) not in have)
        return
    field = measure.split("_")[0] if measure.startswith(("comments", "absent")) else measure
    yield f"    gold {shown(gold.get(field))}"
    if field == "absent":
        body = squeeze("\n".join(str(text) for text in got.get("paragraphs") or []))
        yield f"    kept {shown([text for text in gold['absent'] if squeeze(text) in body])}"
    else:
        yield f"    got  {shown(got.get(field, got.get('error')))}"


def main() -> int:
    parser = argparse.ArgumentParser(description="score article extraction on saved commentary pages")
    parser.add_argument("--set", type=Path, default=HERE, metavar="DIR", help="a directory with html/ and gold.json")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these pages alone")
    parser.add_argument("--misses", action="store_true", help="say what went wrong, page by page")
    options = parser.parse_args()
    gold: dict[str, Page] = json.loads((options.set / "gold.json").read_text(encoding="utf-8"))
    chosen = [name for name in gold if not options.only or name in options.only]
    if not chosen:
        parser.error("no such page")
    command = shlex.split(os.environ.get("BOT", "")) or [sys.executable, "-m", "bot", "extract", "--json"]
    results: dict[str, list[float]] = defaultdict(list)
    files = [options.set / "html" / f"{name}.html" for name in chosen]
    for name, got in zip(chosen, answers(command, files), strict=True):
        for measure, value in score(gold[name], got).items():
            results[measure].append(value)
            if options.misses and value < 1:
                print(f"{name}  {measure} {value:.2f}", *differences(measure, gold[name], got), sep="\n")
    for measure in ORDER:
        values = results[measure]
        if values:
            print(f"{measure:16} {sum(values) / len(values):.3f}  of {len(values)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
