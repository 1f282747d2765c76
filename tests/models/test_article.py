"""Words counted, editions told apart, articles written and read back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.article import Article, Comment, Kind, Verdict, count_words, describe, from_json, to_json
from tests.nouns import COLUMN, articles, column


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param(" … — !? ", 0, id="punctuation alone"),
        pytest.param("The harbour is not for sale.", 6, id="a sentence"),
        pytest.param("Don't say they're ours", 4, id="typewriter apostrophes"),
        pytest.param("Don’t say l’État n’est", 4, id="typographic apostrophes"),
        pytest.param("'quoted' ’words’", 2, id="apostrophes as quotation marks"),
        pytest.param("In 2026 some 1,200 of 3.5 million", 7, id="a number is one word, its separators included"),
        pytest.param("1, 2, 3", 3, id="a list of numbers is not one number"),
        pytest.param("It ended in 2026.Then came 2027", 7, id="a number that ends a sentence is not glued to the next"),
        pytest.param("Straße naïve Übermut Łódź", 4, id="letters beyond ASCII"),
        pytest.param("社论不出售港口", 7, id="Chinese: each character"),
        pytest.param("港を売るな。", 5, id="Japanese: each character, its full stop not"),
        pytest.param("ジョン・スミス", 6, id="Japanese: the dot between names is no word"),
        pytest.param("사설은 항구를 팔지 않는다", 4, id="Korean sets spaces"),
        pytest.param("GDP在2026年增长3.5%", 7, id="Latin letters and numbers among Chinese"),
        pytest.param("Город не продаётся", 3, id="Cyrillic"),
        pytest.param("الميناء ليس للبيع", 3, id="Arabic"),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words


def test_an_article_has_the_words_of_its_body_alone() -> None:
    assert column(paragraphs=("One two.", "Three.")).words == 3
    assert column(paragraphs=()).words == 0


@given(articles())
def test_an_article_comes_back_from_json_as_it_was(article: Article) -> None:
    assert from_json(json.loads(json.dumps(to_json(article)))) == article


def test_the_json_of_an_article_has_the_promised_shape() -> None:
    assert to_json(COLUMN) == {
        "url": "https://gazette.test/opinion/harbour",
        "canonical_url": "https://gazette.test/opinion/harbour",
        "title": "The harbour is not for sale",
        "authors": ["Ada Example"],
        "published": "2026-11-20",
        "site": "The Gazette",
        "language": "en",
        "kind": "op-ed",
        "bio": "Ada Example keeps a boat.",
        "paragraphs": ["The council wants to sell the harbour.", "It should keep it: nobody sells a door twice."],
        "text": "The council wants to sell the harbour.\n\nIt should keep it: nobody sells a door twice.",
        "comments": [{"author": "Reader", "text": "Quite so."}],
        "verdict": "ok",
        "words": 16,
    }
    assert describe(COLUMN) == {k: v for k, v in to_json(COLUMN).items() if k not in {"paragraphs", "text"}}


@pytest.mark.parametrize(
    "spoiled",
    [
        pytest.param({"kind": "rant"}, id="a kind that does not exist"),
        pytest.param({"verdict": "maybe"}, id="a verdict that does not exist"),
        pytest.param({"published": "yesterday"}, id="a day that is none"),
        pytest.param({"comments": ["Quite so."]}, id="comments of another shape"),
    ],
)
def test_json_of_another_shape_is_refused(spoiled: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_json(to_json(COLUMN) | spoiled)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"url": "https://mirror.test/1"}, id="the address asked for"),
        pytest.param({"canonical_url": ""}, id="the canonical address"),
        pytest.param({"site": "Gazette"}, id="how the outlet writes itself"),
        pytest.param({"published": date(2026, 11, 21)}, id="the day"),
        pytest.param({"kind": Kind.COLUMN}, id="what we take its kind for"),
        pytest.param({"bio": ""}, id="the bio"),
        pytest.param({"language": "de"}, id="the language"),
        pytest.param({"verdict": Verdict.THIN}, id="the verdict"),
    ],
)
def test_the_same_edition_stays_the_same_when_only_its_surroundings_change(change: dict[str, object]) -> None:
    assert column(**change).content_hash == COLUMN.content_hash


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"title": "The harbour is for sale"}, id="another title"),
        pytest.param({"authors": ("Bob Example",)}, id="another author"),
        pytest.param({"authors": ("Ada", "Example")}, id="one author or two"),
        pytest.param({"paragraphs": COLUMN.paragraphs[:1]}, id="a paragraph less"),
        pytest.param({"paragraphs": COLUMN.paragraphs[::-1]}, id="paragraphs the other way round"),
        pytest.param({"paragraphs": (COLUMN.text,)}, id="two paragraphs as one"),
        pytest.param({"comments": ()}, id="no comments"),
        pytest.param({"comments": (Comment(author="", text="Quite so."),)}, id="a comment by somebody else"),
        pytest.param({"paragraphs": (*COLUMN.paragraphs, "¶"), "comments": ()}, id="a paragraph that is a mark"),
    ],
)
def test_another_edition_is_told_by_its_content(change: dict[str, object]) -> None:
    assert column(**change).content_hash != COLUMN.content_hash


_TRICKY = st.lists(st.sampled_from(["a", "¶", "\x1e", "\x1f", "a\x1e¶", "\x1e¶\x1ea", ""]), max_size=3).map(tuple)


@given(_TRICKY, _TRICKY, _TRICKY, _TRICKY)
def test_no_separator_in_a_text_makes_two_editions_one(
    authors: tuple[str, ...], paragraphs: tuple[str, ...], others: tuple[str, ...], their_paragraphs: tuple[str, ...]
) -> None:
    """A page that could take the place of another's article would decide what readers are told about that one."""
    one = Article(title="a", authors=authors, paragraphs=paragraphs)
    other = Article(title="a", authors=others, paragraphs=their_paragraphs)
    assert (one.content_hash == other.content_hash) == (one == other)


def test_a_text_with_half_a_character_has_a_hash_as_well() -> None:
    assert column(title="\ud83d").content_hash != COLUMN.content_hash
