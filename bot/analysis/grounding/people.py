"""What an article tells about the people in it, apart from single sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.analysis.grounding.capitals import Capitals, capital_runs, is_capital
from bot.analysis.grounding.speakers import Speaker
from bot.analysis.grounding.speech_words import BETWEEN, DETERMINERS, LOCATIVE, OBLIQUE, SALUTATIONS, SPEECH_VERBS
from bot.analysis.grounding.subjects import Manner
from bot.analysis.grounding.words import Text, Word, forms_of, singular_owner

_MANY_CAPITALS = 0.2  # of the words within sentences: German has about .3, English and French at most .12
_INITIAL = 2  # letters of "J." and "Dr.", after which a name goes on
_SALUTATION = re.compile(rf"(?:{'|'.join(SALUTATIONS)}) ([^,:!]{{2,60}})[,:!]")
_SALUTED_WITHIN = 3  # paragraphs
_ROLE_LETTERS = 4  # shorter words before a name are seldom what the person is
_APPOSED = 6  # words of "X, the second cousin of the king" that are looked at


def manner_of(text: Text, language: str) -> Manner:
    """How the text writes names; counted where its language is not known."""
    proper, total = [], 0
    for paragraph, words in zip(text.paragraphs, text.words, strict=True):
        for before, word in pairwise(words):
            joint = paragraph[before.end : word.start]
            if joint.strip() in ("", ",") or (len(before.form) <= _INITIAL and joint.strip() == "."):
                total += 1
                if is_capital(word.form):
                    proper.append(word.form)
    ordinary = frozenset(word.form for words in text.words for word in words if word.form.islower())
    nouns = language == "de" or (not language and len(proper) > _MANY_CAPITALS * max(total, 1))
    return Manner(proper=frozenset(proper), ordinary=ordinary, capitalises_nouns=nouns)


def surnames(text: Text, manner: Manner) -> frozenset[str]:
    """Last words of the names of several words, where capitals tell names from nouns; places among them, seldom."""
    if manner.capitalises_nouns:
        return frozenset()
    found = set()
    for paragraph, words in zip(text.paragraphs, text.words, strict=True):
        for run in capital_runs(paragraph, words):
            before = words[run.first - 1].form.casefold() if run.first else ""
            opening = words[run.first].form.casefold()
            if run.last > run.first and before not in DETERMINERS | LOCATIVE and opening not in DETERMINERS:
                found.add(singular_owner(words[run.last].form))
    return frozenset(found)


def addressed(text: Text) -> list[tuple[str, ...]]:
    """Whom an open letter calls "you"."""
    openings = (_SALUTATION.match(paragraph) for paragraph in text.paragraphs[:_SALUTED_WITHIN])
    return [tuple(forms_of(match[1])) for match in openings if match]


def with_roles(speaker: Speaker, text: Text) -> Speaker:
    """The speaker with the roles that stand beside the name: "the minister, X", "Convener X", "X, the mayor of Y"."""
    if speaker.is_role:
        return speaker
    roles = {role.casefold() for words, run in _named(speaker, text) for role in _roles_beside(words, run)}
    return replace(speaker, roles=frozenset(roles - {part.casefold() for part in speaker.parts}))


def _named(speaker: Speaker, text: Text) -> Iterator[tuple[Sequence[Word], Capitals]]:
    for paragraph, words in zip(text.paragraphs, text.words, strict=True):
        if not any(part in paragraph for part in speaker.parts):
            continue
        for run in capital_runs(paragraph, words):
            if speaker.is_named_by([word.form for word in words[run.first : run.last + 1]]):
                yield words, run


def _roles_beside(words: Sequence[Word], run: Capitals) -> Iterator[str]:
    yield from (word.form for word in words[run.first : run.last])
    if run.first and _is_noun_like(words[run.first - 1].form):
        yield words[run.first - 1].form
    following = [word.form for word in words[run.last + 1 : run.last + 2 + _APPOSED]]
    if following and following[0] in DETERMINERS:
        for form in following[1:]:
            if form in OBLIQUE:
                return
            yield form


def _is_noun_like(form: str) -> bool:
    return len(form) >= _ROLE_LETTERS and form not in OBLIQUE | BETWEEN | DETERMINERS | SPEECH_VERBS
