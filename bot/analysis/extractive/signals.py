"""What can be seen of a sentence in its place, as numbers between about 0 and 1."""

from __future__ import annotations

import math
import re
from collections import Counter

from bot.analysis.extractive import weight
from bot.analysis.extractive.around import Signals, around
from bot.analysis.extractive.reading import Line, Reading, stems
from bot.analysis.extractive.regions import Voice

__all__ = ["Signals", "signals"]

_DIGIT = re.compile(r"\d")
_MEASURE = re.compile(
    r"[%$€£¥]|per ?cent|prozent|pour cent|por ciento|million|billion|milliard|mille?ione|millones|euro", re.IGNORECASE
)
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÀ-ÖØ-Þ]\w+")
# The commonest length of a thesis in newspapers' commentary lies between these word counts.
_SHORT, _LONG = 8, 45
# So many words that other paragraphs share are as many as a sentence of the text's subject has.
_SPREAD = 8


def signals(reading: Reading, voices: list[Voice]) -> list[Signals]:
    """One mapping for every line; a signal that is not there is 0 and left out."""
    placed = _places(reading)
    weighed = _weights(reading)
    after = _after_others(reading, voices)
    alone = [
        _cues(line, reading) | placed[i] | weighed[i] | after[i] | _voice(voices[i])
        for i, line in enumerate(reading.lines)
    ]
    near = around(reading, alone)
    return [{name: value for name, value in (seen | near[i]).items() if value} for i, seen in enumerate(alone)]


def _voice(voice: Voice) -> Signals:
    return {
        "reported": float(voice is Voice.REPORTED),
        "conceded": float(voice is Voice.CONCEDED),
        "ironic": float(voice is Voice.IRONIC),
    }


def _cues(line: Line, reading: Reading) -> Signals:
    words, own = reading.words, line.own
    patterns = (
        "own",
        "we",
        "must",
        "bids_first",
        "foretells",
        "wills",
        "numbers",
        "judges",
        "past",
        "states",
        "diagnoses",
        "opposes",
        "contrasts",
        "defines_first",
        "reasons",
        "shows",
        "dangles_first",
        "turns_first",
        "adds_first",
        "sweeps",
        "sourced",
        "lived",
        "says",
        "reports",
        "asides",
        "attributes",
        "institutions",
        "he",
        "she",
    )
    found = {name: float(bool(getattr(words, name).search(own))) for name in patterns}
    count = line.words
    found |= {
        "measures": float(bool(_MEASURE.search(own))),
        "figure": float(bool(_DIGIT.search(own))),
        "quoted": min(1.0, 2 * line.quoted),
        "question": float(own.rstrip("\"'”’»“ ").endswith("?")),
        "exclaims": float("!" in own),
        "colon": float(":" in own),
        "semicolon": float(";" in own),
        "commas": min(1.0, own.count(",") / 4),
        "names": min(1.0, len(_NAME.findall(own)) / 4),
        "short": float(count < _SHORT),
        "very_short": float(count < 5),
        "middling": float(14 <= count <= 32),
        "long": float(count > _LONG),
        "length": min(1.0, count / _LONG),
        "general": float(not _DIGIT.search(own) and not _NAME.search(own) and not words.past.search(own)),
    }
    return found


def _places(reading: Reading) -> list[Signals]:
    total = reading.lines[-1].paragraph if reading.lines else 1
    found = []
    for index, line in enumerate(reading.lines):
        depth = line.paragraph / max(1, total)
        found.append(
            {
                "first_paragraph": float(line.paragraph == 1),
                "second_paragraph": float(line.paragraph == 2),
                "last_paragraph": float(line.paragraph == total),
                "before_last": float(line.paragraph == total - 1),
                "last_line": float(index == len(reading.lines) - 1),
                "early": float(depth <= 0.2),
                "body": float(depth > 0.2),
                "late_middle": float(0.5 < depth <= 0.85),
                "middle": float(0.25 < depth <= 0.5),
                "opens": float(line.first),
                "closes": float(line.last),
                "alone": float(line.first and line.last),
            }
        )
    return found


def _weights(reading: Reading) -> list[Signals]:
    rarity = weight.rarities(reading.lines)
    vectors = [weight.vector(line.stems, rarity) for line in reading.lines]
    middle = weight.centre(vectors)
    title = weight.vector(stems(reading.article.title, reading.words), rarity)
    last = reading.lines[-1].paragraph if reading.lines else 0
    end = weight.centre(v for v, line in zip(vectors, reading.lines, strict=True) if line.paragraph >= last - 1)
    spread = Counter(stem for home in reading.paragraphs.values() for stem in _stems(reading, home))
    central = weight.ranks([weight.cosine(v, middle) for v in vectors])
    heavy = weight.ranks([math.fsum(rarity[stem] for stem in line.stems) for line in reading.lines])
    return [
        {
            "central": central[i],
            "heavy": heavy[i],
            "spread": min(1.0, sum(spread[stem] > 1 for stem in reading.lines[i].stems) / _SPREAD),
            "titled": min(1.0, 2 * weight.cosine(v, title)),
            "restated": 0.0 if reading.lines[i].paragraph >= last - 1 else min(1.0, 3 * weight.cosine(v, end)),
        }
        for i, v in enumerate(vectors)
    ]


def _stems(reading: Reading, lines: list[int]) -> set[str]:
    return {stem for i in lines for stem in reading.lines[i].stems}


def _after_others(reading: Reading, voices: list[Voice]) -> list[Signals]:
    """Whether a line follows a view that was reported, in this paragraph or one of the two before."""
    reported = {line.paragraph for line, voice in zip(reading.lines, voices, strict=True) if voice is Voice.REPORTED}
    found: list[Signals] = []
    before: Voice | None = None
    for line, voice in zip(reading.lines, voices, strict=True):
        mine = voice is Voice.AUTHOR
        found.append(
            {
                "answers": float(mine and before in (Voice.REPORTED, Voice.CONCEDED)),
                "after_view": float(mine and bool(reported & {line.paragraph, line.paragraph - 1, line.paragraph - 2})),
            }
        )
        before = voice
    return found
