"""What word for word means: rule by rule."""

from __future__ import annotations

import pytest

from bot.models.article import Comment
from tests.analysis.grounding.drafts import article_of, checked, kept

TEXT = (
    "“We will build the harbour wall, whatever it costs the town, before the next winter comes,” Mayor Ines Dahl said. "
    "“We won’t, though it would please some, sell the self-sustaining port.” She called the rest “small change”."
)


@pytest.mark.parametrize(
    ("offered", "found"),
    [
        pytest.param("We will build the harbour wall", "We will build the harbour wall", id="as it stands"),
        pytest.param("we will build the harbour wall", "We will build the harbour wall", id="first letter"),
        pytest.param("“We will build the harbour wall,”", "We will build the harbour wall,", id="marks around it"),
        pytest.param("we won't", None, id="two words that marks do not hold alone"),
        pytest.param("small change", "small change", id="two words that marks hold alone"),
        pytest.param("small", None, id="one of two marked words"),
        pytest.param("We won't, though it would please", "We won’t, though it would please", id="apostrophe"),
        pytest.param("sell the self-sustaining port", "sell the self-sustaining port", id="hyphen"),
        pytest.param("sell the self sustaining port", "sell the self-sustaining port", id="hyphen as a blank"),
        pytest.param("sustaining port", None, id="from within a hyphenated word"),
        pytest.param("We will build the harbour wal", None, id="the last letter lost"),
        pytest.param("e will build the harbour wall", None, id="the first letter lost"),
        pytest.param("We will build the Harbour wall", None, id="another case within"),
        pytest.param("We will not build the harbour wall", None, id="negated"),
        pytest.param("We will, sell the self-sustaining port", None, id="a negation cut off the verb"),
        pytest.param("the next winter comes, Mayor Ines Dahl", None, id="over the closing mark"),
        pytest.param("before the next winter comes We won’t, though it would", None, id="over what stands between"),
        pytest.param("", None, id="nothing"),
        pytest.param("…", None, id="only an ellipsis"),
        pytest.param("“”", None, id="only marks"),
    ],
)
def test_words_are_kept_as_they_stand_or_not_at_all(offered: str, found: str | None) -> None:
    quote = kept(article_of(TEXT), offered, "Ines Dahl")
    assert (quote.text if quote else None) == found


@pytest.mark.parametrize(
    ("offered", "found"),
    [
        pytest.param("We will build … before the next winter", "We will build […] before the next winter", id="…"),
        pytest.param("We will build ... before the next winter", "We will build […] before the next winter", id="..."),
        pytest.param("We will build [. . .] before the next", "We will build […] before the next", id="[. . .]"),
        pytest.param("… We will build the harbour wall …", "We will build the harbour wall", id="at the ends"),
        pytest.param("before the next winter … We will build", None, id="the wrong order"),
        pytest.param("We will … before the next winter", None, id="a part of two words"),
        pytest.param("We will build … please some, sell the", None, id="over a negation"),
        pytest.param("would please some … She called the rest", None, id="from words said into words told"),
        pytest.param("We will build [our] harbour wall", "We will build the harbour wall", id="a bracket replaces"),
        pytest.param("We will build [it] next winter comes", None, id="a bracket for too much"),
        pytest.param("[They] will build the harbour wall", "will build the harbour wall", id="a bracket in front"),
        pytest.param("[w]e will build the harbour wall", "We will build the harbour wall", id="a letter in brackets"),
        pytest.param("We will build [sic] the harbour wall", "We will build the harbour wall", id="sic"),
        pytest.param("We will [never] build the harbour wall", None, id="a bracket that negates"),
    ],
)  # fmt: skip
def test_ellipses_and_brackets_stand_for_a_little_and_never_for_a_turn(offered: str, found: str | None) -> None:
    quote = kept(article_of(TEXT), offered, "Ines Dahl")
    assert (quote.text if quote else None) == found


def test_a_mark_is_kept_with_its_partner() -> None:
    article = article_of("They call the “small change” a gift to all.")
    quote = kept(article, "small change a gift to all")
    assert quote is not None
    assert quote.text == "“small change” a gift to all"


