"""What the engine without a model answers: ``python -m bench.answers [-v] [tuned|kept ...]``.

A question is `cited` as far as the answer cites what it needs, `right` when it cites all of that and does not say that
the articles don't; one that the text does not answer is `refused` when the answer says so. `precise` is the share of
the cited paragraphs that are needed, `stands` of the sentences that the check of answers keeps. `lead` cites as many
paragraphs as the engine does, the first of each article.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.comparisons import articles_of
from bench.extractive import article_of
from bot.analysis.engine import AnswerAsk
from bot.analysis.extractive.answering import Texts, answer
from bot.analysis.extractive.answering.wording import worded
from bot.analysis.grounding import AnswerCheck
from bot.models.article import Article
from bot.models.discussion import Context, Person, Question, Standing, Turn
from bot.models.summary import Options, Signature

HERE = Path(__file__).parent
READER = Person(id=1, name="Zoe")
WHEN = datetime(2026, 11, 24, tzinfo=UTC)
LANGUAGES = ("de", "en", "es", "fr")
Place = tuple[int, int]


def articles(text: str) -> list[Article]:
    if text.startswith("commentaries/"):
        return [article_of(json.loads((HERE / f"{text}.json").read_text("utf-8")))]
    return articles_of(HERE / text, json.loads((HERE / text / "labels.json").read_text("utf-8")))


def ask_of(row: dict[str, Any]) -> AnswerAsk:
    before = (Turn(id=1, person=READER, text=row["after"], asked_at=WHEN),) if "after" in row else ()
    standing = tuple(Standing(n=n, article=a, lines=(), is_whole=True) for n, a in enumerate(articles(row["text"]), 1))
    context = Context(
        articles=standing,
        memory=None,
        window=before,
        passages=(),
        recalled=(),
        question=Question(text=row["question"], person=READER),
        asked_at=WHEN,
    )
    return AnswerAsk(context=context, options=Options())


def places(text: str) -> set[Place]:
    return {(int(n), int(p)) for n, p in re.findall(r"(\d+)¶(\d+)", text)}


def refuses(said: str, key: str) -> bool:
    return any(said.startswith(worded(key, language=language)) for language in LANGUAGES)


def measured(row: dict[str, Any], texts: Texts, verbose: bool) -> dict[str, float]:
    ask, began = ask_of(row), time.perf_counter()
    sentences = answer(ask, texts)
    took = time.perf_counter() - began
    check = AnswerCheck(ask)
    check.feed("\n\n".join(sentences))
    said, checked = "\n\n".join(sentences), check.finish(Signature(engine="extractive"))
    cited, needed = places(said), [places(group) for group in row["needed"]]
    unsure = refuses(said, "UNSAID") or refuses(said, "NEAREST")
    if verbose:
        print(f"\n{row['question']} {row['needed']}\n  " + said.replace("\n\n", "\n  "), f"  dropped {checked.dropped}")
    lead = {(n, p) for n, p in ((standing.n, p) for standing in ask.context.articles for p in range(1, 9))}
    first = set(sorted(lead, key=lambda place: (place[1], place[0]))[: len(cited)])
    found = {"stands": 1 - checked.dropped / len(sentences), "sentences": len(sentences), "ms": 1000 * took}
    if not needed:
        return found | {"refused": float(unsure)}
    hits = statistics.mean(bool(group & cited) for group in needed)
    return found | {
        "cited": hits,
        "right": float(hits == 1 and not unsure),
        "precise": len(cited & set().union(*needed)) / len(cited) if cited else 0.0,
        "lead": statistics.mean(bool(group & first) for group in needed),
    }


def main(argv: list[str]) -> None:
    for name in [arg for arg in argv if not arg.startswith("-")] or ["tuned", "kept"]:
        rows = json.loads((HERE / "answers" / f"{name}.json").read_text("utf-8"))
        texts = Texts()
        figures = [measured(row, texts, "-v" in argv) for row in rows]
        print(
            f"\n{name}: {len(rows)} questions, {sum(not row['needed'] for row in rows)} that the text does not answer"
        )
        for column in ("cited", "right", "precise", "lead", "refused", "stands", "sentences", "ms"):
            values = [figure[column] for figure in figures if column in figure]
            print(f"  {column:<10}{statistics.mean(values):8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
