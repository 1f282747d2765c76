"""The numbers of a text, whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.analysis.grounding.number_words import (
    ARTICLES,
    CARDINALS,
    CURRENCIES,
    FRACTIONS,
    IMPLIED,
    LINKS,
    MAGNITUDES,
    ORDINALS,
    PERCENT,
    PERCENT_PAIRS,
    STANDING_ALONE,
    SUFFIXES,
)
from bot.analysis.grounding.spelled import added, german_compound

Value = Decimal | str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a text.

    values: what it may mean; codes ("G20"), times and percents are text.
    unit: "%", a currency's sign, or "".
    surface: as written, with its unit; it begins at `start`.
    magnitude: what its digits are multiplied by, by a word of its own.
    """

    values: frozenset[Value]
    unit: str
    surface: str
    start: int
    magnitude: int = 1


_SPACES = " \u00a0\u2009\u202f"
_TOKEN = re.compile(
    rf"""
    (?P<code>\b(?:[^\W\d_]+|[A-Z][^\W\d_]*-)\d+(?:[.,]\d+)*\w*)          # G20, COVID-19
    | (?P<clock>\b\d{{1,2}}:\d{{2}}\b)
    | (?P<grouped>(?<![\d.,])\d{{1,3}}(?P<sep>[.,'’{_SPACES}])\d{{3}}(?:(?P=sep)\d{{3}})*(?!\d)(?:[.,]\d+)?)
    | (?P<plain>\d+(?:[.,]\d+)?)
    | (?P<half>[½¼¾⅓⅔])
    | (?P<sign>[%$€£¥₹])
    | (?P<word>[^\W\d_]+)
    """,
    re.VERBOSE,
)
_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_JOINT = re.compile(rf"[{_SPACES}\n]?|-|‑|’")
_ABBREVIATED = frozenset("mio mrd bn mn tn".split())
_BESIDE_NUMBERS = frozenset().union(ARTICLES, LINKS, PERCENT, CURRENCIES, SUFFIXES, *PERCENT_PAIRS, ("de", "d"))
_ORDINAL_SUFFIX = frozenset("st nd rd th s er e º ª".split())


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


