"""Fit the weights of the engine without a model: ``python -m bench.fit_extractive``.

Prints the tables of bot/analysis/extractive/weights.py as they come out of the labelled commentaries in `tuned`, and
how well such weights do on a writer whom they were not fitted on. There are few texts and they are by few hands, so
every fit is drawn to nought (ridge), every writer weighs about as much as another, and a signal is kept only where it
helps on writers left out. The names of the signals are taken from the tables; only their values are fitted. What makes
a key point is not among them: weights fitted on all writers did no better on one left out than those that stand there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.extractive import ROOT, article_of, bare, found
from bot.analysis.extractive import take_apart
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.weights import FOREIGN, THESIS_BY_HAND, THESIS_FITTED

Array = NDArray[np.float64]

# Whose hand a text is: the second and the third writer's by name, the fourth's by prefix, all others the first's.
SECOND = frozenset("bronzes cables dictee fax landarzt litio target vets viva".split())
THIRD = frozenset(
    """
    coroner drumlin floodplain leaked-paper maize-silo molue rounding tidal-pool by-heart cantine last-chemist
    outdoor-rink patio schalter
    """.split()
)
RIDGE = {"thesis": 1.0, "foreign": 4.0}
# A view given as the author's is worse than a sentence too few.
MISSED = 2.0
STEPS = 60


@dataclass(frozen=True)
class Text:
    """One labelled commentary: what was seen of its lines, and which are what."""

    writer: str
    passage: Passage
    thesis: Array
    views: Array

    def seen(self, names: list[str]) -> Array:
        return np.array([[signals.get(name, 0.0) for name in names] for signals in self.passage.signals])


def writer_of(name: str) -> str:
    return "D" if name.startswith("d-") else "C" if name in THIRD else "B" if name in SECOND else "A"


def text_of(name: str, label: dict[str, Any]) -> Text:
    passage = take_apart(article_of(label))
    lines = [line.text for line in passage.lines]
    views = {bare(sentence) for sentence in label["rejected"]}
    return Text(
        writer_of(name),
        passage,
        np.array([float(any(found(sentence, [line]) for sentence in label["thesis"])) for line in lines]),
        np.array([float(bare(line) in views) for line in lines]),
    )


def shares(texts: list[Text]) -> list[float]:
    """What a text weighs: the more a writer wrote, the less each."""
    return [float(np.sqrt(15 / sum(other.writer == text.writer for other in texts))) for text in texts]


def softmax_fit(texts: list[Text], names: list[str], ridge: float) -> Array:
    """Weights by which one of a text's theses stands above its other sentences."""
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        slope, curve = -ridge * weights, ridge * np.eye(len(names))
        for text, share in zip(texts, shares(texts), strict=True):
            seen = text.seen(names)
            odds = np.exp(seen @ weights - np.max(seen @ weights))
            odds /= odds.sum()
            right = odds * text.thesis / (odds @ text.thesis)
            mean = seen.T @ odds
            slope += share * (seen.T @ right - mean)
            curve += share * ((seen * odds[:, None]).T @ seen - np.outer(mean, mean))
        step = np.linalg.solve(curve, slope)
        weights += step * min(1.0, 1.0 / np.abs(step).max())
    return weights


def logistic_fit(seen: Array, right: Array, shared: Array, ridge: float) -> Array:
    """Weights of a logistic regression; the last one is the base."""
    rows = np.hstack([seen, np.ones((len(seen), 1))])
    ridges = np.array([*[ridge] * seen.shape[1], 0.001])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (shared * (right - odds)) - ridges * weights
        curve = (rows * (shared * odds * (1 - odds))[:, None]).T @ rows + np.diag(ridges)
        weights += np.linalg.solve(curve, slope)
    return weights


def foreign_rows(text: Text, names: list[str]) -> Array:
    """The signals, and whether the line before is somebody else's view: in its paragraph, in the one above."""
    first = np.array([float(line.first) for line in text.passage.lines])
    before = np.array([0.0, *text.views[:-1]])
    return np.hstack([text.seen(names), (before * (1 - first))[:, None], (before * first)[:, None]])


def fit(texts: list[Text]) -> dict[str, dict[str, float]]:
    """All tables."""
    thesis, foreign = sorted(THESIS_FITTED), sorted(FOREIGN)
    lines = np.concatenate([np.full(len(t.thesis), share) for t, share in zip(texts, shares(texts), strict=True)])
    views = np.concatenate([text.views for text in texts])
    rows = np.vstack([foreign_rows(text, foreign) for text in texts])
    views_fit = logistic_fit(rows, views, lines * np.where(views > 0, MISSED, 1.0), RIDGE["foreign"])
    return {
        "THESIS": dict(zip(thesis, softmax_fit(texts, thesis, RIDGE["thesis"]), strict=True)),
        "FOREIGN": dict(zip([*foreign, "BEFORE", "ABOVE", "BASE"], views_fit, strict=True)),
    }


def best(text: Text, tables: dict[str, dict[str, float]], count: int) -> bool:
    names = [*tables["THESIS"], *THESIS_BY_HAND]
    ranked = np.argsort(-text.seen(names) @ np.array([*tables["THESIS"].values(), *THESIS_BY_HAND.values()]))
    return bool(text.thesis[ranked[:count]].any())


def main() -> None:
    texts = [text_of(file.stem, json.loads(file.read_text("utf-8"))) for file in sorted(ROOT.glob("tuned/*.json"))]
    for name, table in fit(texts).items():
        print(f"\n{name}")
        for signal, value in sorted(table.items(), key=lambda item: -item[1]):
            print(f'    "{signal}": {value:.1f},')
    print("\nA writer left out: thesis, thesis among the best three")
    for writer in "ABCD":
        tables = fit([text for text in texts if text.writer != writer])
        theirs = [text for text in texts if text.writer == writer]
        print(f"  {writer}  {np.mean([best(t, tables, 1) for t in theirs]):.2f}  "
              f"{np.mean([best(t, tables, 3) for t in theirs]):.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
