"""Figures for every pair of paragraphs of two articles: the one's are the rows, the other's the columns."""

from __future__ import annotations

import numpy as np

from bot.analysis.extractive.comparing.meaning import Grid


def standard(grid: Grid) -> Grid:
    """Mean 0, deviation 1: articles with many common words and such with few become alike."""
    return np.asarray((grid - grid.mean()) / (grid.std() + 1e-9))


def centred(grid: Grid) -> Grid:
    """Standard, and without half of what a paragraph is near to all the others."""
    return standard(grid - 0.5 * grid.mean(axis=0, keepdims=True) - 0.5 * grid.mean(axis=1, keepdims=True))


def mutual(grid: Grid) -> Grid:
    """0 to 1, and 1 where the two are each other's nearest."""
    raised = grid - grid.min()
    rows, columns = raised.max(axis=1, keepdims=True) + 1e-9, raised.max(axis=0, keepdims=True) + 1e-9
    return np.asarray(raised / rows * raised / columns)


def placed(grid: Grid) -> Grid:
    """0 for the greatest, falling by the logarithm of a figure's place among all."""
    order = np.argsort(np.argsort(-grid, axis=None, kind="stable"), kind="stable")
    return -np.log1p(order.reshape(grid.shape).astype(np.float64))
