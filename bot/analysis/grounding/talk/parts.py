"""A sentence part by part, each with the citations that stand behind it, held against its witnesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.talk.bearing import Bearing, Cited, Claim, claim_of
from bot.analysis.grounding.talk.citing import Segment, joined
from bot.analysis.grounding.talk.clauses import clauses
from bot.analysis.grounding.talk.content_words import ANSWERS_ALONE, TEXTS
from bot.analysis.grounding.talk.discussion_words import PRONOUNS
from bot.analysis.grounding.talk.members import Members
from bot.analysis.grounding.talk.quoting import Quotations
from bot.analysis.grounding.talk.telling import Telling
from bot.analysis.grounding.words import forms_of
from bot.models.comparison import Citation

_LITTLE = 2  # content words of a part that needs what follows to say anything
_LINK = 3  # words of a sentence that only leads on to others, at least


@dataclass(frozen=True, slots=True)
class Judged:
    """text: "" for a sentence that falls. says: whether it says anything. of: the members that it tells of."""

    text: str
    says: bool = False
    of: frozenset[str] = frozenset()


FALLEN = Judged("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """What sentences of one answer are held against."""

    members: Members
    bearing: Bearing
    telling: Telling
    quotations: Quotations


class Parts:
    """before: the members of whom the sentence before tells. is_whole: whether the stream has ended the sentence."""

    def __init__(self, witnesses: Witnesses, spoken: str, before: frozenset[str], *, is_whole: bool) -> None:
        self._by, self._spoken, self._before, self._is_whole = witnesses, spoken, before, is_whole
        self._of: frozenset[str] = frozenset()
        self._says = False
        self._articles = 1

    def judged(self, parts: Sequence[Segment]) -> Judged:
        kept: list[Segment] = []
        self._articles = len({citation.n for part in parts for citation in part.cited}) if len(parts) > 1 else 1
        for part in self._with_what_trails(parts):
            cited = self._cited(part)
            if cited is None:
                return FALLEN
            kept.append(Segment(part.text, cited))
        return Judged(joined(kept), self._says, self._of)

    def _with_what_trails(self, parts: Sequence[Segment]) -> list[Segment]:
        """Words after the last citation go with it."""
        if len(parts) < 2 or parts[-1].cited:
            return list(parts)
        *others, cited, trailing = parts
        if len(self._claim(cited.text).content) <= _LITTLE or len(self._claim(trailing.text).content) < _LITTLE:
            return [*others, Segment(cited.text + trailing.text, cited.cited)]
        return [*others, cited, Segment(trailing.text, cited.cited)]

    def _cited(self, part: Segment) -> Cited | None:
        """The part's citations as they should be; None when it is not borne out."""
        places = self._by.quotations.places(part.text, part.cited)
        if places is None:
            return None
        quoted = {place.n for place in places}
        offered = tuple(dict.fromkeys((*places, *(c for c in part.cited if c.n not in quoted))))
        told: list[str] = []
        rest: list[str] = []
        for clause in clauses(part.text, self._by.members):
            verdict = self._is_told(clause, is_cited=bool(offered))
            if verdict is None:
                return None
            (told if verdict else rest).append(clause)
        if rest and not offered and self._by.telling.is_discussed("".join(rest), self._spoken):
            told, rest = told + rest, []
        self._says = self._says or bool(told)
        return self._of_articles("".join(told), rest, offered, places)

    def _is_told(self, clause: str, *, is_cited: bool) -> bool | None:
        """Whether the clause tells of the discussion, rightly; None when wrongly."""
        telling, spoken = self._by.telling, self._spoken
        before = self._before if not self._says else frozenset()
        names = telling.members_in(clause, before)
        if names and telling.is_said(clause, names, spoken, is_cited=is_cited):
            self._of |= names
            return True
        if before and telling.goes_on(clause, before, spoken):
            self._of |= before
            return True
        if telling.is_denied(clause, spoken) and not (is_cited and stems(forms_of(clause)).isdisjoint(TEXTS)):
            return True
        return None if telling.members_in(clause, frozenset()) else False

    def _of_articles(self, told: str, rest: Sequence[str], offered: Cited, quoted: Sequence[Citation]) -> Cited | None:
        claim = self._claim("".join(rest))
        if self._articles >= claim.articles:  # the sentence's other parts cite the other authors
            claim = replace(claim, articles=1)
        if not claim.content:
            return self._without_content(told, claim, offered)
        self._says = True
        cited = self._by.bearing.cited(claim, offered, quoted) if offered else self._given(claim)
        clear = all(self._by.bearing.has_some(self._claim(clause), cited) for clause in rest) if cited else False
        return cited if clear else None

    def _given(self, claim: Claim) -> Cited:
        return self._by.bearing.given(claim) if self._is_whole else ()

    def _without_content(self, told: str, claim: Claim, offered: Cited) -> Cited | None:
        """What says nothing by itself: how authors stand to each other or to a member, or what only leads on."""
        forms = [form.casefold() for form in forms_of(claim.text)]
        if told:
            wanted = self._claim(told)
            return (
                self._by.bearing.cited(wanted, offered) or None
                if claim.relates
                else self._by.bearing.related(wanted, offered)
            )
        existing = self._by.bearing.related(claim, offered)
        if claim.relates:
            return existing if len({citation.n for citation in existing}) > 1 else None
        if existing:
            speaks_of_texts = not stems(forms).isdisjoint(TEXTS) or not PRONOUNS.isdisjoint(forms)
            return existing if speaks_of_texts and self._by.bearing.stands(claim, existing) else None
        leads = claim.text.rstrip().endswith(":") or (bool(stems(forms) & TEXTS) and forms[0] not in ANSWERS_ALONE)
        return () if leads and len(forms) >= _LINK and not offered else None

    def _claim(self, text: str) -> Claim:
        return claim_of(text, self._spoken, self._by.members)
