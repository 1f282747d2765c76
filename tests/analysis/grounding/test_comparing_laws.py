"""Laws of the check of comparisons, for any articles and any draft."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.grounding import check_comparison
from bot.models.article import Article
from bot.models.comparison import Agreement, Citation, Comparison, ComparisonDraft, Conflict, Only, Quoted, Side
from bot.models.summary import Signature

SIGNATURE = Signature(engine="extractive")

_WORDLIKE = """“ ” " ' « » … ( ) . , : ¶3 2.4 41,000 % the lido should not close boilers Harrow Cross Petra Holm said
    « nous » der Rat 我们 İ ß""".split()
_PIECES = [*_WORDLIKE, " ", ". ", "\u00ad", "\ud800", "\x00", "\n", "\u202e", "e\u0301"]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=20).map(" ".join) | st.text(st.characters(codec=None), max_size=30)
_NUMBERS = st.integers(-1, 5)
_PARAGRAPHS = st.lists(_NUMBERS, max_size=3).map(tuple)
_SIDES = st.lists(st.builds(Side, n=_NUMBERS, claim=_TEXTS, paragraphs=_PARAGRAPHS), max_size=3).map(tuple)
_CITATIONS = st.lists(st.builds(Citation, n=_NUMBERS, paragraph=_NUMBERS), max_size=4).map(tuple)
_ARTICLES = st.builds(
    Article,
    title=_TEXTS,
    authors=st.tuples(_TEXTS),
    bio=_TEXTS,
    language=st.sampled_from(["", "en", "de", "ja"]),
    paragraphs=st.lists(_TEXTS, max_size=4).map(tuple),
)


def drafts_about(articles: list[Article]) -> st.SearchStrategy[ComparisonDraft]:
    """Any draft; some of its claims are what stands in the articles."""
    stands = [text for article in articles for text in article.paragraphs]
    said = _TEXTS | st.sampled_from(stands) if stands else _TEXTS
    sides = st.lists(st.builds(Side, n=_NUMBERS, claim=said, paragraphs=_PARAGRAPHS), max_size=3).map(tuple)
    agreements = st.builds(Agreement, point=said, citations=_CITATIONS, sides=st.just(()) | sides)
    return st.builds(
        ComparisonDraft,
        comparable=st.booleans(),
        question=_TEXTS,
        agreements=st.lists(agreements, max_size=2).map(tuple),
        conflicts=st.lists(st.builds(Conflict, point=said, sides=sides), max_size=2).map(tuple),
        only=st.lists(st.builds(Only, n=_NUMBERS, point=said, paragraphs=_PARAGRAPHS), max_size=2).map(tuple),
        quoted=st.lists(st.builds(Quoted, n=_NUMBERS, speaker=_TEXTS, paragraphs=_PARAGRAPHS), max_size=2).map(tuple),
        signature=st.just(SIGNATURE),
    )


@given(data=st.data(), articles=st.lists(_ARTICLES, min_size=2, max_size=3))
def test_any_draft_ends_as_a_comparison_that_can_be_written_and_cites_what_exists(
    data: st.DataObject, articles: list[Article]
) -> None:
    draft = data.draw(drafts_about(articles))
    found = check_comparison(articles, draft)
    shown = list(_texts(found))
    assert "".join(shown).encode().decode() == "".join(shown)
    assert not any(char in text for text in shown for char in "\x00\n\u202e")
    assert all(1 <= p <= len(articles[n - 1].paragraphs) for n, p in _places(found))
    assert all(len({c.n for c in agreement.citations}) > 1 for agreement in found.agreements)
    assert all(len({side.n for side in conflict.sides}) > 1 for conflict in found.conflicts)
    assert all(only.paragraphs for only in found.only)
    assert all(quoted.paragraphs for quoted in found.quoted)
    assert found.comparable == draft.comparable
    assert found.comparable or not (shown[0] or list(_places(found)) or found.dropped)


def _sides(found: Comparison) -> list[Side]:
    sides = [side for agreement in found.agreements for side in agreement.sides]
    return sides + [side for conflict in found.conflicts for side in conflict.sides]


def _texts(found: Comparison) -> list[str]:
    points = [a.point for a in found.agreements] + [c.point for c in found.conflicts] + [o.point for o in found.only]
    claims = [side.claim for side in _sides(found)]
    return [found.question, *points, *claims, *(quoted.speaker for quoted in found.quoted)]


def _places(found: Comparison) -> list[tuple[int, int]]:
    cited = [(c.n, c.paragraph) for agreement in found.agreements for c in agreement.citations]
    cited += [(side.n, p) for side in _sides(found) for p in side.paragraphs]
    cited += [(only.n, p) for only in found.only for p in only.paragraphs]
    return cited + [(quoted.n, p) for quoted in found.quoted for p in quoted.paragraphs]


_HERS = "harbour ferry pilots tide lantern quay cargo rope anchor storm mooring crane".split()
_HIS = "orchard apples cider frost ladder beehive meadow hedge tractor barn plough harvest".split()


def _paragraphs(words: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    sentence = st.lists(st.sampled_from(words), min_size=4, max_size=8, unique=True).map(" ".join)
    return st.lists(sentence.map(lambda text: f"The {text}."), min_size=2, max_size=4).map(tuple)


@given(hers=_paragraphs(_HERS), his=_paragraphs(_HIS), data=st.data())
def test_a_claim_is_kept_exactly_where_it_is_said(
    hers: tuple[str, ...], his: tuple[str, ...], data: st.DataObject
) -> None:
    articles = [Article(language="en", paragraphs=hers), Article(language="en", paragraphs=his)]
    n = data.draw(st.integers(1, 2))
    paragraphs = articles[n - 1].paragraphs
    p = data.draw(st.integers(1, len(paragraphs)))
    dropped = data.draw(st.integers(0, 1))
    claim = " ".join(paragraphs[p - 1].split()[: len(paragraphs[p - 1].split()) - dropped])
    right, moved = Only(n=n, point=claim, paragraphs=(p,)), Only(n=3 - n, point=claim, paragraphs=(1, 2))
    draft = ComparisonDraft(comparable=True, only=(right, moved), signature=SIGNATURE)
    found = check_comparison(articles, draft)
    assert (found.only, found.dropped) == ((right,), 1)


@given(hers=_paragraphs(_HERS), his=_paragraphs(_HIS))
def test_swapped_sides_fall_together(hers: tuple[str, ...], his: tuple[str, ...]) -> None:
    articles = [Article(language="en", paragraphs=hers), Article(language="en", paragraphs=his)]
    sides = (Side(n=1, claim=hers[0], paragraphs=(1,)), Side(n=2, claim=his[0], paragraphs=(1,)))
    swapped = (Side(n=1, claim=his[0], paragraphs=(1,)), Side(n=2, claim=hers[0], paragraphs=(1,)))
    both = tuple(Conflict(point="What there is", sides=each) for each in (sides, swapped))
    found = check_comparison(articles, ComparisonDraft(comparable=True, conflicts=both, signature=SIGNATURE))
    assert (found.conflicts, found.dropped) == (both[:1], 1)
