"""Which quotations are somebody's words, and whose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.analysis.extractive.marks import Quotation
from bot.analysis.extractive.people import is_role, people
from bot.analysis.extractive.reading import Reading, plain
from bot.analysis.extractive.subjects import Kind, Subject, credited, last_named, persons, roles, subject, unnamed
from bot.models.article import count_words
from bot.models.summary import Quote

# A quotation of fewer words needs a verb of speech beside it, or it is a scare quote, a title, a term.
_SPEAKS_FOR_ITSELF = 5
_BORDER = re.compile(r"[.!?…;:](?=\s)")
_STOPS = ".!?,…"
_FARTHEST = 90
# A speaker is looked for this many characters back in a paragraph, in that many paragraphs.
_BACK, _PARAGRAPHS_BACK = 1_500, 3
# More quotations than this are a collection, not a commentary: it bounds the work.
_MOST = 200


@dataclass(frozen=True, slots=True)
class _Said:
    """What the surroundings say: whether they attribute the words at all, and to whom ("" for nobody named)."""

    attributed: bool
    speaker: str = ""


_NOT = _Said(False)


def spoken(reading: Reading) -> list[Quote]:
    """The quotations that are somebody's words, in order; titles and scare quotes are left out."""
    return _Attribution(reading).quotes()


