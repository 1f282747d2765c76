"""What stands around the headline, and what the page calls the piece."""

from __future__ import annotations

import pytest

from tests.sources.extract.heads import BODY, facts, jsonld, meta

HEADLINE = "<h1>Let the ferries be slow</h1>"


@pytest.mark.parametrize(
    ("before", "after", "texts"),
    [
        pytest.param('<p class="kicker">Transport</p>', "", ("Transport",), id="kicker"),
        pytest.param("", '<p class="standfirst">Speed is not all.</p>', ("Speed is not all.",), id="dek by its mark"),
        pytest.param(
            "",
            "<h2>Speed is not all, and the sea knows.</h2>",
            ("Speed is not all, and the sea knows.",),
            id="dek by its place",
        ),
        pytest.param("", '<p class="byline">By Ann Lee</p>', ("By Ann Lee",), id="byline"),
        pytest.param("", "<p>5 March 2024</p>", ("5 March 2024",), id="date line"),
        pytest.param("", "<p>4 min read</p>", ("4 min read",), id="reading time"),
        pytest.param("<nav><ul><li>Home</li><li>Opinion</li></ul></nav>", "", (), id="a menu is none"),
        pytest.param(
            "",
            '<div class="author-box"><p class="author-bio">' + "Ann Lee has run ferries for years. " * 4 + "</p></div>",
            (),
            id="a bio is none",
        ),
    ],
)
def test_head_texts_are_what_the_body_must_not_repeat(before: str, after: str, texts: tuple[str, ...]) -> None:
    assert facts("", f"<article>{before}{HEADLINE}{after}{BODY}</article>").head_texts == texts


def test_a_dek_is_known_by_the_description() -> None:
    dek = "The sea has a speed of its own."
    head = f'<meta name="description" content="{dek}">'
    assert facts(head, f"{HEADLINE}<p>{dek}</p>{BODY}").head_texts == (dek,)


def test_the_body_itself_is_no_head_text() -> None:
    short = "".join(
        f"<p>The {n}th ferry of the day was late again, and nobody on the quay was in the least surprised.</p>"
        for n in range(9)
    )
    assert facts("", HEADLINE + short).head_texts == ()


@pytest.mark.parametrize(
    ("head", "before", "section"),
    [
        pytest.param("", '<p class="kicker">Guest opinion</p>', "guest opinion", id="kicker"),
        pytest.param(meta(article__section="Opinion"), "", "opinion", id="meta"),
        pytest.param(jsonld('"articleSection": ["Opinion", "Sea"]'), "", "opinion", id="JSON-LD"),
        pytest.param(
            "<title>Let the ferries be slow – Analysis | The Gull</title>", "", "analysis", id="the page's title"
        ),
        pytest.param("", '<div class="breadcrumb"><ul><li>Opinion</li></ul></div>', "opinion", id="breadcrumb"),
    ],
)
def test_labels_are_gathered_from_where_outlets_put_them(head: str, before: str, section: str) -> None:
    found = facts(head + meta(og__site_name="The Gull"), f"<article>{before}{HEADLINE}{BODY}</article>")
    assert section in found.labels.sections


@pytest.mark.parametrize(
    ("head", "body", "tag"),
    [
        pytest.param(meta(article__tag="Opinion"), BODY, "opinion", id="meta"),
        pytest.param("", f'{BODY}<a rel="tag" href="/t">Ferries</a>', "ferries", id="a link"),
        pytest.param(
            "", f'<article class="post category-kolumne">{BODY}</article>', "kolumne", id="the template's class"
        ),
    ],
)
def test_tags_are_kept_apart_from_sections(head: str, body: str, tag: str) -> None:
    found = facts(head, HEADLINE + body)
    assert tag in found.labels.tags
    assert tag not in found.labels.sections
