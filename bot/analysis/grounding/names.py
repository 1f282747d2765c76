"""Names that a summary may use: those of the article, its title, authors, outlet and bio."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from bot.analysis.grounding.capitals import Capitals, capital_runs, is_capital
from bot.analysis.grounding.function_words import is_function_word
from bot.analysis.grounding.name_words import DEMONYM_ENDINGS, GERMAN_MEASURES, MONTHS, SAME_PLACES
from bot.analysis.grounding.quotation import sentences
from bot.analysis.grounding.speech_words import PARTICLES, SOURCE_WORDS, SPEECH_VERBS, TITLES
from bot.analysis.grounding.words import Text, Word, singular_owner, words_of

_STEM = 4  # letters that a people's name shares with its country's
_OPENING = "\"'“‘«„‚(—–:"


class Names:
    """All words of some texts; a name is matched when each of its words is among them."""

    def __init__(self, texts: Sequence[Text], published: date | None = None) -> None:
        self._texts, self._published = texts, published
        self._known = set(map(str.casefold, MONTHS[published.month - 1])) if published else set()
        self._by_stem: defaultdict[str, list[str]] = defaultdict(list)
        for form in {word.form for text in texts for words in text.words for word in words}:
            self._learn(singular_owner(form))
        for place in SAME_PLACES:
            if place & self._known:
                self._known |= place

    def also(self, text: Text) -> Names:
        return Names([*self._texts, text], self._published)

    @property
    def known(self) -> frozenset[str]:
        """All words, lower case."""
        return frozenset(self._known)

    def unmatched(self, text: str, language: str) -> Iterator[str]:
        """The names in `text` that are not in these; German ones only where grammar tells them from nouns."""
        for sentence in sentences(text):
            words = words_of(sentence)
            for run in filter(None, (_without_opener(words, run) for run in capital_runs(sentence, words))):
                is_invented = self._is_invented_german if language == "de" else self._is_invented
                if not self._is_spelled_out(words, run) and is_invented(sentence, words, run):
                    yield sentence[words[run.first].start : words[run.last].end]

    def _learn(self, name: str) -> None:
        folded = name.casefold()
        self._known.add(folded)
        if len(folded) >= _STEM and is_capital(name):
            self._by_stem[folded[:_STEM]].append(folded)

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        """Of all names of several words, the first letters."""
        return frozenset(
            _initials(words, run)
            for text in self._texts
            for paragraph, words in zip(text.paragraphs, text.words, strict=True)
            for run in capital_runs(paragraph, words)
        )

    def _is_spelled_out(self, words: Sequence[Word], run: Capitals) -> bool:
        """Whether the texts have this name as an acronym."""
        return run.last > run.first and _initials(words, run) in self._known

    def _is_invented(self, sentence: str, words: Sequence[Word], run: Capitals) -> bool:
        if not _opens_sentence(sentence, words, run):
            return any(map(self._is_strange, _name_words(words, run.first, run.last)))
        if run.last > run.first:
            return any(map(self._is_strange, _name_words(words, run.first + 1, run.last)))
        return self._is_strange(words[run.first].form) and _acts_as_name(words, run)

    def _is_invented_german(self, sentence: str, words: Sequence[Word], run: Capitals) -> bool:
        names = _name_words(words, run.first, run.last)
        strange = [name for name in names if self._is_strange(name)]
        if any(len(name) > 1 and name.isupper() for name in strange):
            return True
        if len(names) > 1 and names[0].casefold() not in GERMAN_MEASURES:
            return len(strange) == len(names) if _opens_sentence(sentence, words, run) else bool(strange)
        is_titled = any(word.form.casefold() in TITLES for word in words[run.first : run.last + 1])
        return bool(strange) and (is_titled or _acts_as_name(words, run))

    def _is_strange(self, form: str) -> bool:
        name = singular_owner(form)
        folded = name.casefold()
        if len(folded) < 2 or folded in self._known or folded in TITLES or is_function_word(folded):
            return False
        if folded.removesuffix("s") in self._known or folded + "s" in self._known:
            return False
        if folded in self._acronyms:
            return False
        return not any(_is_kin(folded, known) for known in self._by_stem.get(folded[:_STEM], ()))


def _initials(words: Sequence[Word], run: Capitals) -> str:
    return "".join(w.form[0] for w in words[run.first : run.last + 1] if is_capital(w.form)).casefold()


def _name_words(words: Sequence[Word], first: int, last: int) -> list[str]:
    forms = [word.form for word in words[first : last + 1]]
    return [form for form in forms if form not in PARTICLES and form.casefold() not in TITLES]


def _without_opener(words: Sequence[Word], run: Capitals) -> Capitals | None:
    """A run without the capitalised "The", "Der" or "Laut" before the name."""
    opening = words[run.first].form.casefold()
    if not is_function_word(opening) and opening not in SOURCE_WORDS:
        return run
    return Capitals(run.first + 1, run.last) if run.last > run.first else None


def _opens_sentence(sentence: str, words: Sequence[Word], run: Capitals) -> bool:
    before = sentence[: words[run.first].start].rstrip()
    return run.first == 0 or (bool(before) and before[-1] in _OPENING)


def _acts_as_name(words: Sequence[Word], run: Capitals) -> bool:
    """Whether a single word does what people do: owns, is a source, or speaks, in the singular, without an article."""
    form = words[run.last].form
    before = words[run.first - 1].form.casefold() if run.first else ""
    if form.endswith("’s") or (before in SOURCE_WORDS and before != "so"):
        return True
    speaks = run.last + 1 < len(words) and words[run.last + 1].form in SPEECH_VERBS
    verb = words[run.last + 1].form if speaks else ""
    alone = run.first == 0 or words[run.first - 1].form in ("und", "so", "dass", "aber", "wie", "denn")
    plural = form.endswith("s") and not verb.endswith("s")
    return alone and speaks and not plural and verb.endswith(("s", "t", "te", "ed", "d"))


def _is_kin(name: str, known: str) -> bool:
    """Whether two words name one country and its people: "Iran" and "Iranian", "China" and "Chinese"."""
    shared = next(
        (at for at, (a, b) in enumerate(zip(name, known, strict=False)) if a != b), min(len(name), len(known))
    )
    return name[shared:] in DEMONYM_ENDINGS and known[shared:] in DEMONYM_ENDINGS
