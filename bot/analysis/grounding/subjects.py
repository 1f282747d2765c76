"""Who speaks, as a sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Who(Enum):
    """What the subject of a speech verb is."""

    NAMED = auto()
    FIRST_PERSON = auto()
    SECOND_PERSON = auto()
    THIRD_PERSON = auto()
    ROLE = auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """`forms`: a NAMED one's capitalised run, the words around a ROLE's verb. `distance`: words to the quotation.

    beside: the name that speaks along ("X and Y said").
    """

    who: Who
    forms: tuple[str, ...]
    distance: int
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article writes: `proper` are the words capitalised within sentences, `ordinary` those in lower case."""

    proper: frozenset[str]
    ordinary: frozenset[str]
    capitalises_nouns: bool
