"""Fit what each signal is worth for two entries to be about one event: ``python -m bench.fit_stories [kept]``.

Prints bot/analysis/stories/weights.py as it comes out of all pairs of the labelled entries in `tuned`, by logistic
regression, drawn to nought (ridge) since there are few events. With `kept` it is fitted on that half instead: only to
see how far the two are apart.
"""

from __future__ import annotations

import sys
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bench.labelled_entries import read
from bench.stories import ROOT
from bot.analysis.stories import Field, Vectors

Array = NDArray[np.float64]

RIDGE = 2.0  # of signals of unit variance
STEPS = 60


def seen(name: str) -> tuple[list[str], Array, Array]:
    """Names of the signals; a row of them for each pair; which pairs are about one event."""
    labelled = read(ROOT / f"{name}.txt")
    field = Field(labelled.entries, Vectors())
    rows, same = [], []
    for one, other in combinations(range(len(labelled.entries)), 2):
        if signals := field.signals(one, other):
            rows.append(signals)
            same.append(labelled.is_same(labelled.entries[one], labelled.entries[other]))
    names = list(rows[0])
    return names, np.array([[row[name] for name in names] for row in rows]), np.array(same, dtype=float)


def fit(rows: Array, same: Array) -> tuple[Array, float]:
    """Weights and the constant."""
    centre, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.column_stack([np.ones(len(rows)), (rows - centre) / spread])
    ridge = RIDGE * np.diag([0.0] + [1.0] * rows.shape[1])
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (same - likely) - ridge @ weights
        curve = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + ridge
        weights += np.linalg.solve(curve, slope)
    return weights[1:] / spread, float(weights[0] - (weights[1:] * centre / spread).sum())


def main() -> None:
    names, rows, same = seen(*sys.argv[1:] or ["tuned"])
    weights, constant = fit(rows, same)
    print(f"CONSTANT = {constant:.2f}\nWEIGHTS = {{")
    print("".join(f'    "{name}": {weight:.2f},\n' for name, weight in zip(names, weights, strict=True)) + "}")


if __name__ == "__main__":
    main()
