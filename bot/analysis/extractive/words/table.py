"""What one language gives to the engine: its cues, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass


def phrases(table: str) -> re.Pattern[str]:
    """Whole words out of a table: alternatives stand on lines of their own or between " | ".

    An alternative may be a pattern; a line that ends in "|" goes on in the next. An empty table matches nothing.
    """
    joined = re.sub(r"\|\s*\n\s*", "|", table)
    alternatives = [each.strip() for each in re.split(r"\n| \| ", joined) if each.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)" if alternatives else r"(?!)", re.IGNORECASE)


def openings(table: str) -> re.Pattern[str]:
    """The same, at the beginning of a sentence only, past quotation marks and dashes."""
    pattern = phrases(table).pattern
    return re.compile(rf"\A[^\w¿¡]*{pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Cues of one language. Those named `…_first` open a sentence, the others stand anywhere in it.

    Whose voice:  reports (somebody else's view is announced), attributes and institutions (weaker signs of that),
                  asides ("she says", "in their view"), looks_back (what stood before was somebody's view), concedes,
                  turns_first, adds_first, own (the author's I), we, gushes (irony), thanks (may be meant), sobers
                  (irony's end).
    What sort:    must, bids_first (imperatives), foretells, wills (the future), numbers (in words), judges, past.
    How weighty:  states (thesis), diagnoses ("X is a Y", "the trouble is"), opposes ("not X but Y"), contrasts,
                  defines_first, reasons, shows (examples), dangles_first (leans on what stood before).
    Quotations:   says (speech verbs), denies (before one), calls (verbs that take a few quoted words), credits
                  ("according to"), he, she, it (an office that speaks), roles, organs (offices and companies), papers
                  (what is written and quoted), honorifics, role_prefixes ("vice"), bodies (words that make a name an
                  institution's or a place's), i_say and you (the author, the addressee as subject), dear (a letter's
                  address), a_person and the_person (articles), named ("called X"), mine (possessives), feminine and
                  masculine (roles that tell the sex).
    Critique:     sourced, unnamed, sweeps, either_or, asserts (certainty instead of a ground), no_unit (words beside
                  a figure that make it a name or a date), lived (something that the author lived).
    """

    language: str
    stop: frozenset[str]
    abbreviations: frozenset[str]
    reports: re.Pattern[str]
    attributes: re.Pattern[str]
    institutions: re.Pattern[str]
    diagnoses: re.Pattern[str]
    opposes: re.Pattern[str]
    asides: re.Pattern[str]
    looks_back: re.Pattern[str]
    concedes: re.Pattern[str]
    turns_first: re.Pattern[str]
    adds_first: re.Pattern[str]
    own: re.Pattern[str]
    we: re.Pattern[str]
    gushes: re.Pattern[str]
    thanks: re.Pattern[str]
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
    denies: re.Pattern[str]
    credits: re.Pattern[str]
    he: re.Pattern[str]
    it: re.Pattern[str]
    she: re.Pattern[str]
    roles: frozenset[str]
    organs: frozenset[str]
    papers: frozenset[str]
    honorifics: frozenset[str]
    role_prefixes: frozenset[str]
    bodies: re.Pattern[str]
    i_say: re.Pattern[str]
    you: re.Pattern[str]
    dear: re.Pattern[str]
    a_person: re.Pattern[str]
    the_person: re.Pattern[str]
    named: re.Pattern[str]
    mine: re.Pattern[str]
    feminine: re.Pattern[str]
    masculine: re.Pattern[str]
    sourced: re.Pattern[str]
    unnamed: re.Pattern[str]
    sweeps: re.Pattern[str]
    either_or: re.Pattern[str]
    asserts: re.Pattern[str]
    no_unit: re.Pattern[str]
    lived: re.Pattern[str]