class Amounts:
    """Reads a text in one language; `as_source` reads ordinals and implied numbers ("both") too."""

    def __init__(self, text: str, language: str, *, as_source: bool) -> None:
        self._text = text
        self._cardinals = _table(CARDINALS, language)
        self._magnitudes = _table(MAGNITUDES, language)
        self._fractions = _table(FRACTIONS, language)
        self._implied = {**_table(ORDINALS, language), **_table(IMPLIED, language)} if as_source else {}
        self._reads_compounds = language == "de"
        vocabulary = {*_BESIDE_NUMBERS, *self._cardinals, *self._magnitudes, *self._fractions, *self._implied}
        self._tokens = [
            _Token(match.lastgroup or "", token, *match.span())
            for match in _TOKEN.finditer(text)
            if (token := match[0].casefold()) in vocabulary
            or token in _ORDINAL_SUFFIX
            or match.lastgroup != "word"
            or (self._reads_compounds and german_compound(token) is not None)
        ]

    def __iter__(self) -> Iterator[Amount]:
        at = 0
        while at < len(self._tokens):
            values, end = self._read(at)
            if values:
                amount, end = self._amount(values, at, end)
                yield amount
            at = max(end, at + 1)

    def _read(self, at: int) -> tuple[frozenset[Value], int]:
        """The values that begin at a token, and the token after them; no values when it is no number."""
        token = self._tokens[at]
        if token.kind == "word":
            return self._read_words(at)
        if token.kind in ("grouped", "plain"):
            return self._read_digits(at)
        if token.kind == "half":
            return frozenset({_GLYPHS[token.text]}), at + 1
        if token.kind in ("code", "clock"):
            return frozenset({token.text.replace("-", "")}), at + 1
        return frozenset(), at + 1

    def _read_digits(self, at: int) -> tuple[frozenset[Value], int]:
        value, end = _digits(self._tokens[at]), at + 1
        if self._is_glued(end) and self._tokens[end].kind == "half":
            return frozenset({value + _GLYPHS[self._tokens[end].text]}), end + 1
        if self._is_glued(end) and self._tokens[end].text in SUFFIXES:
            return frozenset({value, value * SUFFIXES[self._tokens[end].text]}), end + 1
        if self._is_glued(end) and self._tokens[end].text in _ORDINAL_SUFFIX:
            return frozenset({value}), end + 1
        if part := self._fraction(end):
            return _shares(value, part), end + 1
        while end < len(self._tokens) and self._is_joined(end) and self._tokens[end].text in self._magnitudes:
            value *= self._magnitudes[self._tokens[end].text]
            end += 1
        return frozenset({value}), end

    def _read_words(self, at: int) -> tuple[frozenset[Value], int]:
        word = self._tokens[at].text
        if (part := self._fractions.get(word)) and (part == _HALF or self._follows_article(at)):
            return self._read_fraction(at, part)
        value, end = self._sum(at)
        if value is not None and (part := self._fraction(end)):
            return _shares(value, part), end + 1
        if value == 1 and end == at + 1:
            return frozenset(), end
        if value is None and word in self._implied:
            return frozenset({Decimal(self._implied[word])}), at + 1
        return (frozenset({value}) if value is not None else frozenset()), end

    def _read_fraction(self, at: int, part: int) -> tuple[frozenset[Value], int]:
        """ "half", "a third"; "half a million" is a number of its own."""
        end = at + 1
        if end + 1 < len(self._tokens) and self._tokens[end].text in ARTICLES and self._is_joined(end):
            magnitude = self._magnitudes.get(self._tokens[end + 1].text)
            if magnitude:
                return frozenset({Decimal(magnitude) * part / 100}), end + 2
        return _shares(Decimal(1), part), end

    def _sum(self, at: int) -> tuple[Decimal | None, int]:
        """The value of number words next to each other, added and multiplied as they are spoken."""
        total, current, end = 0, None if not self._begins_with_one(at) else 1, at
        for nxt in range(at, len(self._tokens)):
            if nxt > at and not self._is_joined(nxt):
                break
            word = self._tokens[nxt].text
            value, magnitude = self._value(word), self._magnitudes.get(word)
            if value is not None:
                together = value if current is None else added(current, value)
                if together is None:
                    break
                current, end = together, nxt + 1
            elif magnitude and (current is not None or total):
                total, current = _multiplied(total, current, magnitude)
                end = nxt + 1
            elif not (word in LINKS and end == nxt and end > at):
                break
        return (Decimal(total + (current or 0)), end) if end > at else (None, at + 1)

    def _begins_with_one(self, at: int) -> bool:
        word = self._tokens[at].text
        return word in self._magnitudes and (word in STANDING_ALONE or self._follows_article(at))

    def _value(self, word: str) -> int | None:
        if word in self._magnitudes:
            return None
        found = self._cardinals.get(word)
        if found is None and self._reads_compounds and word not in ARTICLES:
            return german_compound(word)
        return found

    def _fraction(self, at: int) -> int | None:
        return self._fractions.get(self._tokens[at].text) if at < len(self._tokens) and self._is_joined(at) else None

    def _follows_article(self, at: int) -> bool:
        return at > 0 and self._tokens[at - 1].text in ARTICLES and self._is_joined(at)

    def _is_joined(self, at: int) -> bool:
        between = self._text[self._tokens[at - 1].end : self._tokens[at].start]
        if self._tokens[at - 1].text in _ABBREVIATED:
            between = between.removeprefix(".")
        return _JOINT.fullmatch(between) is not None

    def _is_glued(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at - 1].end == self._tokens[at].start

    def _amount(self, values: frozenset[Value], at: int, end: int) -> tuple[Amount, int]:
        """The amount of the tokens at … end with its unit, and the token after both."""
        magnitude = max((self._magnitudes.get(token.text, 1) for token in self._tokens[at + 1 : end]), default=1)
        start, (unit, end) = self._tokens[at].start, self._unit_after(end)
        before = self._tokens[at - 1] if at else None
        if before and before.kind == "sign" and before.text in CURRENCIES and start - before.end <= 1:
            unit, start = unit or CURRENCIES[before.text], before.start
        surface = self._text[start : self._tokens[end - 1].end]
        if unit == "%":
            values |= {_percent(value) for value in values if isinstance(value, Decimal)}
        return Amount(values=values, unit=unit, surface=surface, start=start, magnitude=magnitude), end

    def _unit_after(self, end: int) -> tuple[str, int]:
        """The unit that follows, and the token after it."""
        at = end + 1 if end < len(self._tokens) and self._tokens[end].text in ("de", "d") else end
        if at >= len(self._tokens) or not self._is_joined(at):
            return "", end
        token = self._tokens[at].text
        following = self._tokens[at + 1].text if at + 1 < len(self._tokens) else ""
        if (token, following) in PERCENT_PAIRS:
            return "%", at + 2
        if token in PERCENT:
            return "%", at + 1
        return (CURRENCIES[token], at + 1) if token in CURRENCIES else ("", end)


_HALF = 50


def _table(tables: Mapping[str, Mapping[str, int]], language: str) -> Mapping[str, int]:
    return tables.get(language, {})


def _digits(token: _Token) -> Decimal:
    """One separator before exactly three digits groups thousands, in any language; "0,125" does not."""
    text = token.text
    if token.kind == "plain" or text.startswith("0"):
        return Decimal(text.replace(",", "."))
    separator = next(char for char in text if not char.isdigit())
    return Decimal(text.replace(separator, "").replace(",", "."))


def _shares(count: Decimal, part: int) -> frozenset[Value]:
    """Ways to write a share: two thirds are .67, or 66, 67 and 66.7 percent."""
    exact = count * 100 / round(100 / part)
    percents = {exact.quantize(Decimal("0.1")), Decimal(int(exact)), exact.quantize(Decimal(1))}
    return frozenset({exact / 100, *map(_percent, percents)})


def _percent(value: Decimal) -> str:
    return f"{value.normalize()}%"


def _multiplied(total: int, current: int | None, magnitude: int) -> tuple[int, int | None]:
    """ "hundred" multiplies what was just said; "million" closes it, or multiplies what was closed: "mil millones"."""
    if magnitude < 1000:
        return total, (current or 1) * magnitude
    if current is None:
        return total * magnitude, None
    return total + current * magnitude, None
