"""What stands between quotation marks in a sentence: word for word where it is said to come from, or it falls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.analysis.grounding.marks import Span, outermost, spans
from bot.analysis.grounding.quotation import Scene
from bot.analysis.grounding.speech_words import AUTHOR_NAMES
from bot.analysis.grounding.subjects import Subject, Who
from bot.analysis.grounding.talk.clauses import PLAIN_MANNER
from bot.analysis.grounding.talk.discussion_words import ASKED
from bot.analysis.grounding.talk.members import Members, Said
from bot.analysis.grounding.talk.shelf import AUTHOR, Shelf
from bot.analysis.grounding.words import forms_of
from bot.models.comparison import Citation

_AUTHORS = frozenset(name.split()[-1] for name in AUTHOR_NAMES) - {"i", "we", "ich", "wir", "je", "nous", "yo"}


class Quotations:
    def __init__(self, shelf: Shelf, members: Members, question: Said) -> None:
        self._shelf, self._members, self._question = shelf, members, question

    def places(self, text: str, cited: Sequence[Citation]) -> list[Citation] | None:
        """Where the quotations of a text stand in articles; None when one stands nowhere, or is another's."""
        found: list[Citation] = []
        scene = Scene(text, PLAIN_MANNER)
        for span in outermost(spans(text)):
            words = text[span.start : span.end]
            if not any(char.isalnum() for char in words):
                continue
            if not span.closed:
                return None
            speakers = self._speaking(scene, span)
            if speakers and self._is_said(words, speakers):
                continue
            subject = scene.quotation(span).subject()
            is_askers = subject is not None and subject.who is Who.SECOND_PERSON
            place = None if is_askers else self._in_articles(words, subject, cited)
            if place:
                found.append(place)
            elif speakers or not self._question.passages.holds(words):
                return None
        return found

    def _speaking(self, scene: Scene, span: Span) -> set[str]:
        """Members to whom the quotation may be given: those named around it, or the asker."""
        around = scene.narration
        names = {mention.name for mention in self._members.mentions(around)}
        return names | ({self._members.asker} if ASKED.search(around) else set())

    def _is_said(self, words: str, speakers: Iterable[str]) -> bool:
        return any(self._members.said[name].passages.holds(words) for name in speakers)

    def _in_articles(self, words: str, subject: Subject | None, cited: Sequence[Citation]) -> Citation | None:
        """In a cited article, in the cited paragraph rather than in another; without citation, in any."""
        known = [citation for citation in cited if citation.n in self._shelf.held]
        tried = known or [Citation(n=n, paragraph=1) for n in self._shelf.held]
        for citation in tried:
            held = self._shelf.held[citation.n]
            for speaker in _names_for(subject, held.article.authors):
                place = held.quoting(words, speaker, citation.paragraph)
                if place:
                    return Citation(n=citation.n, paragraph=place)
        return None


def _names_for(subject: Subject | None, authors: Iterable[str]) -> Iterator[str]:
    """How the one who speaks by a sentence may be called; "" for nobody in particular."""
    if subject is not None and _is_author(subject, authors):
        yield AUTHOR
    elif subject is not None and subject.who is Who.NAMED:
        yield " ".join(subject.forms)
    else:
        yield ""


def _is_author(subject: Subject, authors: Iterable[str]) -> bool:
    """Whether a name is made of an author's words, as a board's is."""
    if subject.who is Who.ROLE:
        return not _AUTHORS.isdisjoint(map(str.casefold, subject.forms))
    bylines = [set(forms_of(author)) for author in authors]
    return subject.who is Who.NAMED and any(byline.issuperset(subject.forms) for byline in bylines)
