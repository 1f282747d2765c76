"""Whether the cited paragraphs bear out what a sentence says, and which paragraphs do where they don't."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.talk.content_words import LINKING, SEVERAL, STANDING, TEXTS
from bot.analysis.grounding.talk.discussion_words import ALIKE, ARTICLE_NUMBER, ARTICLE_ORDINALS
from bot.analysis.grounding.talk.members import Members
from bot.analysis.grounding.talk.shelf import Shelf
from bot.analysis.grounding.words import forms_of, singular_owner
from bot.models.comparison import Citation

# Shares are of a claim's own weight; measured by bench.answer_check.
SUBSTANCE = 0.4  # in the cited paragraphs together
_NEAR_BEST = 0.8  # of what the best paragraph of the cited articles has
_AHEAD = 1.3  # times the cited paragraphs' share, for a paragraph of another article to be whose claim it is
_BESIDE = 0.12  # in one of several cited paragraphs
_CLEAR = 1.4  # times the second best one's share
_MOVED = 0.6  # in the one paragraph of the same article to which a citation is moved
_GIVEN = 0.75  # in one of another article, and in the one paragraph which a sentence without citation is given
_CLAUSE, _CLAUSE_LEAST = 0.25, 2  # of one of a claim's clauses, when it has so many content words
_SHARED = 2  # content words, where a claim has more
_UNMISTAKABLE = 0.6  # in a paragraph of another article in the claim's own language, for it to be of that one
_LEAST = 3  # content words of such a sentence

Cited = tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says of articles. spoken: its language, "" when it cannot be told.

    relates: whether it says how somebody stands to another's view. articles: of how many it has to cite a paragraph.
    """

    text: str
    spoken: str
    content: frozenset[str]
    relates: bool
    articles: int


def claim_of(text: str, spoken: str, members: Members) -> Claim:
    forms = forms_of(text)
    found = frozenset(stem for stem in stems(forms) if not (stem.isdigit() or stem.startswith("n’")))
    relates = not found.isdisjoint(STANDING)
    is_shared = bool(ALIKE.search(text)) or (relates and not SEVERAL.isdisjoint(map(str.casefold, forms)))
    articles = 2 if is_shared else 1
    return Claim(text, spoken, found - LINKING - STANDING - members.name_stems, relates, articles)


