"""What a sentence tells of the discussion itself: what a member said, what was spoken of, what nobody says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.analysis.grounding.names import Names
from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.talk.bearing import claim_of
from bot.analysis.grounding.talk.clauses import addressed
from bot.analysis.grounding.talk.content_words import LACKING, TOLD_OF
from bot.analysis.grounding.talk.discussion_words import ARTICLE_NUMBER, ASKED, PRONOUNS, SAID_HERE
from bot.analysis.grounding.talk.members import Members, Said
from bot.analysis.grounding.talk.refusals import DENIAL, NOT_SAID
from bot.analysis.grounding.talk.shelf import Shelf
from bot.analysis.grounding.words import forms_of

_BORNE = 0.5  # of the content words, in what the member said; where no paragraph is cited as well, more than these
_OTHERS = 0.25  # by which no other member may have more of them
_TOLD = 0.6  # of the content words, in the discussion as a whole
_STRANGE = 2  # content words that nobody used, in a sentence that says that something is not there


class Telling:
    def __init__(self, shelf: Shelf, members: Members, talk: Said) -> None:
        self._shelf, self._members, self._talk = shelf, members, talk

    def members_in(self, clause: str, before: frozenset[str]) -> frozenset[str]:
        """Of whom the clause tells: those whom it names, the asker for "you asked", `before` for "she"."""
        mentions = addressed(clause, self._members.mentions(clause))
        named = {mention.name for mention in mentions if not self._is_of_article(clause, mention.first, mention.last)}
        if ASKED.search(clause.replace("'", "’")):
            named.add(self._members.asker)
        if named or not before:
            return frozenset(named)
        opening = next(iter(forms_of(clause)), "").casefold()
        return before if opening in PRONOUNS else frozenset()

    def goes_on(self, clause: str, before: frozenset[str], spoken: str) -> bool:
        """Whether the clause is word for word what those said of whom the sentence before it tells."""
        held = any(self._members.said[name].text.holds(clause) for name in before)
        return held and self.is_said(clause, before, spoken)

    def is_said(self, clause: str, names: frozenset[str], spoken: str, *, is_cited: bool = False) -> bool:
        """Whether these members said what the clause tells of them, and nobody else rather than they."""
        said = [self._members.said[name] for name in names]
        claim = claim_of(clause, spoken, self._members)
        wanted = claim.content - TOLD_OF
        if not wanted:
            return not claim.relates and self._is_numbered(clause, said, spoken)
        if not (self._is_numbered(clause, said, spoken) and self._is_named(clause, said, spoken)):
            return False
        if not any(self._shelf.has_to_share_words(spoken, one.language or spoken) for one in said):
            return True
        own = _share(said, wanted)
        others = max((other.share(wanted) for other in self._members.others(names)), default=0.0)
        is_borne = own >= _BORNE if is_cited else own > _BORNE
        return is_borne and others <= own + (_OTHERS if own < 1 else 1)

    def is_denied(self, clause: str, spoken: str) -> bool:
        """Whether the clause says no more than that something is not there, in words that were used here."""
        if not (DENIAL.search(clause) or (NOT_SAID.search(clause) and self._names_somebody(clause))):
            return False
        claim = claim_of(clause, spoken, self._members)
        unknown = claim.content - LACKING - TOLD_OF - self._used(spoken)
        return len(unknown) <= _STRANGE and not any(self._strange(clause, spoken))

    def _names_somebody(self, clause: str) -> bool:
        """Whether a member or an author is named."""
        authors = frozenset().union(*(held.byline for held in self._shelf.held.values()))
        return bool(self._members.mentions(clause)) or not authors.isdisjoint(stems(forms_of(clause)))

    def is_discussed(self, clause: str, spoken: str) -> bool:
        """Whether the clause tells of the discussion as a whole, in its words."""
        claim = claim_of(clause, spoken, self._members)
        if not (claim.content & TOLD_OF or SAID_HERE.search(clause)):
            return False
        wanted = claim.content - TOLD_OF
        share = self._talk.share(wanted) if wanted else 0.0
        return (
            share >= _TOLD
            and self._is_numbered(clause, [self._talk], spoken)
            and not any(self._strange(clause, spoken))
        )

    def _used(self, spoken: str) -> frozenset[str]:
        """Content words of the question, the discussion and the articles that can be compared."""
        articles = [held for n, held in self._shelf.held.items() if self._shelf.comparable(n, spoken)]
        return frozenset().union(*self._talk.stems, *(own for held in articles for own in (*held.stems, held.byline)))

    def _is_numbered(self, clause: str, said: Iterable[Said], spoken: str) -> bool:
        text = ARTICLE_NUMBER.sub("", self._members.unnamed(clause))
        strange = [set(one.numbers.unmatched(text, spoken or one.language)) for one in said]
        return not set.intersection(*strange)

    def _is_named(self, clause: str, said: Iterable[Said], spoken: str) -> bool:
        known = [one.names for one in said] + [held.names for held in self._shelf.held.values()]
        return not _unknown(clause, spoken, [*known, self._members.names])

    def _strange(self, clause: str, spoken: str) -> Iterator[str]:
        """Numbers and names that nobody used."""
        text = ARTICLE_NUMBER.sub("", self._members.unnamed(clause))
        numbers = [set(self._talk.numbers.unmatched(text, spoken or self._talk.language))]
        for held in self._shelf.held.values():
            every = held.numbers(range(1, len(held) + 1))
            numbers.append(set(every.unmatched(text, spoken or held.language)))
        yield from set.intersection(*numbers)
        known = [self._talk.names, self._members.names, *(held.names for held in self._shelf.held.values())]
        yield from _unknown(clause, spoken, known)

    def _is_of_article(self, clause: str, first: int, last: int) -> bool:
        """Whether the name is the beginning or the end of a longer one that an article has."""
        forms = forms_of(clause)
        longer = [forms[first - 1 : last + 1] if first else [], forms[first : last + 2]]
        return any(
            len(run) > last - first + 1
            and all(form[:1].isupper() for form in run)
            and any(held.text.has_in_any_case(run) for held in self._shelf.held.values())
            for run in longer
        )


def _share(said: Iterable[Said], wanted: frozenset[str]) -> float:
    together = frozenset(stem for one in said for own in one.stems for stem in own)
    return len(wanted & together) / len(wanted)


def _unknown(clause: str, spoken: str, known: Iterable[Names]) -> set[str]:
    return set.intersection(*(set(names.unmatched(clause, spoken)) for names in known))
