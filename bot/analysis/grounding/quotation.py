"""A quotation and the narration around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.analysis.grounding.attribution import Clause
from bot.analysis.grounding.marks import Span, outermost, spans
from bot.analysis.grounding.speakers import Speaker
from bot.analysis.grounding.speech_words import BETWEEN, INCISE_VERBS
from bot.analysis.grounding.subjects import Manner, Subject

_ABBREVIATED = r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Mt|Hr|Fr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Rev|Hon))"
_SENTENCE_END = re.compile(_ABBREVIATED + r"[.!?…]+(?=[\s\"”’»)]|$)|;(?=\s)")
_CLOSING = re.compile(r"\s»(?!\w)|[\"”’»)]+")
_STOPS = ".!?…"
_CHUNK = re.compile(r"[,—–]")
_INCISE_WITHIN = 3  # words from an incise's beginning to its verb: "nous disait", "me dijo"
_ATTRIBUTION = 4  # words from a sentence's beginning to its verb, for `"We go." Smith said.`


class Scene:
    """A paragraph with its quoted spans."""

    def __init__(self, text: str, manner: Manner) -> None:
        self.text, self.manner = text, manner

    @cached_property
    def spans(self) -> list[Span]:
        return spans(self.text)

    @cached_property
    def narration(self) -> str:
        """The paragraph with blanks in place of what stands in quotation marks, so that offsets and sentences stay."""
        told = list(self.text)
        for span in outermost(self.spans):
            stop = told[span.end - 1] if told[span.end - 1] in _STOPS else " "
            told[span.start : span.end] = [" "] * (span.end - span.start - 1) + [stop]
        return "".join(told)

    def covering(self, start: int, end: int) -> list[Span]:
        """The spans around a passage, the outermost first."""
        return [span for span in self.spans if span.covers(start, end)]

    def quotation(self, span: Span) -> Quotation:
        around = [s for s in self.covering(span.start, span.end) if s.depth < span.depth]
        low, high = (around[-1].start, around[-1].end) if around else (0, len(self.text))
        inside = [s for s in self.spans if low <= s.start and s.end <= high and s not in around]
        return Quotation(self.text, self.manner, span, tuple(outermost(inside)), low, high)


@dataclass(frozen=True, slots=True)
class Quotation:
    """`span` in `text`; `low` and `high` bound what holds it: the paragraph, or the quotation around it."""

    text: str
    manner: Manner
    span: Span
    siblings: tuple[Span, ...]
    low: int
    high: int

    @property
    def is_outermost(self) -> bool:
        return (self.low, self.high) == (0, len(self.text))

    @property
    def opens_paragraph(self) -> bool:
        return self.is_outermost and not self.text[: self.span.start - 1].strip()

    def subject(self) -> Subject | None:
        """Who says it: by the nearer of the clauses before and after, else by one inside the marks."""
        before = self.before
        lead, follow = before.subject(), self.after.subject()
        if lead is not None and before.text.rstrip().endswith(":"):
            return lead
        outside = min((s for s in (lead, follow) if s is not None), key=lambda s: s.distance, default=None)
        return outside or next(self._incises(), None)

    def continued(self) -> Quotation | None:
        """The quotation before, when nothing but its own attribution stands between."""
        previous = [s for s in self.siblings if s.end < self.span.start]
        if not previous or len(sentences(self.text[previous[-1].end + 1 : self.span.start - 1])) > 1:
            return None
        return Quotation(self.text, self.manner, previous[-1], self.siblings, self.low, self.high)

    def mentions(self, speaker: Speaker) -> bool:
        """Whether the clauses around it name the speaker."""
        return any(speaker.is_meant_by(clause.forms, clause.names) for clause in (self.before, self.after))

    def leads_with(self, speaker: Speaker) -> bool:
        return speaker.is_meant_by(self.before.forms, self.before.names)

    @property
    def before(self) -> Clause:
        start = max((s.end + 1 for s in self.siblings if s.end < self.span.start), default=self.low)
        narration = self.text[start : self.span.start - 1]
        ends = [match.end() for match in _SENTENCE_END.finditer(narration)]
        return Clause(narration[ends[-1] if ends else 0 :], self.manner, precedes=True)

    @property
    def after(self) -> Clause:
        stop = min((s.start - 1 for s in self.siblings if s.start > self.span.end), default=self.high)
        narration = self.text[self.span.end + 1 : stop]
        end = _SENTENCE_END.search(narration)
        clause = Clause(narration[: end.start()] if end else narration, self.manner, precedes=False)
        runs_on = end is None and stop < self.high
        return clause if self._is_followed_by(clause, runs_on=runs_on) else Clause("", self.manner, precedes=False)

    def _is_followed_by(self, clause: Clause, *, runs_on: bool) -> bool:
        """Whether the narration after a quotation belongs to it, or is a sentence of its own."""
        complete = self.text[: self.span.end].rstrip("'’\"”»")[-1:] in _STOPS
        if not (complete and clause.text.lstrip()[:1].isupper()):
            return True
        subject = clause.subject()
        is_told = self.before.subject() is not None
        return not (runs_on or is_told) and subject is not None and subject.distance < _ATTRIBUTION

    def _incises(self) -> Iterator[Subject]:
        for chunk in _CHUNK.split(self.text[self.span.start : self.span.end])[1:]:
            clause = Clause(chunk, self.manner, precedes=False)
            opening = [form for form in clause.forms[:_INCISE_WITHIN] if form not in BETWEEN]
            if opening and opening[0] in INCISE_VERBS and (found := clause.subject()):
                yield found


def sentences(narration: str) -> list[str]:
    """The sentences of a text, without those that hold no word."""
    parts, at = [], 0
    for match in _SENTENCE_END.finditer(narration):
        closing = _CLOSING.match(narration, match.end())
        end = closing.end() if closing else match.end()
        parts.append(narration[at:end])
        at = end
    parts.append(narration[at:])
    return [part for part in parts if any(char.isalnum() for char in part)]
