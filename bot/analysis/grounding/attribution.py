"""To whom a sentence gives a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.analysis.grounding.capitals import Capitals, capital_runs
from bot.analysis.grounding.name_words import GERMAN_MEASURES
from bot.analysis.grounding.speech_words import (
    ADDRESSING,
    ADVERB_ENDINGS,
    AND,
    BETWEEN,
    BY,
    DETERMINERS,
    FIRST_PERSON,
    LOCATIVE,
    OBLIQUE,
    OPENERS,
    PASSIVE,
    RELATIVES,
    SECOND_PERSON,
    SOURCE_WORDS,
    SPEECH_VERBS,
    THIRD_PERSON,
    is_title,
)
from bot.analysis.grounding.subjects import Manner, Subject, Who
from bot.analysis.grounding.words import Word, singular_owner, words_of

_PARENTHESIS = re.compile(r"\([^()]*\)")
_REACH = 14  # words between a subject and its verb: "X, who has run the port since the war, said"
_OWNED = 4  # words from an owner to the quotation: "in X’s own words"
_NEXT = 5  # words between a verb and a subject after it: "said the retired harbour pilot X"


class Clause:
    """The narration before or after a quotation, as far as its sentence goes."""

    def __init__(self, text: str, manner: Manner, *, precedes: bool) -> None:
        self.text = _PARENTHESIS.sub(lambda match: " " * len(match[0]), text)
        self._manner, self._precedes = manner, precedes
        self.words: Sequence[Word] = words_of(self.text)
        self.forms = [word.form for word in self.words]
        self.runs = [run for run in map(self._without_opener, capital_runs(self.text, self.words)) if run]
        self._run_at = {at: run for run in self.runs for at in range(run.first, run.last + 1)}

    @property
    def names(self) -> list[tuple[str, ...]]:
        return [self._forms(run) for run in self.runs]

    @property
    def people(self) -> list[tuple[str, ...]]:
        """The names that may be a person's, by their looks and by what stands before them."""
        subject = self.subject() if self._manner.capitalises_nouns else None
        speaking = subject.forms if subject else ()
        return [name for run in self.runs if (name := self._forms(run)) == speaking or self._looks_like_person(run)]

    def _looks_like_person(self, run: Capitals) -> bool:
        forms = self._forms(run)
        if any(map(is_title, forms)):
            return True
        before = self.forms[run.first - 1] if run.first else ""
        if self._only_begins(run) or before in LOCATIVE or before in DETERMINERS or forms[0].casefold() in DETERMINERS:
            return False
        is_noun = self._manner.capitalises_nouns and run.first == run.last
        return not is_noun and forms[0].casefold() not in GERMAN_MEASURES

    def subject(self) -> Subject | None:
        """Who speaks by the speech verb nearest to the quotation; None when there is none."""
        verbs = [at for at, form in enumerate(self.forms) if form in SPEECH_VERBS or self._names_a_source(at)]
        if not verbs:
            return self._before_colon() or self._sole_owner()
        return self._subject_of(verbs[-1] if self._precedes else verbs[0])

    def _before_colon(self) -> Subject | None:
        """Who is told of in a clause without a speech verb that leads on: "X was not impressed: “…”"."""
        acting = [run for run in self.runs if self._may_act(run) and self._looks_like_person(run)]
        if not (self._precedes and self.text.rstrip().endswith(":") and acting):
            return None
        return self._subject_at(self._first_of_last_part(acting).last, len(self.forms) - 1)

    def _sole_owner(self) -> Subject | None:
        """Whose the quotation is when nobody else acts: "X’s line — “…”"."""
        near = [run for run in self.runs if self._is_owner(run) and len(self.forms) - run.last <= _OWNED]
        if not (self._precedes and near) or any(self._may_act(run) for run in self.runs):
            return None
        return self._subject_at(near[-1].last, len(self.forms) - 1)

    def _without_opener(self, run: Capitals) -> Capitals | None:
        """A sentence's first word is capitalised without being a name ("But Clinton said")."""
        if run.first == 0 and self.forms[0].casefold() in OPENERS:
            return Capitals(run.first + 1, run.last) if run.last else None
        return run

    def _names_a_source(self, at: int) -> bool:
        form = self.forms[at].casefold()
        return form in SOURCE_WORDS and (form != "so" or (at == 0 and not self._precedes))

    def _subject_of(self, verb: int) -> Subject:
        if agent := self._agent(verb):
            return agent
        before, after = self._just_before(verb), self._just_after(verb)
        if self.forms[verb].casefold() in SOURCE_WORDS:
            return after or self._role(verb)
        if verb == 0 and after:
            return after
        return before or after or self._further_before(verb) or self._author(verb) or self._role(verb)

    def _agent(self, verb: int) -> Subject | None:
        """Of a passive: "was told by X"; of a source: "according to X"."""
        follows = self.forms[verb + 1] if verb + 1 < len(self.forms) else ""
        passive = follows in BY and any(form in PASSIVE for form in self.forms[max(0, verb - 3) : verb])
        sourced = follows == "to" and self.forms[verb].casefold() in SOURCE_WORDS
        if not (passive or sourced):
            return None
        reachable = range(verb + 2, min(verb + 2 + _NEXT, len(self.forms)))
        return next((found for at in reachable if (found := self._subject_at(at, verb))), None)

    def _author(self, verb: int) -> Subject | None:
        """Of a text that speaks: "the memo, written by X, says"."""
        by = (run for run in self.runs if run.last < verb and run.first and self.forms[run.first - 1] in BY)
        return next((self._subject_at(run.last, verb) for run in by), None)

    def _just_before(self, verb: int) -> Subject | None:
        at = verb - 1
        while at >= 0 and (self.forms[at] in BETWEEN or self.forms[at].endswith(ADVERB_ENDINGS)):
            at -= 1
        if at < 0 or "," in self.text[self.words[at].end : self.words[verb].start]:
            return None
        run = self._run_at.get(at)
        return None if run and self._is_oblique(run) else self._subject_at(at, verb)

    def _just_after(self, verb: int) -> Subject | None:
        if self.forms[verb] in ADDRESSING:
            return None
        for at in range(verb + 1, min(verb + 1 + _NEXT, len(self.forms))):
            if self.forms[at] in OBLIQUE:
                return self._after_oblique(at + 1, verb)
            if found := self._subject_at(at, verb):
                return found if found.who is Who.NAMED or at == verb + 1 else None
        return None

    def _after_oblique(self, at: int, verb: int) -> Subject | None:
        """The subject that follows a place: "disait à Linz Leni Hofbauer"."""
        run = self._run_at.get(at)
        if run is None or run.last - run.first < 2:
            return None
        return Subject(Who.NAMED, tuple(self.forms[at + 1 : run.last + 1]), self._distance(at, run.last, verb))

    def _further_before(self, verb: int) -> Subject | None:
        if antecedent := self._antecedent(verb):
            return self._subject_at(antecedent.last, verb)
        near = [run for run in self.runs if run.last < verb and verb - run.last <= _REACH and self._may_act(run)]
        if not near:
            return None
        if self.forms[verb - 1] == "as":  # "X quoted Y as saying"
            return self._subject_at(near[-1].last, verb)
        return self._subject_at(self._first_of_last_part(near).last, verb)

    def acting_before_pronoun(self) -> Iterator[tuple[str, ...]]:
        """The names that a "he" before the speech verb may stand for, the nearest first."""
        return (self._forms(run) for run in reversed(self.runs) if self._may_act(run))

    def _may_act(self, run: Capitals) -> bool:
        return not (self._is_oblique(run) or self._is_owner(run) or self._only_begins(run) or self._is_noun(run))

    def _first_of_last_part(self, runs: Sequence[Capitals]) -> Capitals:
        """The subject comes first in its part of the sentence, between commas; the last part is the nearest."""
        parts = [self.text.count(",", 0, self.words[run.first].start) for run in runs]
        return runs[parts.index(parts[-1])]

    def _antecedent(self, verb: int) -> Capitals | None:
        """Whom a relative clause before the verb is about: "X, who met Y in May, said"."""
        for at in range(verb - 1, 0, -1):
            comma = "," in self.text[self.words[at - 1].end : self.words[at].start]
            if comma and self.forms[at] in RELATIVES and (run := self._run_at.get(at - 1)):
                return run
        return None

    def _is_oblique(self, run: Capitals) -> bool:
        """Whether a preposition stands before it: "the mayor of Boston said", "Im Rat sagte sie"."""
        before = [form.casefold() for form in self.forms[max(0, run.first - 2) : run.first]]
        return before[-1:] != [] and (before[-1] in OBLIQUE or (before[-1] in DETERMINERS and before[0] in OBLIQUE))

    def _is_noun(self, run: Capitals) -> bool:
        """Whether a single word in a German sentence is rather a thing than a subject that opens it."""
        return self._manner.capitalises_nouns and run.first == run.last > 1

    def _only_begins(self, run: Capitals) -> bool:
        """Whether a word seems to be capitalised for beginning the sentence only."""
        word = self.forms[0]
        return (
            run.first == run.last == 0 and word not in self._manner.proper and word.casefold() in self._manner.ordinary
        )

    def _is_owner(self, run: Capitals) -> bool:
        return self.forms[run.last] != singular_owner(self.forms[run.last])

    def _subject_at(self, at: int, verb: int) -> Subject | None:
        form = self.forms[at].casefold()
        if run := self._run_at.get(at):
            return Subject(Who.NAMED, self._forms(run), self._distance(run.first, run.last, verb), self._beside(run))
        if form in SECOND_PERSON:
            return Subject(Who.SECOND_PERSON, (), self._distance(at, at, verb))
        if form in FIRST_PERSON:
            return Subject(Who.FIRST_PERSON, (), self._distance(at, at, verb))
        if form in THIRD_PERSON:
            return Subject(Who.THIRD_PERSON, (), self._distance(at, at, verb))
        return None

    def _beside(self, run: Capitals) -> tuple[str, ...]:
        """The name before "and", or after it."""
        if run.first > 1 and self.forms[run.first - 1] in AND and (other := self._run_at.get(run.first - 2)):
            return self._forms(other)
        if run.last + 2 < len(self.forms) and self.forms[run.last + 1] in AND:
            return self._forms(other) if (other := self._run_at.get(run.last + 2)) else ()
        return ()

    @property
    def owner(self) -> tuple[str, ...]:
        """Whose the words just before the quotation are: "in X’s phrase", "X’s"."""
        near = [run for run in self.runs if self._is_owner(run) and len(self.forms) - run.last <= _OWNED]
        return self._forms(near[-1]) if near and self._precedes else ()

    def _role(self, verb: int) -> Subject:
        around = self.forms[max(0, verb - 8) : verb + 8]
        return Subject(Who.ROLE, tuple(around), self._distance(verb, verb, verb))

    def _forms(self, run: Capitals) -> tuple[str, ...]:
        return tuple(self.forms[run.first : run.last + 1])

    def _distance(self, first: int, last: int, verb: int) -> int:
        return len(self.forms) - 1 - max(last, verb) if self._precedes else min(first, verb)
