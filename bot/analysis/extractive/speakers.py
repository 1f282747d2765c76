"""Which quotations are somebody's words, and whose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.analysis.extractive.marks import Quotation
from bot.analysis.extractive.people import Mention, People, mentions, people
from bot.analysis.extractive.reading import Reading, plain
from bot.models.article import count_words
from bot.models.summary import Quote

# A quotation of fewer words needs a verb of speech beside it, or it is a scare quote, a title, a term.
_SPEAKS_FOR_ITSELF = 5
_BORDER = re.compile(r"[.!?…;](?=\s)")
_STOPS = ".!?,…"


@dataclass(frozen=True, slots=True)
class _Said:
    """What the surroundings say: whether they attribute the words at all, and to whom ("" for nobody named)."""

    attributed: bool
    speaker: str


_NOBODY = _Said(False, "")


def spoken(reading: Reading) -> list[Quote]:
    """The quotations that are somebody's words, in order; titles and scare quotes are left out."""
    return _Attribution(reading).quotes()


class _Attribution:
    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self._reading, self._words = reading, reading.words
        self._texts = [plain(text) for text in article.paragraphs]
        self._people: People = people([*article.paragraphs, article.title, *article.authors], reading.words)
        self._author = article.authors[0] if len(article.authors) == 1 else ""
        self._outer = [q for q in reading.quotations if q.depth == 0]

    def quotes(self) -> list[Quote]:
        found: list[Quote] = []
        speaker, last = "", None
        for quotation in self._outer:
            said = self._around(quotation, last)
            if not said.attributed and last and self._goes_on(last, quotation):
                said = _Said(True, speaker)
            if not self._is_speech(quotation, said):
                continue
            speaker, last = said.speaker, quotation
            found.append(Quote(text=quotation.text, speaker=said.speaker, paragraph=quotation.paragraph))
            found += self._within(quotation)
        return found

    def _within(self, outer: Quotation) -> list[Quote]:
        """Quotations inside a quotation; their speaker is named inside it, or nobody."""
        inside = [q for q in self._reading.quotations if q.depth == 1 and self._holds(outer, q)]
        return [
            Quote(text=q.text, speaker="", paragraph=q.paragraph)
            for q in inside
            if count_words(q.text) >= _SPEAKS_FOR_ITSELF - 1
        ]

    @staticmethod
    def _holds(outer: Quotation, inner: Quotation) -> bool:
        return outer.paragraph == inner.paragraph and outer.start <= inner.start and inner.end <= outer.end

    def _is_speech(self, quotation: Quotation, said: _Said) -> bool:
        count = count_words(quotation.text)
        titled = _is_titled(quotation.text, self._words.stop)
        if said.attributed:
            return not titled or quotation.text[-1:] in _STOPS
        sentence = count >= _SPEAKS_FOR_ITSELF - 1 and quotation.text[-1:] in ".!?…"
        return (sentence or count > _SPEAKS_FOR_ITSELF) and not titled

    def _goes_on(self, last: Quotation, quotation: Quotation) -> bool:
        """Whether the same speaker goes on: in the same paragraph or an open one, with little in between."""
        if last.paragraph == quotation.paragraph:
            between = self._texts[last.paragraph - 1][last.end : quotation.start]
            return len(_BORDER.findall(between)) <= 2
        return not last.whole and quotation.paragraph == last.paragraph + 1

    def _around(self, quotation: Quotation, last: Quotation | None) -> _Said:
        text = self._texts[quotation.paragraph - 1]
        after = self._after(text, quotation)
        before = self._before(text, quotation)
        said = self._said_after(after, quotation) if after else _NOBODY
        if not said.attributed:
            said = self._said_before(before, quotation)
        return said

    def _after(self, text: str, quotation: Quotation) -> str:
        """From the closing mark to the sentence's end or the next quotation."""
        if not quotation.whole or (quotation.text[-1:] in ".…" and text[quotation.end + 1 : quotation.end + 2] == " "):
            closed = text[quotation.end :].lstrip("\"'”’»“‘« ")
            if not closed[:1].islower():
                return ""
        stop = min(
            (q.start for q in self._outer if q.paragraph == quotation.paragraph and q.start > quotation.end),
            default=len(text),
        )
        tail = text[quotation.end : stop]
        border = _BORDER.search(tail, 2)
        return tail[: border.start()] if border else tail

    def _before(self, text: str, quotation: Quotation) -> str:
        """From the sentence's beginning or the previous quotation to the opening mark."""
        start = max(
            (q.end + 1 for q in self._outer if q.paragraph == quotation.paragraph and q.end < quotation.start),
            default=0,
        )
        head = text[start : quotation.start]
        starts = [line.sentence.start for line in self._reading.lines if line.paragraph == quotation.paragraph]
        begin = max((s for s in starts if s <= quotation.start - 1), default=0)
        return head[max(0, begin - start) :]

    def _said_after(self, after: str, quotation: Quotation) -> _Said:
        verb = self._words.says.search(after)
        if not verb or verb.start() > 90:
            return _NOBODY
        named = self._mentions(after)
        nearby = [
            m for m in named if m.end <= verb.start() or _only_roles(after[verb.end() : m.start], self._words.roles)
        ]
        if nearby:
            return _Said(True, self._name(nearby[0] if nearby[0].end <= verb.start() else nearby[0]))
        return self._unnamed(after, verb, quotation)

    def _said_before(self, before: str, quotation: Quotation) -> _Said:
        verbs = [*self._words.says.finditer(before), *self._words.calls.finditer(before)]
        colon = before.rstrip(" \"'“„«‘‚»").endswith(":")
        if not verbs:
            return self._introduced(before, quotation) if colon else _NOBODY
        verb = max(verbs, key=lambda m: m.start())
        named = self._mentions(before)
        ahead = [m for m in named if m.end <= verb.start()]
        behind = [
            m for m in named if m.start >= verb.end() and _only_roles(before[verb.end() : m.start], self._words.roles)
        ]
        if chosen := ahead[-1:] or behind[:1]:
            return _Said(True, self._name(chosen[0]))
        return self._unnamed(before, verb, quotation)

    def _introduced(self, before: str, quotation: Quotation) -> _Said:
        named = self._mentions(before)
        return _Said(True, self._name(named[-1])) if named else _Said(True, "")

    def _unnamed(self, context: str, verb: re.Match[str], quotation: Quotation) -> _Said:
        """A verb of speech without a name: I, a pronoun, or a role."""
        near = context[max(0, verb.start() - 25) : verb.end() + 12]
        if self._words.own.search(near):
            return _Said(True, self._author)
        for sex, pattern in (("she", self._words.she), ("he", self._words.he)):
            if pattern.search(near):
                return _Said(True, self._antecedent(quotation, sex))
        return _Said(True, self._role(context))

    def _role(self, context: str) -> str:
        for role, person in self._people.by_role.items():
            if len(role) > 4 and re.search(rf"\b{re.escape(role)}\b", context, re.IGNORECASE):
                return person
        return ""

    def _antecedent(self, quotation: Quotation, sex: str) -> str:
        """The person named last before the quotation, in this paragraph or the one before, whose sex does not speak against it."""
        against = self._people.male if sex == "she" else self._people.female
        for number in (quotation.paragraph, quotation.paragraph - 1):
            if number < 1:
                break
            text = self._texts[number - 1]
            head = text[: quotation.start] if number == quotation.paragraph else text
            for mention in reversed(self._mentions(head)):
                name = self._name(mention)
                if name not in against:
                    return name
        return ""

    def _mentions(self, text: str) -> list[Mention]:
        return [m for m in mentions(text, self._words) if self._people.fullest(m.name) or m.roles]

    def _name(self, mention: Mention) -> str:
        return self._people.fullest(mention.name) or mention.name


def _only_roles(gap: str, roles: frozenset[str]) -> bool:
    """Whether between a verb and a name there is nothing but the person's role."""
    return len(gap) < 60 and all(word.strip(".,").lower() in roles for word in gap.split())


def _is_titled(text: str, stop: frozenset[str]) -> bool:
    """Written like a title: every word of weight begins with a capital."""
    weighty = [word for word in text.split() if word.lower().strip(",.") not in stop]
    return bool(weighty) and all(word[:1].isupper() or word[:1].isdigit() for word in weighty)
