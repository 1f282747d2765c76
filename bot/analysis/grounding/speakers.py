"""A speaker as an engine names one, and where the article names the same."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.grounding.capitals import is_capital, name_parts
from bot.analysis.grounding.speech_words import AUTHOR_NAMES, DETERMINERS, PARTICLES
from bot.analysis.grounding.words import fold, forms_of, singular_owner

_APPOSITION = re.compile(r"[,(;:–—]|\s-\s")
_ENDINGS = ("s", "n", "en", "es")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`parts` are a name's words without titles ("Rex", "Tillerson"), or the words of a role ("site", "manager").

    roles: what the article calls a named speaker besides ("minister").
    """

    parts: tuple[str, ...]
    is_role: bool
    is_author: bool
    roles: frozenset[str] = frozenset()

    def is_meant_by(self, forms: Sequence[str], names: Sequence[Sequence[str]]) -> bool:
        """Whether a clause of these words, with these names in it, speaks of the speaker in any way."""
        if self.is_role:
            return self.stands_in(forms)
        return any(self.is_named_by(name) for name in names) or self.has_role_in(forms)

    def has_role_in(self, forms: Sequence[str]) -> bool:
        pairs = itertools.pairwise(forms)
        return any(former.casefold() in DETERMINERS and noun.casefold() in self.roles for former, noun in pairs)

    def is_named_by(self, forms: Sequence[str]) -> bool:
        """Whether a capitalised run names this speaker: a surname, a first name or all of it, and nobody else's."""
        if self.is_role:
            return self.stands_in(forms)
        theirs, mine = name_parts(forms), self.parts
        shared = [part for part in theirs if any(_same_word(part, own) for own in mine)]
        if not shared:
            return False
        return len(shared) >= 2 or len(mine) == 1 or len(theirs) == 1

    def stands_in(self, forms: Sequence[str]) -> bool:
        """Whether a role's words stand in `forms` next to each other, endings of German and plural apart."""
        size = len(self.parts)
        return any(
            all(_same_word(mine, theirs) for mine, theirs in zip(self.parts, forms[at : at + size], strict=True))
            for at in range(len(forms) - size + 1)
        )


def speaker_of(name: str, authors: Sequence[str], site: str) -> Speaker:
    """Reads a name; an author is called by the byline's name, a role ("the author") or, when unsigned, the outlet's."""
    plain = fold(name.strip()).casefold()
    head = _APPOSITION.split(name.strip(), maxsplit=1)[0]
    forms = [singular_owner(form) for form in forms_of(head) or forms_of(name)]
    is_author = plain in AUTHOR_NAMES or any(_is_byline(forms, author) for author in authors)
    is_author = is_author or (not authors and bool(site) and plain == fold(site).casefold())
    content = [form for form in forms if form.casefold() not in DETERMINERS]
    is_role = bool(content) and not is_capital(content[-1]) and content[-1] not in PARTICLES
    parts = tuple(content) if is_role else name_parts([form for form in content if is_capital(form)] or content)
    return Speaker(parts=parts, is_role=is_role, is_author=is_author)


def _is_byline(forms: Sequence[str], author: str) -> bool:
    byline = [form.casefold() for form in name_parts(forms_of(author))] if author else []
    said = [form.casefold() for form in name_parts(forms)] if forms else []
    return bool(said) and (said == byline or said == byline[-1:])


def _same_word(mine: str, theirs: str) -> bool:
    theirs = singular_owner(theirs)
    longer, shorter = (mine, theirs) if len(mine) > len(theirs) else (theirs, mine)
    return longer == shorter or (
        len(shorter) >= 4 and longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS
    )
