"""Who speaks where in an article, as far as it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.analysis.grounding.attribution import Clause
from bot.analysis.grounding.capitals import name_parts
from bot.analysis.grounding.marks import outermost
from bot.analysis.grounding.people import addressed, manner_of, surnames
from bot.analysis.grounding.quotation import Quotation, Scene, sentences
from bot.analysis.grounding.speakers import Speaker
from bot.analysis.grounding.speech_words import DETERMINERS, REPRESENTATIVES
from bot.analysis.grounding.subjects import Subject, Who
from bot.analysis.grounding.words import Place, Text

_LABEL = re.compile(r"\s*(?P<name>[^\W\d_][\w.’' -]{0,40}):\s")
_DIALOGUE_DASHES = ("—", "–", "―")


class Voices:
    """`speakers` are all that quotations are given to: of two that are named near one, the nearer said it."""

    def __init__(self, text: Text, language: str, speakers: Sequence[Speaker]) -> None:
        self._manner, self._addressed = manner_of(text, language), addressed(text)
        self._scenes = [Scene(paragraph, self._manner) for paragraph in text.paragraphs]
        self._speakers, self._surnames = speakers, surnames(text, self._manner)
        self._people: dict[int, frozenset[str]] = {}

    def permits(self, place: Place, speaker: Speaker | None) -> bool:
        """Whether these words may be given to `speaker`; None is nobody in particular.

        Words that straddle a quotation's border are nobody's: they splice what was said with what is told.
        """
        scene = self._scenes[place.paragraph]
        if any(span.closed and span.is_crossed_by(scene.text, place.start, place.end) for span in scene.spans):
            return False
        if speaker is None:
            return True
        covering = scene.covering(place.start, place.end)
        if not covering:
            return self._permits_unmarked(place, speaker)
        quotations = [scene.quotation(span) for span in reversed(covering)]
        for quotation in quotations:
            verdict = self._verdict(quotation, place.paragraph, speaker)
            if verdict is not None:
                return verdict
        subject = quotations[-1].subject()
        told_before = subject is not None and subject.who is Who.ROLE
        return self._is_nearest(place.paragraph, covering[0].start - 1, speaker, only_before=told_before)

    def share_one(self, places: Sequence[Place]) -> bool:
        """Whether parts of one quotation come from one mouth: all told, all of one quotation, or of one speaker's."""
        covering = [self._scenes[place.paragraph].covering(place.start, place.end) for place in places]
        if not all(covering):
            return not any(covering)
        homes = {(place.paragraph, spans[0]) for place, spans in zip(places, covering, strict=True)}
        if len(homes) == 1:
            return True
        subjects = [self._subject(self._scenes[number].quotation(span), number) for number, span in homes]
        first, in_one_paragraph = subjects[0], len({number for number, _ in homes}) == 1
        return first is not None and all(_is_same(first, other, in_one_paragraph) for other in subjects[1:])

    def _verdict(self, quotation: Quotation, number: int, speaker: Speaker) -> bool | None:
        """What the sentence says about who speaks; None when it leaves that open."""
        subject = self._subject(quotation, number)
        if subject is None:
            return self._by_names_around(quotation, number, speaker)
        if subject.who is Who.NAMED:
            named = any(speaker.is_named_by(name) for name in (subject.forms, subject.beside) if name)
            return named or (speaker.is_role and quotation.mentions(speaker))
        if subject.who is Who.FIRST_PERSON:
            return speaker.is_author if quotation.is_outermost else None
        if subject.who is Who.SECOND_PERSON and self._addressed:
            return any(speaker.is_named_by(name) for name in self._addressed)
        if subject.who is Who.ROLE and (verdict := self._by_role(subject, speaker)) is not None:
            return verdict
        if subject.who is Who.THIRD_PERSON and not speaker.is_author:
            return self._by_pronoun(quotation.before, speaker)
        return False if speaker.is_author else None

    def _by_pronoun(self, lead: Clause, speaker: Speaker) -> bool | None:
        """In "what X left when he announced: “…”" he is X, the nearest who can be."""
        for name in lead.acting_before_pronoun():
            if speaker.is_named_by(name):
                return True
            if len(name_parts(name)) > 1 or name_parts(name)[-1] in self._surnames:
                return False
        return None

    def _by_names_around(self, quotation: Quotation, number: int, speaker: Speaker) -> bool | None:
        """Without a speech verb: an owner ("X’s “plan”") or a name after the quotation speaks for itself."""
        first = next(iter(quotation.after.people), ())
        if quotation.mentions(speaker):
            return not first or speaker.is_named_by(first) or speaker.is_role or quotation.leads_with(speaker)
        others = [quotation.before.owner] if quotation.before.owner else []
        others += [name for name in quotation.after.names if self._is_person(name, number)]
        return False if others and quotation.is_outermost else None

    def _by_role(self, subject: Subject, speaker: Speaker) -> bool | None:
        if speaker.stands_in(subject.forms) if speaker.is_role else speaker.has_role_in(subject.forms):
            return True
        if not REPRESENTATIVES.isdisjoint(subject.forms) and not speaker.is_role:
            return False
        return False if any(other.has_role_in(subject.forms) for other in self._speakers) else None

    def _subject(self, quotation: Quotation, number: int) -> Subject | None:
        """Who says it, or said the quotation before when that goes on: "A," X said. "B." """
        if subject := quotation.subject():
            return subject
        if (previous := quotation.continued()) is not None:
            return self._subject(previous, number)
        if not (quotation.opens_paragraph and number):
            return None
        before = self._scenes[number - 1]
        top = outermost(before.spans)
        if not top or top[-1].closed:
            return None
        return self._subject(before.quotation(top[-1]), number - 1)

    def _permits_unmarked(self, place: Place, speaker: Speaker) -> bool:
        """Words outside marks are the author's, but for labelled turns, dialogues and set-off quotations."""
        paragraph = self._scenes[place.paragraph].text
        if label := _LABEL.match(paragraph):
            return speaker.is_named_by(label["name"].split()) or speaker.is_author
        if paragraph.lstrip().startswith(_DIALOGUE_DASHES):
            return self._is_nearest(place.paragraph, place.start, speaker)
        if speaker.is_author:
            return True
        lead = self._lead_in(place)
        subject = lead.subject() if lead.text.rstrip().endswith(":") else None
        return subject is not None and subject.who is Who.NAMED and speaker.is_named_by(subject.forms)

    def _lead_in(self, place: Place) -> Clause:
        before = self._scenes[place.paragraph].text[: place.start]
        if not before.strip() and place.paragraph:
            before = self._scenes[place.paragraph - 1].text
        return Clause(next(reversed(sentences(before)), ""), self._manner, precedes=True)

    def _is_nearest(self, number: int, at: int, speaker: Speaker, *, only_before: bool = False) -> bool:
        """Whether the nearest sentence that names anybody names this speaker; those before come first."""
        if speaker.is_author:
            return True
        for sentence in self._sentences_near(number, at, only_before=only_before):
            clause = Clause(sentence, self._manner, precedes=True)
            subject = clause.subject()
            if subject is not None and subject.who is Who.NAMED and not speaker.is_role:
                return any(speaker.is_named_by(name) for name in (subject.forms, subject.beside) if name)
            if speaker.is_meant_by(clause.forms, clause.names):
                return True
            if any(self._is_person(name, number) for name in clause.names):
                return False
        return False

    def _sentences_near(self, number: int, at: int, *, only_before: bool) -> Iterator[str]:
        own = self._scenes[number].narration
        yield from reversed(sentences(own[:at]))
        if not only_before:
            yield from sentences(own[at:])
        if number:
            yield from reversed(sentences(self._scenes[number - 1].narration))
        if number + 1 < len(self._scenes) and not only_before:
            yield from sentences(self._scenes[number + 1].narration)

    def _is_person(self, name: tuple[str, ...], number: int) -> bool:
        if any(speaker.is_named_by(name) for speaker in self._speakers if not speaker.is_role):
            return True
        near = (number - 1, number, number + 1)
        parts = name_parts(name)
        if parts[-1] in self._surnames and name[0].casefold() not in DETERMINERS:
            return True
        return any(part in self._people_of(where) for where in near for part in parts)

    def _people_of(self, number: int) -> frozenset[str]:
        """Parts of the names of all who speak in a paragraph."""
        if not 0 <= number < len(self._scenes):
            return frozenset()
        if number not in self._people:
            clauses = (Clause(told, self._manner, precedes=False) for told in sentences(self._scenes[number].narration))
            self._people[number] = frozenset(part for c in clauses for name in c.people for part in name_parts(name))
        return self._people[number]


def _is_same(one: Subject, other: Subject | None, in_one_paragraph: bool) -> bool:
    """Whether two subjects are one person; "she" and "the pilot" only while the paragraph lasts."""
    if other is None or one.who is not other.who:
        return False
    if one.who is Who.NAMED:
        return not set(name_parts(one.forms)).isdisjoint(name_parts(other.forms))
    return in_one_paragraph and one.forms == other.forms