class Bearing:
    def __init__(self, shelf: Shelf, members: Members) -> None:
        self._shelf, self._members = shelf, members

    def cited(self, claim: Claim, offered: Sequence[Citation], quoted: Sequence[Citation] = ()) -> Cited:
        """The citations of the claim: those offered, or the one clear paragraph; none when it is not borne out.

        quoted: where the words between its quotation marks stand, which nothing moves.
        """
        if quoted:
            cited = tuple(quoted) + tuple(c for c in self._as_offered(claim, tuple(offered)) if c not in quoted)
            return cited if self.stands(claim, cited) else ()
        existing = tuple(dict.fromkeys(filter(self._shelf.has, offered)))
        articles = dict.fromkeys(c.n for c in offered if c.n in self._shelf.held)
        moved = self._clear(claim, articles, _MOVED), self._clear(claim, self._shelf.held, _GIVEN)
        tried = (self._as_offered(claim, existing), *moved)
        return next((cited for cited in tried if cited and self.stands(claim, cited)), ())

    def given(self, claim: Claim) -> Cited:
        """The one paragraph that surely bears out what is said without a citation."""
        place = self._clear(claim, self._shelf.held, _GIVEN)
        return place if place and self.stands(claim, place) else ()

    def has_some(self, clause: Claim, cited: Cited) -> bool:
        """Whether one of a claim's clauses is not wholly foreign to the paragraphs cited for it."""
        own = tuple(c for c in cited if self._shelf.comparable(c.n, clause.spoken))
        wanted = self._wanted(clause, (c.n for c in own))
        return not own or len(wanted) < _CLAUSE_LEAST or self._shelf.share(wanted, own) >= _CLAUSE

    def related(self, claim: Claim, offered: Sequence[Citation]) -> Cited:
        """Those citations that exist and share a word with the claim: of what articles say is asked or denied."""
        existing = tuple(dict.fromkeys(filter(self._shelf.has, offered)))
        return tuple(c for c in existing if not claim.content or self._share(claim, (c,)) > 0)

    def stands(self, claim: Claim, cited: Cited) -> bool:
        """Whether the claim's numbers and names are those of the cited paragraphs, of as many articles as it says."""
        if len({citation.n for citation in cited}) < claim.articles or not self._is_counted(claim, cited):
            return False
        return self._is_numbered(claim, cited) and not any(self._strange(claim, cited))

    def _as_offered(self, claim: Claim, existing: Cited) -> Cited:
        foreign = tuple(c for c in existing if not self._shelf.comparable(c.n, claim.spoken))
        own = tuple(c for c in existing if c not in foreign)
        if not own:
            return () if self._is_anothers(claim, foreign, _UNMISTAKABLE / _AHEAD) else foreign
        if self._says_little(claim, own):
            return existing
        held = tuple(c for c in own if c.paragraph in self._shelf.held[c.n].holding(claim.text))
        if not held and not self._is_borne(claim, own):
            return ()
        return (*(c for c in own if c in held or self._share(claim, (c,)) >= _BESIDE), *foreign)

    def _is_borne(self, claim: Claim, own: Cited) -> bool:
        """Whether these paragraphs together have enough of the claim's words, and none elsewhere has clearly more."""
        wanted = self._wanted(claim, {c.n for c in own})
        share, shared = self._shelf.share(wanted, own), self._shelf.shared(wanted, own)
        best = max((self._best(claim, n) for n in {c.n for c in own}), default=0.0)
        is_enough = share >= max(SUBSTANCE, _NEAR_BEST * best) and len(shared) >= min(_SHARED, len(wanted))
        return is_enough and not self._is_anothers(claim, own, share)

    def _is_anothers(self, claim: Claim, own: Cited, share: float) -> bool:
        cited = {c.n for c in own}
        others = (n for n in self._shelf.held if n not in cited and self._shelf.comparable(n, claim.spoken))
        return any(self._best(claim, n) > _AHEAD * share for n in others)

    def _says_little(self, claim: Claim, own: Cited) -> bool:
        """Whether an author is said to do something in a single word, which no article has: "Fenn would keep it"."""
        wanted = self._wanted(claim, {c.n for c in own})
        is_of_author = wanted != claim.content or not stems(forms_of(claim.text)).isdisjoint(TEXTS)
        return len(wanted) < 2 and is_of_author and not any(self._best(claim, n) for n in self._shelf.held)

    def _clear(self, claim: Claim, articles: Iterable[int], least: float) -> Cited:
        """The paragraph that alone bears the claim out, word by word or clearly better than any other."""
        comparable = [n for n in articles if self._shelf.comparable(n, claim.spoken)]
        held = [Citation(n=n, paragraph=p) for n in comparable for p in self._shelf.held[n].holding(claim.text)]
        if held:
            return tuple(held) if len(held) == 1 else ()
        if len(claim.content) < _LEAST:
            return ()
        shares = [
            (share, Citation(n=n, paragraph=p))
            for n in comparable
            for p, share in enumerate(self._shelf.shares(n, self._wanted(claim, (n,))), 1)
        ]
        ranked = sorted(shares, key=lambda found: -found[0])[:2]
        if not ranked or ranked[0][0] < least:
            return ()
        return (ranked[0][1],) if len(ranked) == 1 or ranked[0][0] >= _CLEAR * ranked[1][0] else ()

    def _share(self, claim: Claim, cited: Cited) -> float:
        return self._shelf.share(self._wanted(claim, (c.n for c in cited)), cited)

    def _best(self, claim: Claim, n: int) -> float:
        return max(self._shelf.shares(n, self._wanted(claim, (n,))), default=0.0)

    def _wanted(self, claim: Claim, articles: Iterable[int]) -> frozenset[str]:
        """The claim's content words, without the names of the cited authors, of whom every paragraph is."""
        return claim.content.difference(*(self._shelf.held[n].byline for n in articles))

    def _is_numbered(self, claim: Claim, cited: Cited) -> bool:
        """Whether each number stands in a cited paragraph."""
        text = ARTICLE_NUMBER.sub("", self._members.unnamed(claim.text))
        unmatched = [
            set(self._shelf.held[n].numbers(paragraphs).unmatched(text, claim.spoken or self._shelf.held[n].language))
            for n, paragraphs in _by_article(cited)
        ]
        return not frozenset.intersection(*map(frozenset, unmatched)) if unmatched else False

    def _strange(self, claim: Claim, cited: Cited) -> Iterator[str]:
        """Names that neither the cited articles have, near the cited paragraphs, nor a member."""
        unknown = [set(self._members.names.unmatched(claim.text, claim.spoken))]
        for n, paragraphs in _by_article(cited):
            held = self._shelf.held[n]
            names = held.names_near(paragraphs)
            found = set(names.unmatched(claim.text, claim.spoken or held.language))
            comparable = self._shelf.comparable(n, claim.spoken)
            unknown.append(found if comparable else {name for name in found if _is_full_name(name, names.known)})
        yield from set.intersection(*unknown)
        yield from self._authors_elsewhere(claim, {c.n for c in cited})

    def _authors_elsewhere(self, claim: Claim, cited: set[int]) -> Iterator[str]:
        """Last names of the other articles' authors, which in German nothing else tells from nouns."""
        forms = {singular_owner(form) for form in forms_of(claim.text)}
        known = frozenset().union(*(self._shelf.held[n].names.known for n in cited))
        for n in self._shelf.held.keys() - cited:
            lasts = {name[-1] for author in self._shelf.held[n].article.authors if (name := forms_of(author))}
            yield from (last for last in lasts & forms if last[:1].isupper() and last.casefold() not in known)

    def _is_counted(self, claim: Claim, cited: Cited) -> bool:
        """Whether the articles that the claim counts ("article 2", "the second article") are those that it cites."""
        numbers = [int(n) for match in ARTICLE_NUMBER.finditer(claim.text) for n in match.groups() if n]
        order, articles = sorted(self._shelf.held), {c.n for c in cited}
        if not all(n in articles for n in numbers):
            return False
        ordinals = [at for at, pattern in ARTICLE_ORDINALS if pattern.search(claim.text)]
        return all(at in articles or (order[at - 1 : at][0:1] and order[at - 1] in articles) for at in ordinals)


def _by_article(cited: Cited) -> list[tuple[int, list[int]]]:
    return [(n, [c.paragraph for c in cited if c.n == n]) for n in dict.fromkeys(c.n for c in cited)]


def _is_full_name(name: str, known: Iterable[str]) -> bool:
    """Whether a name of two words or more resembles none of the known words: across languages others change."""
    parts = [part for part in forms_of(name) if part[:1].isupper()]
    return len(parts) > 1 and not any(word.startswith(part[:4].casefold()) for part in parts for word in known)
