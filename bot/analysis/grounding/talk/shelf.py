"""The articles of a room as evidence: what their paragraphs bear out, and what stands in them word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import fsum, log

from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.names import Names
from bot.analysis.grounding.numbers import Numbers
from bot.analysis.grounding.passages import Passages
from bot.analysis.grounding.quotes import Quotes
from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.talk.orders import before_orders
from bot.analysis.grounding.words import Text, forms_of
from bot.models.article import Article
from bot.models.comparison import Citation
from bot.models.discussion import Context
from bot.models.summary import Quote

AUTHOR = "the author"  # as a speaker, whatever the name
_LEADING = 2  # paragraphs before the cited one that may have named who is "she" in it
_HELD = 3  # words that must stand together to be an article's own


class Held:
    """One article, without what it says to machines; each index is made when it is first asked for."""

    def __init__(self, article: Article) -> None:
        clean = tuple(map(before_orders, article.paragraphs))
        self.article = replace(article, paragraphs=clean, title=before_orders(article.title))
        self.language = language_of(self.article.text, article.language)

    def __len__(self) -> int:
        return len(self.article.paragraphs)

    @cached_property
    def text(self) -> Text:
        return Text(self.article.paragraphs)

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        """Content words by paragraph, each with those of the title, under which it stands."""
        title = stems(forms_of(self.article.title))
        return [title | stems(word.form for word in words) for words in self.text.words]

    @cached_property
    def byline(self) -> frozenset[str]:
        """Words of the authors' and the outlet's names, whose every paragraph is."""
        return stems(forms_of(" ".join((*self.article.authors, self.article.site))))

    @cached_property
    def names(self) -> Names:
        return Names([self.text, *self._head], self.article.published)

    @cached_property
    def passages(self) -> Passages:
        return Passages(self.text)

    @cached_property
    def title(self) -> Text:
        return Text([self.article.title])

    @cached_property
    def _head(self) -> tuple[Text, ...]:
        article = self.article
        return Text([article.title]), Text([article.bio]), Text([*article.authors, article.site])

    def numbers(self, paragraphs: Iterable[int]) -> Numbers:
        """Those of some paragraphs, the title and the day of publication."""
        texts = [self.article.title, *(self.article.paragraphs[p - 1] for p in paragraphs)]
        return Numbers(texts, self.language, self.article.published)

    def names_near(self, paragraphs: Iterable[int]) -> Names:
        """Those that a sentence about these paragraphs may use: theirs, the byline's, and those that lead to them."""
        near = sorted({p for cited in paragraphs for p in range(cited - _LEADING, cited + 1) if p > 0})
        return Names([Text([self.article.paragraphs[p - 1] for p in near]), *self._head], self.article.published)

    def holding(self, passage: str) -> frozenset[int]:
        """Paragraphs in which its words stand next to each other."""
        forms = forms_of(passage)
        return frozenset(place.paragraph + 1 for place in self.text.find(forms)) if len(forms) >= _HELD else frozenset()

    def quoting(self, words: str, speaker: str, paragraph: int) -> int | None:
        """The paragraph in which the words are the speaker's, the cited one before others.

        speaker: "" for nobody in particular; AUTHOR's is the title too.
        """
        quotes = Quotes(self.article, self.text, self.passages, [speaker])
        kept = quotes.checked(Quote(text=words, speaker=speaker, paragraph=paragraph))
        if kept:
            return kept.paragraph
        if speaker == AUTHOR and self.title.holds(words):
            return paragraph
        return None if speaker or not self._has(words) else self._first_with(words, paragraph)

    def _has(self, words: str) -> bool:
        return self.passages.holds(words) or self.title.holds(words)

    def _first_with(self, words: str, paragraph: int) -> int:
        forms = forms_of(words)
        places = [place.paragraph + 1 for place in self.text.find(forms)]
        return min(places, key=lambda place: abs(place - paragraph), default=paragraph)


class Shelf:
    """All articles of a context by their numbers; those whose outline stands are evidence as a whole.

    expected: the language in which an answer is to be written, "" when it cannot be told.
    """

    def __init__(self, context: Context, expected: str) -> None:
        self.expected = expected
        articles = {standing.n: standing.article for standing in context.articles}
        articles |= _looked_up(context, articles)
        self.held: Mapping[int, Held] = {n: Held(article) for n, article in articles.items()}

    @property
    def only(self) -> int | None:
        """The number of the article when there is but one."""
        return next(iter(self.held)) if len(self.held) == 1 else None

    def has(self, citation: Citation) -> bool:
        held = self.held.get(citation.n)
        return held is not None and 1 <= citation.paragraph <= len(held)

    def comparable(self, n: int, spoken: str) -> bool:
        """Whether the words of article `n` are held against a sentence in this language: not in a translation."""
        return self.has_to_share_words(spoken, self.held[n].language)

    def has_to_share_words(self, spoken: str, source: str) -> bool:
        """Not when the languages differ, and the sentence is in the one that was asked for."""
        return spoken in ("", source) or bool(self.expected and spoken != self.expected)

    def shares(self, n: int, wanted: frozenset[str]) -> Sequence[float]:
        """Of the weight of some content words, how much each paragraph has."""
        whole = self._weight(wanted)
        return [self._weight(wanted & own) / whole if whole else 0.0 for own in self.held[n].stems]

    def share(self, wanted: frozenset[str], citations: Iterable[Citation]) -> float:
        """Of the weight of some content words, how much the cited paragraphs have together."""
        whole = self._weight(wanted)
        return self._weight(self.shared(wanted, citations)) / whole if whole else 0.0

    def shared(self, wanted: frozenset[str], citations: Iterable[Citation]) -> frozenset[str]:
        """Those of some content words that a cited paragraph has."""
        return wanted & frozenset().union(*(self.held[c.n].stems[c.paragraph - 1] for c in citations))

    @cached_property
    def _holders(self) -> Counter[str]:
        return Counter(stem for held in self.held.values() for own in held.stems for stem in own)

    @cached_property
    def _paragraphs(self) -> int:
        return sum(map(len, self.held.values()))

    def _weight(self, some: frozenset[str]) -> float:
        return fsum(log(1 + self._paragraphs / max(self._holders[stem], 1)) for stem in some)


def _looked_up(context: Context, known: Mapping[int, Article]) -> dict[int, Article]:
    """Articles of which nothing stands but passages; what is not shown of them is empty."""
    found: dict[int, dict[int, str]] = {}
    for passage in context.passages:
        if passage.n not in known:
            found.setdefault(passage.n, {})[passage.paragraph] = passage.text
    return {
        n: Article(paragraphs=tuple(texts.get(p, "") for p in range(1, max(texts) + 1))) for n, texts in found.items()
    }