def test_an_ellipsis_does_not_reach_far() -> None:
    far = " ".join(["and", "so", "it", "went", "on"] * 9)
    article = article_of(f"She sold the house first {far} then she moved to Spain.")
    assert kept(article, "She sold the house … then she moved to Spain") is None
    assert kept(article, "She sold the house … it went on then she moved") is None


def test_an_ellipsis_may_reach_into_the_next_paragraph_only() -> None:
    article = article_of("It rained in the valley.", "It snowed on the hill.", "It cleared over the sea.")
    assert kept(article, "rained in the valley … snowed on the hill") is not None
    assert kept(article, "rained in the valley … cleared over the sea") is None


@pytest.mark.parametrize("offered", ["whether they [Pakistan] take action", "whether they take action"])
def test_the_articles_own_brackets_may_be_left_out_and_come_back(offered: str) -> None:
    article = article_of("“It depends on whether they [Pakistan] take action,” Tillerson said.")
    quote = kept(article, offered, "Tillerson")
    assert quote is not None
    assert quote.text == "whether they [Pakistan] take action"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        pytest.param("Il dit que l’argent ne compte guère ici.", "argent ne compte guère ici", id="after an elision"),
        pytest.param("Prix: 14\u202f000 euros par an, dit-on.", "14 000 euros par an", id="a thin space in a number"),
        pytest.param(
            "Die „Wärme\u00adwende“ kommt nie voran, heißt es.", "Wärmewende kommt nie voran", id="soft hyphen"
        ),
        pytest.param("Der Oﬃzier ging ohne ein Wort fort.", "Offizier ging ohne ein Wort", id="ligature"),
        pytest.param("我们认为这座桥不应该建造，因为没有必要。", "这座桥不应该建造", id="Chinese"),
        pytest.param("قال الوزير إن الجسر لن يبنى هذا العام، وسكت.", "إن الجسر لن يبنى هذا العام", id="Arabic"),
        pytest.param("A 5 % rise — no more — was all they got.", "5% rise - no more - was all", id="signs and dashes"),
    ],
)
def test_typography_of_many_languages_is_set_aside(text: str, offered: str) -> None:
    article = article_of(text, language="")
    quote = kept(article, offered)
    assert quote is not None
    assert quote.text in text.replace("\u00ad", "")


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        pytest.param("He has 3.4 million reasons to go.", "34 million reasons to go", id="a decimal point lost"),
        pytest.param("He has 3.4 million reasons to go.", "3,4 million reasons to go", id="a point for a comma"),
        pytest.param("It rose by 5% in a year.", "rose by 5 in a year", id="a percent sign lost"),
        pytest.param("It cost them $40 in a year.", "cost them €40 in a year", id="another currency"),
        pytest.param("It was −5 degrees at night.", "was 5 degrees at night", id="a minus lost"),
        pytest.param("The US sent help to us all.", "The us sent help to us all", id="US is not us"),
        pytest.param("Ce n’est pas rien pour nous tous.", "est pas rien pour nous", id="half a negation"),
        pytest.param("It is non-binding advice to all.", "binding advice to all", id="a prefix that negates"),
        pytest.param("We can’t do it for them now.", "We can do it for them now", id="can’t is not can"),
    ],
)
def test_what_changes_the_meaning_is_not_typography(text: str, offered: str) -> None:
    assert kept(article_of(text), offered) is None


def test_neither_title_nor_bio_nor_comments_can_be_quoted() -> None:
    article = article_of(
        "One thing was said here and nothing else.",
        title="A title of five words",
        bio="She wrote four books about bridges",
        comments=(Comment(author="Reader", text="the bridge was always too low"),),
    )
    for text in (article.title, article.bio, article.comments[0].text):
        assert kept(article, text) is None


def test_a_refrain_is_found_where_it_was_offered() -> None:
    article = article_of(*["So it goes, my friends, so it goes."] * 5)
    quote = kept(article, "So it goes, my friends", paragraph=4)
    assert quote is not None
    assert quote.paragraph == 4


def test_of_two_places_the_one_near_the_speaker_counts() -> None:
    article = article_of("“The bill is dead now,” Anna Brandt said.", "“The bill is dead now,” said Carl Moss.")
    summary = checked(article, quotes=())
    assert summary.grounding.quotes_offered == 0
    found = kept(article, "The bill is dead now", "Carl Moss", paragraph=1)
    assert found is not None
    assert found.paragraph == 2
