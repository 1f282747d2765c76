"""What the engine without a model says about labelled commentaries: ``python -m bench.extractive [-v] [SET ...]``.

Every set is a directory below bench/commentaries. A labelled sentence counts as found when the output holds it or one
of the output's sentences shares at least 0.6 of its content words. Lead, LexRank and TextRank run beside the engine on
the same sentences, with the same budget of words; their first sentence stands for their thesis.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.baselines import Ranking, lead, lexrank, textrank
from bot.analysis.extractive import draft, take_apart
from bot.analysis.extractive.critique import findings
from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.thesis import candidates
from bot.models.article import Article, Comment, Kind
from bot.models.summary import Draft, Options, Signature

ROOT = Path(__file__).parent / "commentaries"
WORDS = 150
SHARE = 0.6
GOALS = {
    "thesis": "≥ 0.65", "points": "≥ 0.70", "quotes": "≥ 0.92", "cites": "1.0", "nature": "≥ 0.70",
    "critique": "≥ 0.35",
    "rejected": "≤ 0.20", "leaks": "0", "most": "≤ 150",
}  # fmt: skip
COLUMNS = (
    "thesis", "in 3", "points", "quotes", "false q", "cites", "nature", "nature+", "critique", "rejected",
    "ironic", "leaks", "words", "most", "ms",
)  # fmt: skip


@dataclass
class Scores:
    """Values by column; a column's mean is shown, of `most` the maximum."""

    values: dict[str, list[float]] = field(default_factory=dict)

    def add(self, **measured: float | bool | None) -> None:
        for name, value in measured.items():
            if value is not None:
                self.values.setdefault(name.replace("_", " ").replace("plus", "+"), []).append(float(value))

    def shown(self, column: str) -> str:
        values = self.values.get(column, [])
        if not values:
            return "–"
        if column == "most":
            return f"{max(values):.0f}"
        return f"{statistics.mean(values):.0f}" if column in ("words", "ms") else f"{statistics.mean(values):.2f}"


def article_of(label: dict[str, Any]) -> Article:
    return Article(
        title=label["title"],
        authors=tuple(label["authors"]),
        language=label["language"],
        kind=Kind(label["kind"]),
        bio=label["bio"],
        paragraphs=tuple(label["paragraphs"]),
        comments=tuple(Comment(author=c["author"], text=c["text"]) for c in label["comments"]),
    )


def content(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3 or word.isdigit()}


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def called(speaker: str) -> str:
    """A name without the article before it: labels write "die Finanzbehörde" and "Pressestelle"."""
    return re.sub(r"^(?:the|an?|der|die|das|le|la|les|el|los|las) ", "", bare(speaker))


def found(sentence: str, output: list[str]) -> bool:
    words = content(sentence)
    return any(
        bare(sentence) in bare(said) or (words and len(words & content(said)) >= SHARE * len(words)) for said in output
    )


