"""Laws of the check, for any article and any draft."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.grounding import check
from bot.analysis.grounding.words import forms_of
from bot.models.article import Article, Comment
from bot.models.summary import Argument, Draft, Nature, Quote, Remark, Summary
from tests.analysis.grounding.drafts import SIGNATURE, again, checked, kept

# Any text at all, lone surrogates and control characters too, and texts full of what the check looks for.
_ANY = st.text(st.characters(codec=None), max_size=40)
_WORDLIKE = """“ ” " ' ’ « » „ [ ] … […] ... . , : — said she not we lost 3.4 million % $ half zwei quatre-vingt ﬁ ½
    我们 ปลา Brandt I The d’ n’ ¶3 G20 İ ß""".split()
_PIECES = [*_WORDLIKE, " ", ". ", "Anna Brandt", "\u00ad", "\u200b", "\ud800", "\x00", "\n", "\u202e", "e\u0301"]
_TRICKY = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
_TEXTS = st.one_of(_ANY, _TRICKY)
_NUMBERS = st.integers(-3, 9)
_ARTICLES = st.builds(
    Article,
    title=_TEXTS,
    authors=st.tuples(_TEXTS),
    site=_TEXTS,
    bio=_TEXTS,
    language=st.sampled_from(["", "en", "de", "fr", "es", "ja", "x-Y"]),
    paragraphs=st.lists(_TEXTS, max_size=4).map(tuple),
    comments=st.lists(st.builds(Comment, author=_TEXTS, text=_TEXTS), max_size=2).map(tuple),
)
_DRAFTS = st.builds(
    Draft,
    tldr=_TEXTS,
    thesis=_TEXTS,
    arguments=st.lists(
        st.builds(
            Argument,
            claim=_TEXTS,
            support=_TEXTS,
            nature=st.sampled_from(Nature),
            paragraphs=st.lists(_NUMBERS, max_size=3).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    quotes=st.lists(st.builds(Quote, text=_TEXTS, speaker=_TEXTS, paragraph=_NUMBERS), max_size=3).map(tuple),
    critique=st.lists(
        st.builds(Remark, text=_TEXTS, paragraphs=st.lists(_NUMBERS, max_size=2).map(tuple)), max_size=2
    ).map(tuple),
    reader_reaction=_TEXTS,
    signature=st.just(SIGNATURE),
)


@given(article=_ARTICLES, draft=_DRAFTS)
def test_any_draft_ends_as_a_summary_that_can_be_written_and_cites_what_exists(article: Article, draft: Draft) -> None:
    summary = check(article, draft)
    shown = [summary.tldr, summary.thesis, summary.reader_reaction]
    shown += [part for a in summary.arguments for part in (a.claim, a.support)]
    shown += [part for quote in summary.quotes for part in (quote.text, quote.speaker)]
    shown += [remark.text for remark in summary.critique]
    shown += [*summary.grounding.numbers_unmatched, *summary.grounding.names_unmatched]
    assert "".join(shown).encode().decode() == "".join(shown)
    assert not any(char in text for text in shown for char in "\x00\n\u202e")
    cited = [n for a in summary.arguments for n in a.paragraphs] + [quote.paragraph for quote in summary.quotes]
    assert all(1 <= n <= len(article.paragraphs) for n in cited)
    assert all(argument.paragraphs for argument in summary.arguments)
    assert summary.grounding.quotes_offered == len(draft.quotes)
    assert summary.grounding.quotes_kept == len(summary.quotes)
    assert article.comments or not summary.reader_reaction


@given(paragraph=_TRICKY, speaker=st.sampled_from(["", "Brandt", "the author"]), data=st.data())
def test_a_quotation_that_was_kept_is_kept_again(paragraph: str, speaker: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(paragraph)))
    last = data.draw(st.integers(first, len(paragraph)))
    article = Article(paragraphs=(paragraph,), language="en")
    once = checked(article, quotes=(Quote(text=paragraph[first:last], speaker=speaker, paragraph=1),))
    assert _words_of(again(article, once)) == _words_of(once)


def _words_of(summary: Summary) -> list[tuple[list[str], str, int]]:
    """Quotations without the marks at their ends, of which nonsense has any number."""
    return [(forms_of(quote.text), quote.speaker, quote.paragraph) for quote in summary.quotes]


_WORDS = st.sampled_from("we you never sold the old harbour wall because nobody asked us for 3.4 million café".split())


@given(sentences=st.lists(st.lists(_WORDS, min_size=5, max_size=15), min_size=1, max_size=4), data=st.data())
def test_a_quote_is_kept_exactly_when_the_article_holds_it(sentences: list[list[str]], data: st.DataObject) -> None:
    article = Article(paragraphs=tuple(" ".join(words) + "." for words in sentences), language="en")
    number = data.draw(st.integers(0, len(sentences) - 1))
    first = data.draw(st.integers(0, len(sentences[number]) - 3))
    last = data.draw(st.integers(first + 3, len(sentences[number])))
    said = sentences[number][first:last]
    assert kept(article, " ".join(said), paragraph=number + 1)
    assert not kept(article, " ".join([*said, "snowman"]))
    altered = data.draw(st.permutations(said))
    text = f" {' '.join(altered)} "
    stands = any(text.casefold() in f" {paragraph[:-1]} ".casefold() for paragraph in article.paragraphs)
    assert bool(kept(article, " ".join(altered))) == stands


@given(number=st.integers(2, 10**12), other=st.integers(2, 10**12))
def test_a_number_is_matched_exactly_when_the_article_holds_it(number: int, other: int) -> None:
    article = Article(paragraphs=(f"It cost the town {number:,} crowns in a year.",), language="en")
    remark = Remark(text=f"The {other} crowns come without a source", paragraphs=(1,))
    assert bool(checked(article, critique=(remark,)).critique) == (number == other)
    same = replace(remark, text=f"The {number} crowns come without a source")
    assert checked(article, critique=(same,)).critique == (same,)
