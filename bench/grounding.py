"""Quotations of the labelled commentaries: kept for their speakers, dropped for the text's other speakers.

    python bench/grounding.py [-v] [SET…]

Prints, per set, how many of the labelled quotations the check keeps as they are and where they are, and how many it
keeps of those that were given to another speaker of the same text; `-v` lists what went wrong.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.analysis.grounding import check
from bot.models.article import Article, Comment
from bot.models.summary import Draft, Quote, Signature

ROOT = Path(__file__).parent / "commentaries"


def article_of(label: dict[str, Any]) -> Article:
    return Article(
        title=label["title"],
        authors=tuple(label["authors"]),
        language=label["language"],
        paragraphs=tuple(label["paragraphs"]),
        bio=label["bio"],
        comments=tuple(Comment(author=c["author"], text=c["text"]) for c in label["comments"]),
    )


def is_kept(article: Article, quote: Quote) -> bool:
    draft = Draft(tldr="", thesis="", quotes=(quote,), signature=Signature(engine="bench"))
    return check(article, draft).quotes == (quote,)


def labelled(label: dict[str, Any]) -> list[Quote]:
    quotes = label["quotes"]
    return [Quote(text=q["text"], speaker=q["speaker"] or "", paragraph=q["paragraph"]) for q in quotes]


def swapped(label: dict[str, Any]) -> Iterator[Quote]:
    """Each quotation of a named speaker, given to each other named speaker of the text who does not say the same."""
    quotes = labelled(label)
    said = {(quote.text, quote.speaker) for quote in quotes}
    for quote in quotes:
        for other in sorted({q.speaker for q in quotes if q.speaker}):
            if quote.speaker and (quote.text, other) not in said:
                yield Quote(text=quote.text, speaker=other, paragraph=quote.paragraph)


def measure(folder: Path, *, verbose: bool) -> str:
    true = true_kept = false = false_kept = 0
    started = time.process_time()
    for path in sorted(folder.glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        article = article_of(label)
        lost = [quote for quote in labelled(label) if not is_kept(article, quote)]
        given = list(swapped(label))
        wrong = [quote for quote in given if is_kept(article, quote)]
        true, true_kept = true + len(label["quotes"]), true_kept + len(label["quotes"]) - len(lost)
        false, false_kept = false + len(given), false_kept + len(wrong)
        if verbose:
            for name, quotes in (("lost", lost), ("kept for another", wrong)):
                for quote in quotes:
                    print(f"  {path.stem} ¶{quote.paragraph} {name}: {quote.speaker or '-'}: {quote.text}")
    seconds = (time.process_time() - started) / max(1, true + false)
    return (
        f"{folder.name}: {true_kept} of {true} quotations kept, {false_kept} of {false} kept for another speaker, "
        f"{1000 * seconds:.1f} ms a check"
    )


def main(argv: list[str]) -> int:
    names = [name for name in argv if not name.startswith("-")]
    for folder in sorted(path for path in ROOT.iterdir() if path.is_dir()):
        if not names or folder.name in names:
            print(measure(folder, verbose="-v" in argv))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
