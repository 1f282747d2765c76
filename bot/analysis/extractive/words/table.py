"""What one language gives to the engine: its cues, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass


def phrases(table: str) -> re.Pattern[str]:
    """Whole words, one alternative a line; an alternative may be a pattern itself. An empty table matches nothing."""
    lines = [line.strip() for line in table.strip().splitlines() if line.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)" if lines else r"(?!)", re.IGNORECASE)


def openings(table: str) -> re.Pattern[str]:
    """The same, at the beginning of a sentence only, past quotation marks and dashes."""
    pattern = phrases(table).pattern
    return re.compile(rf"\A[^\w¿¡]*{pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Cues of one language. Those named `…_first` open a sentence, the others stand anywhere in it.

    Whose voice:  reports (somebody else's view is announced), asides ("she says", "in their view"),
                  looks_back (what stood before was somebody's view), concedes, turns_first, adds_first, own (the
                  author's I), gushes (irony), sobers (its end).
    What sort:    must, bids_first (imperatives), foretells, wills (the future itself), numbers (in
                  words), judges, past.
    How weighty:  states (thesis), contrasts, defines_first, reasons, shows (examples), dangles_first (leans on what
                  stood before).
    Quotations:   says (speech verbs), calls (verbs that take a few quoted words), he, she, roles, honorifics, role_prefixes,
                  feminine and masculine (roles that tell the sex), bodies (words that make a name an institution's or
                  a place's), i_say and you (the author, the addressee as
                  subject), dear (a letter's address), a_person and the_person (articles), named ("called X").
    Critique:     sourced, unnamed, sweeps, either_or, lived (an anecdote of the author's).
    """

    language: str
    stop: frozenset[str]
    abbreviations: frozenset[str]
    reports: re.Pattern[str]
    asides: re.Pattern[str]
    looks_back: re.Pattern[str]
    concedes: re.Pattern[str]
    turns_first: re.Pattern[str]
    adds_first: re.Pattern[str]
    own: re.Pattern[str]
    we: re.Pattern[str]
    gushes: re.Pattern[str]
    sobers: re.Pattern[str]
    must: re.Pattern[str]
    bids_first: re.Pattern[str]
    foretells: re.Pattern[str]
    wills: re.Pattern[str]
    numbers: re.Pattern[str]
    judges: re.Pattern[str]
    past: re.Pattern[str]
    states: re.Pattern[str]
    contrasts: re.Pattern[str]
    defines_first: re.Pattern[str]
    reasons: re.Pattern[str]
    shows: re.Pattern[str]
    dangles_first: re.Pattern[str]
    says: re.Pattern[str]
    calls: re.Pattern[str]
    he: re.Pattern[str]
    she: re.Pattern[str]
    roles: frozenset[str]
    honorifics: frozenset[str]
    role_prefixes: frozenset[str]
    bodies: re.Pattern[str]
    i_say: re.Pattern[str]
    you: re.Pattern[str]
    dear: re.Pattern[str]
    a_person: re.Pattern[str]
    the_person: re.Pattern[str]
    named: re.Pattern[str]
    feminine: re.Pattern[str]
    masculine: re.Pattern[str]
    sourced: re.Pattern[str]
    unnamed: re.Pattern[str]
    sweeps: re.Pattern[str]
    either_or: re.Pattern[str]
    lived: re.Pattern[str]
