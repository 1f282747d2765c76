"""Who takes part in a discussion, and what each of them said, as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.analysis.grounding.function_words import is_function_word, language_of
from bot.analysis.grounding.names import Names
from bot.analysis.grounding.numbers import Numbers
from bot.analysis.grounding.passages import Passages
from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.talk.orders import before_orders
from bot.analysis.grounding.words import Text, Word, forms_of, singular_owner, words_of
from bot.models.discussion import Kept, Memo, Person, Turn

_SHORTEST = 2  # letters of a name that is looked for


class Said:
    """What one or several members said, message by message, without what it says to machines."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(filter(None, (before_orders(text) for text in texts)))

    @cached_property
    def text(self) -> Text:
        return Text(self.texts)

    @cached_property
    def passages(self) -> Passages:
        return Passages(self.text)

    @cached_property
    def names(self) -> Names:
        return Names([self.text])

    @cached_property
    def language(self) -> str:
        return language_of(" ".join(self.texts))

    @cached_property
    def numbers(self) -> Numbers:
        return Numbers(self.texts, self.language)

    @cached_property
    def stems(self) -> Sequence[frozenset[str]]:
        return [stems(word.form for word in words) for words in self.text.words]

    def share(self, wanted: frozenset[str]) -> float:
        """How many of some content words were said, all messages together; 1 is all of them."""
        return len(wanted & frozenset().union(*self.stems)) / len(wanted) if wanted else 0.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A member named in a sentence, by words `first` … `last`."""

    name: str
    first: int
    last: int


class Members:
    """`asker` is whom an answer calls "you"; two members with one name are one here."""

    def __init__(self, asker: Person, said: Mapping[str, Iterable[str]]) -> None:
        self._asker = _key(asker.name)
        self.said = {name: Said(texts) for name, texts in said.items()}
        self._names = sorted(self._ways_to_name(), key=lambda way: -len(way[0]))

    @property
    def asker(self) -> str:
        return self._asker

    @cached_property
    def name_stems(self) -> frozenset[str]:
        return stems(form for forms, _ in self._names for form in forms)

    @cached_property
    def names(self) -> Names:
        return Names([Text([" ".join(forms) for forms, _ in self._names])])

    def mentions(self, text: str) -> list[Mention]:
        """Who is named, in order; the longest name first where several begin."""
        words = words_of(text)
        found: list[Mention] = []
        at = 0
        while at < len(words):
            mention = next(self._named_at(words, at), None)
            if mention:
                found.append(mention)
            at = mention.last + 1 if mention else at + 1
        return found

    def unnamed(self, text: str) -> str:
        """The text without the members' names, in which there may be numbers."""
        words = words_of(text)
        for mention in reversed(self.mentions(text)):
            text = text[: words[mention.first].start] + text[words[mention.last].end :]
        return text

    def others(self, names: Iterable[str]) -> list[Said]:
        wanted = set(names)
        return [said for name, said in self.said.items() if name not in wanted]

    def _named_at(self, words: Sequence[Word], at: int) -> Iterator[Mention]:
        for forms, name in self._names:
            here = [singular_owner(word.form) for word in words[at : at + len(forms)]]
            if here == list(forms):
                yield Mention(name, at, at + len(forms) - 1)

    def _ways_to_name(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Names as they are shown, and first names that only one has; with a capital where they are written so."""
        shown = {name: forms_of(name) for name in self.said}
        firsts = [forms[0] for forms in shown.values() if len(forms) > 1]
        for name, forms in shown.items():
            if not forms or (len(forms) == 1 and (len(forms[0]) < _SHORTEST or is_function_word(forms[0]))):
                continue
            yield tuple(forms), name
            capital = tuple(form[:1].upper() + form[1:] for form in forms)
            if capital != tuple(forms):
                yield capital, name
            is_single = len(forms) > 1 and firsts.count(forms[0]) == 1 and [forms[0]] not in shown.values()
            if is_single and forms[0][:1].isupper() and len(forms[0]) > _SHORTEST:
                yield (forms[0],), name


def members_of(
    asker: Person, turns: Iterable[Turn], memos: Iterable[Memo], asked: Iterable[tuple[Person, str]]
) -> Members:
    """Everybody who said anything in the turns, who is remembered, and what is asked right now."""
    said: dict[str, list[str]] = {_key(asker.name): []}
    for turn in turns:
        said.setdefault(_key(turn.person.name), []).append(turn.text)
        if turn.about:
            said.setdefault(_key(turn.about.person.name), []).append(turn.about.text)
    for memo in memos:
        if memo.person and memo.kind is not Kept.FACT:
            said.setdefault(_key(memo.person.name), []).append(memo.text)
    for person, text in asked:
        said.setdefault(_key(person.name), []).append(text)
    return Members(asker, said)


def _key(name: str) -> str:
    return " ".join(name.split())