class _Attribution:
    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self._words = reading.words
        self._outer = [q for q in reading.quotations if q.depth == 0][:_MOST]
        self._inner = [q for q in reading.quotations if q.depth == 1][:_MOST]
        self._whole = [plain(text) for text in article.paragraphs]
        self._own = [self._without_quotations(number, text) for number, text in enumerate(self._whole, 1)]
        self._people = people([*article.paragraphs, article.title, *article.authors], reading.words)
        self._author = article.authors[0] if len(article.authors) == 1 else ""
        self._starts: dict[int, list[int]] = {}
        for line in reading.lines:
            self._starts.setdefault(line.paragraph, []).append(line.sentence.start)

    def _without_quotations(self, number: int, text: str) -> str:
        pieces, at = [], 0
        for q in self._outer:
            if q.paragraph == number:
                pieces += [text[at : q.start], " " * (q.end - q.start)]
                at = q.end
        return "".join([*pieces, text[at:]])

    def quotes(self) -> list[Quote]:
        """In the article's order, each followed by those inside of it; words that go on are the same speaker's."""
        found: list[Quote] = []
        last, speaker = None, ""
        for quotation in self._outer:
            said = self._around(quotation)
            if not said.attributed and last and self._goes_on(last, quotation):
                said = _Said(True, speaker)
            if not self._is_speech(quotation, said):
                continue
            last, speaker = quotation, said.speaker
            text = quotation.text.rstrip(",")
            found.append(Quote(text=text, speaker=speaker, paragraph=quotation.paragraph))
            found += self._within(quotation)
        return found

    def _within(self, outer: Quotation) -> list[Quote]:
        """Quotations inside a quotation: somebody else's words, whom only the outer speaker could name."""
        return [
            Quote(text=q.text, speaker="", paragraph=q.paragraph)
            for q in self._inner
            if q.paragraph == outer.paragraph and outer.start <= q.start < outer.end
            if count_words(q.text) >= _SPEAKS_FOR_ITSELF - 1
        ]

    def _is_speech(self, quotation: Quotation, said: _Said) -> bool:
        count = count_words(quotation.text)
        titled = _is_titled(quotation.text, self._words.stop)
        if said.attributed:
            nouns = self._words.language == "de" and count > 1  # where every noun has a capital
            return not titled or nouns or quotation.text[-1:] in _STOPS
        sentence = count >= _SPEAKS_FOR_ITSELF - 1 and quotation.text[-1:] in ".!?…"
        return (sentence or count > _SPEAKS_FOR_ITSELF) and not titled

    def _goes_on(self, last: Quotation, quotation: Quotation) -> bool:
        """Whether the same speaker goes on: in the same paragraph or an open one, with little in between."""
        if last.paragraph == quotation.paragraph:
            between = self._own[last.paragraph - 1][last.end : quotation.start]
            sentence = count_words(quotation.text) > 2 or quotation.text[-1:] in _STOPS
            return sentence and len(_BORDER.findall(between)) <= 2
        return not last.whole and quotation.paragraph == last.paragraph + 1

    def _around(self, quotation: Quotation) -> _Said:
        for look in (self._said_after, self._said_before, self._said_inside, self._written):
            said = look(quotation)
            if said.attributed:
                return said
        return _NOT

    def _said_after(self, quotation: Quotation) -> _Said:
        """``"…," said Inga`` and ``"…?" she asked``: to the sentence's end or the next quotation."""
        text = self._own[quotation.paragraph - 1]
        following = (q.start for q in self._outer if q.paragraph == quotation.paragraph and q.start > quotation.end)
        tail = text[quotation.end + 1 : min(following, default=len(text))]
        tail = tail[: self._border(tail)]
        verb = self._words.says.search(tail)
        if not verb or verb.start() > _FARTHEST or self._is_apart(quotation, tail, verb):
            return self._credited_after(tail, quotation)
        return self._named(subject(tail, verb, self._words, self._people), quotation)

    def _credited_after(self, tail: str, quotation: Quotation) -> _Said:
        credit = self._words.credits.search(tail)
        if not credit or tail.strip(" »”\"'")[:1].isupper():
            return _NOT
        found = credited(tail, credit, self._words, self._people)
        return _NOT if found.kind is Kind.NOBODY else self._named(found, quotation)

    def _border(self, tail: str) -> int:
        """Where the sentence or clause ends; the full stop of an abbreviation or an initial ends none."""
        for border in _BORDER.finditer(tail):
            word = tail[: border.start()].split()[-1:]
            short = bool(word) and (len(word[0]) == 1 or word[0].lower() in self._words.abbreviations)
            if border[0] != "." or not short:
                return border.start()
        return len(tail)

    def _is_apart(self, quotation: Quotation, tail: str, verb: re.Match[str]) -> bool:
        """Whether the words behind a quotation are another sentence, or a clause that the quotation is only part of."""
        last, tail_words = quotation.text[-1], tail.strip(" »”\"'")
        if last == "," or tail_words.startswith((",", "–", "—")):
            return False
        before = len(tail[: verb.start()].split())
        if tail_words[:1].isupper():
            return last in ".…" or before > _SPEAKS_FOR_ITSELF
        return last not in _STOPS and ("," in tail[: verb.start()] or before > _SPEAKS_FOR_ITSELF)

    def _said_before(self, quotation: Quotation) -> _Said:
        """``Inga said: "…"``: from the sentence's beginning or the previous quotation."""
        head = self._head(quotation)
        says, calls = list(self._words.says.finditer(head)), list(self._words.calls.finditer(head))
        begin = quotation.start - len(head)
        introduced = head.rstrip(" \"'“„«‘‚»").endswith(":")
        if says and re.search(rf"{self._words.denies.pattern} \Z", head[: says[-1].start()], re.IGNORECASE):
            return _NOT
        if says:
            found = subject(head, says[-1], self._words, self._people)
            if found.kind is Kind.NOBODY and introduced:
                return _Said(True, last_named(head, self._words, self._people))
            return self._named(found, quotation, begin + found.start)
        if calls:
            found = subject(head, calls[-1], self._words, self._people)
            if found.kind in (Kind.NOBODY, Kind.ORGAN, Kind.IT) and count_words(quotation.text) <= 2:
                return _NOT
            if found.kind is Kind.NOBODY:
                return _Said(True)
            return self._named(found, quotation, begin + found.start)
        if introduced:
            return _Said(True, last_named(head, self._words, self._people))
        return _NOT

    def _written(self, quotation: Quotation) -> _Said:
        """``The paper is brief: it is "low in outcomes"``: a few words of a text that is named shortly before."""
        head = self._own[quotation.paragraph - 1][: quotation.start]
        sentences = [s for s in self._starts.get(quotation.paragraph, []) if s < quotation.start]
        near = re.findall(r"[\w-]+", head[sentences[-2] if len(sentences) > 1 else 0 :].lower())
        return _Said(count_words(quotation.text) > 2 and not self._words.papers.isdisjoint(near))

    def _head(self, quotation: Quotation) -> str:
        text = self._own[quotation.paragraph - 1]
        before = [q.end + 1 for q in self._outer if q.paragraph == quotation.paragraph and q.end < quotation.start]
        sentence = [s for s in self._starts.get(quotation.paragraph, []) if s < quotation.start]
        start = max([*before, *sentence, quotation.start - _BACK])
        head = text[max(0, start) : quotation.start]
        if head.strip(" \"'“„«‘‚»") or quotation.paragraph < 2:
            return head[-_BACK:]
        above = self._own[quotation.paragraph - 2]
        return above[self._starts.get(quotation.paragraph - 1, [0])[-1] :] if above.endswith(":") else head

    def _said_inside(self, quotation: Quotation) -> _Said:
        """``« …, disait-elle, … »`` and ``«… —me dijo— …»``: where the marks stay open."""
        if self._words.language not in ("fr", "es"):
            return _NOT
        text = self._whole[quotation.paragraph - 1][quotation.start : quotation.end][:_BACK]
        aside = re.search(rf"[,—–] ?((?:\w+ ){{0,2}}{self._words.says.pattern}[^.,—–!?]*)[.,—–]", text, re.IGNORECASE)
        verb = self._words.says.search(aside[1]) if aside else None
        if not aside or not verb:
            return _NOT
        return self._named(subject(aside[1], verb, self._words, self._people), quotation)

    def _named(self, found: Subject, quotation: Quotation, before: int | None = None) -> _Said:
        """`before`: where in the paragraph the subject stands, when not behind the quotation."""
        if found.kind is Kind.NAME:
            return _Said(True, found.text)
        if found.kind is Kind.AUTHOR:
            return _Said(True, self._author)
        if found.kind is Kind.YOU:
            return _Said(True, self._addressee())
        if found.kind in (Kind.SHE, Kind.HE):
            return _Said(True, self._antecedent(quotation, found.kind.value, before))
        if found.kind is Kind.ROLE:
            return _Said(True, self._holder(found, quotation))
        if found.kind is Kind.ORGAN:
            return _Said(True, found.text)
        if found.kind is Kind.IT:
            return _Said(True, self._organ_before(quotation, before))
        unnamed_person = bool(found.text)
        leaves_out = self._words.language == "es" and not unnamed_person  # a Spanish verb needs no subject
        return _Said(True, self._antecedent(quotation, "", before) if leaves_out else "")

    def _addressee(self) -> str:
        """Whom an open letter is to."""
        for text in self._own[:2]:
            for mention in persons(text, self._words, self._people):
                if re.search(rf"{self._words.dear.pattern} (?:\w+\.? )?\Z", text[: mention.start], re.IGNORECASE):
                    return self._people.fullest(mention.name)
        return ""

    def _holder(self, role: Subject, quotation: Quotation) -> str:
        """The person in that office, when the text names one; else the role, unless it came in as "a spokesman"."""
        head = re.split(r"[ ']", role.head)[-1].lower()
        if (person := self._people.by_role.get(head)) and self._is_same_office(person, role):
            return person
        introduced = " ".join(
            text[:_BACK] for text in self._own[max(0, quotation.paragraph - 10) : quotation.paragraph]
        )
        anonymous = re.search(
            rf"{self._words.a_person.pattern} (?:[\w'-]+ ){{0,2}}{re.escape(head)}\b", introduced, re.IGNORECASE
        )
        return "" if anonymous else role.text

    def _is_same_office(self, person: str, role: Subject) -> bool:
        """Whether what stands before the office ("the planning minister"), if anything, stands near the person too."""
        apart = [word for word in re.findall(r"[\w-]+", role.text)[1:] if not is_role(word, self._words)]
        apart = [word for word in apart if word.lower() not in self._words.stop]
        name, text = re.escape(person.split()[-1]), " ".join(self._own)
        near = (rf"\b{re.escape(word)}\b[^.]{{0,60}}{name}|{name}[^.]{{0,60}}\b{re.escape(word)}\b" for word in apart)
        return not apart or any(re.search(each, text, re.IGNORECASE) for each in near)

    def _antecedent(self, quotation: Quotation, sex: str, before: int | None) -> str:
        """The person named last before the quotation, here or above, whose sex does not speak against it."""
        for number in range(quotation.paragraph, max(0, quotation.paragraph - _PARAGRAPHS_BACK), -1):
            text = self._own[number - 1]
            stop = quotation.start if before is None else before
            head = (text[:stop] if number == quotation.paragraph else text)[-_BACK:]
            present = persons(head, self._words, self._people)
            named = [(m.start, self._people.fullest(m.name)) for m in present]
            held = [
                (one.start, self._holder(one, quotation) if one.kind is Kind.ROLE else "")
                for one in unnamed(head, [(m.start, m.end) for m in present], self._words)
                if not sex or (one.kind is not Kind.ORGAN and one.head not in self._words.organs | self._words.papers)
            ]
            for _, name in sorted([*named, *held], reverse=True):
                if not sex or self._people.sexes.get(name, sex) == sex:
                    return name
        return ""

    def _organ_before(self, quotation: Quotation, before: int | None) -> str:
        """The office or paper named last before "it says"."""
        for number in range(quotation.paragraph, max(0, quotation.paragraph - 2), -1):
            text = self._own[number - 1]
            stop = quotation.start if before is None else before
            head = (text[:stop] if number == quotation.paragraph else text)[-_BACK:]
            if organs := [one for one in roles(head, self._words) if one.kind is Kind.ORGAN]:
                return max(organs, key=lambda one: one.start).text
        return ""


def _is_titled(text: str, stop: frozenset[str]) -> bool:
    """Written like a title: every word of weight begins with a capital."""
    weighty = [word for word in text.split() if word.lower().strip(",.") not in stop]
    return bool(weighty) and all(word[:1].isupper() or word[:1].isdigit() for word in weighty)
