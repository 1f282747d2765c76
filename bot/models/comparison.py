"""Two or three articles side by side: first a ComparisonDraft, which may be wrong; then a checked Comparison.

Articles count from 1 (`n`) in the order in which they were given, their paragraphs from 1 as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.summary import Fallback, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A paragraph of one of the articles; shown as `2¶4`."""

    n: int
    paragraph: int

    def __str__(self) -> str:
        return f"{self.n}¶{self.paragraph}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What at least two of the authors say; cited in each of them.

    sides: what each of them says, where a draft can tell it apart; the point is then one of their claims.
    """

    point: str
    citations: tuple[Citation, ...]
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one author claims in a conflict."""

    n: int
    claim: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What at least two of the authors dispute, and what each of them claims about it."""

    point: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """A point that none of the others speaks of."""

    n: int
    point: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Somebody whom an article quotes by name."""

    n: int
    speaker: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonDraft:
    """What an engine says about several articles; nothing of it is checked.

    comparable: False when they are not about the same thing; then there is nothing else.
    question: what they all answer, "" when it is not known.
    """

    comparable: bool
    question: str = ""
    agreements: tuple[Agreement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    only: tuple[Only, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    signature: Signature
    fallback: Fallback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A draft checked against each article. Only `analysis.grounding` makes one (and the store, of a kept one).

    dropped: how many points the draft had that the articles do not hold.
    """

    comparable: bool
    question: str
    agreements: tuple[Agreement, ...]
    conflicts: tuple[Conflict, ...]
    only: tuple[Only, ...]
    quoted: tuple[Quoted, ...]
    dropped: int
    signature: Signature
    fallback: Fallback | None = None