def share(hits: list[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None


def score_sentences(scores: Scores, label: dict[str, Any], thesis: str, said: list[str], words: int) -> None:
    """What every way of summarizing is measured by."""
    scores.add(
        thesis=any(found(sentence, [thesis]) for sentence in label["thesis"]),
        points=share([any(found(sentence, said) for sentence in group) for group in label["key_points"]]),
        rejected=any(found(sentence, said) for sentence in label["rejected"]),
        ironic=any(found(sentence, said) for sentence in label["ironic"]),
        words=words,
        most=words,
    )


def score_quotes(scores: Scores, label: dict[str, Any], made: Draft) -> None:
    def same(wanted: dict[str, Any], paragraph: int, text: str) -> bool:
        return bool(wanted["paragraph"] == paragraph and bare(wanted["text"]) == bare(text))

    for wanted in label["quotes"]:
        speakers = [q.speaker for q in made.quotes if same(wanted, q.paragraph, q.text)]
        scores.add(quotes=any(called(speaker) == called(wanted["speaker"] or "") for speaker in speakers))
    for quote in made.quotes:
        scores.add(false_q=not any(same(wanted, quote.paragraph, quote.text) for wanted in label["quotes"]))


def score_engine(scores: Scores, label: dict[str, Any], verbose: bool) -> None:
    article = article_of(label)
    began = time.perf_counter()
    made = draft(article, Options(), Signature(engine="extractive"))
    scores.add(ms=1000 * (time.perf_counter() - began))
    said = [made.thesis, made.tldr, *(text for a in made.arguments for text in (a.claim, a.support) if text)]
    score_sentences(scores, label, made.thesis, said, sum(len(text.split()) for text in said))
    score_quotes(scores, label, made)

    passage = take_apart(article)
    best = [passage.lines[i].text for i in candidates(passage)[:3]]
    scores.add(in_3=any(found(sentence, best) for sentence in label["thesis"]))
    for argument in made.arguments:
        homes = [article.paragraphs[n - 1] for n in argument.paragraphs if 0 < n <= len(article.paragraphs)]
        scores.add(cites=bool(homes) and any(argument.claim in home for home in homes))
        for item in label["natures"]:
            if bare(item["sentence"]) == bare(argument.claim):
                scores.add(natureplus=argument.nature.value == item["nature"])
    given = {bare(line.text): nature(passage, i).value for i, line in enumerate(passage.lines)}
    for item in label["natures"]:
        scores.add(nature=given.get(bare(item["sentence"])) == item["nature"])
    shown = {(f.flaw.value, f.paragraph) for f in findings(passage, list(made.quotes), Options().length)}
    scores.add(critique=share([(c["kind"], c["paragraph"]) in shown for c in label["critique"]]))
    outside = [article.bio, *(comment.text for comment in article.comments)]
    shown_text = [*said, *(q.text for q in made.quotes), *(r.text for r in made.critique)]
    scores.add(leaks=any(text and text in other for text in shown_text for other in outside))
    if verbose:
        missed = [group[0] for group in label["key_points"] if not any(found(s, said) for s in group)]
        print(f"  thesis: {made.thesis}", *(f"  missed: {text}" for text in missed), sep="\n")


def score_baseline(scores: Scores, label: dict[str, Any], rank: Ranking) -> None:
    sentences = [line.text for line in take_apart(article_of(label)).lines]
    taken: list[str] = []
    for index in rank(sentences):
        if sum(len(text.split()) for text in [*taken, sentences[index]]) <= WORDS:
            taken.append(sentences[index])
    score_sentences(scores, label, taken[0], taken, sum(len(text.split()) for text in taken))


def table(name: str, size: int, rows: dict[str, Scores]) -> None:
    print(f"\n{name}: {size} texts")
    print(" " * 12 + "".join(f"{column:>9}" for column in COLUMNS))
    for row, scores in rows.items():
        print(f"{row:<12}" + "".join(f"{scores.shown(column):>9}" for column in COLUMNS))
    print(f"{'goal':<12}" + "".join(f"{GOALS.get(column, ''):>9}" for column in COLUMNS))


def main(argv: list[str]) -> None:
    wanted = [name for name in argv if not name.startswith("-")]
    for folder in sorted(path for path in ROOT.iterdir() if path.is_dir() and (not wanted or path.name in wanted)):
        rows = {name: Scores() for name in ("extractive", "lead-5", "LexRank", "TextRank")}
        files = sorted(folder.glob("*.json"))
        for file in files:
            if "-v" in argv:
                print(f"{folder.name}/{file.stem}")
            label: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            score_engine(rows["extractive"], label, "-v" in argv)
            for name, rank in (("lead-5", lead), ("LexRank", lexrank), ("TextRank", textrank)):
                score_baseline(rows[name], label, rank)
        table(folder.name, len(files), rows)


if __name__ == "__main__":
    main(sys.argv[1:])
