"""The headline, without what hangs on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.extract import metadata
from tests.sources.extract.heads import BODY, document, facts, jsonld, meta

WANTED = "Let the ferries be slow"


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(f"{WANTED} | The Gull", id="a bar"),
        pytest.param(f"{WANTED} - The Gull", id="a hyphen"),
        pytest.param(f"{WANTED} – The Gull", id="an en dash"),
        pytest.param(f"{WANTED} — Gull", id="an em dash, the name without its article"),
        pytest.param(f"{WANTED} • The Gull", id="a bullet"),
        pytest.param(f"{WANTED} » The Gull", id="a guillemet"),
        pytest.param(f"The Gull: {WANTED}", id="in front, by a colon"),
        pytest.param(f"The Gull | {WANTED}", id="in front, by a bar"),
        pytest.param(f"{WANTED} | Opinion | The Gull", id="section and outlet"),
        pytest.param(f"{WANTED} | The Gull | Read on", id="a slogan behind the outlet"),
        pytest.param(f"{WANTED} | Ann Lee | The Gull", id="author and outlet"),
        pytest.param(f"{WANTED} | gull.example", id="the domain"),
    ],
)
def test_a_page_title_loses_what_is_known_to_be_no_title(shown: str) -> None:
    head = f"<title>{shown}</title>" + meta(og__site_name="The Gull", article__section="Opinion", author="Ann Lee")
    head += jsonld('"author": {"@type": "Person", "name": "Ann Lee"}')
    assert facts(head).title == WANTED


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Ferries: a love story", id="a colon of its own"),
        pytest.param("Slow - and why it is not late", id="a dash of its own"),
        pytest.param("Gulls, terns and the town", id="begins with a word like the outlet's"),
        pytest.param("What The Gull got wrong about ferries", id="names the outlet in its midst"),
    ],
)
def test_what_belongs_to_the_title_stays(title: str) -> None:
    head = f"<title>{title} | The Gull</title>" + meta(og__site_name="The Gull", og__title=title)
    assert facts(head, f"<h1>{title}</h1>{BODY}").title == title


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        pytest.param(f'<span class="overline">Transport</span> <span>{WANTED}</span>', WANTED, id="marked as a kicker"),
        pytest.param(f"<span>Transport: </span><span>{WANTED}</span>", WANTED, id="left out by the metadata"),
        pytest.param(f"<strong>Blog:</strong> {WANTED}", WANTED, id="in bold, left out by the metadata"),
        pytest.param(
            f'<small>Transport</small> <span class="headline">{WANTED}</span>', "Ferries", id="headline marked"
        ),
        pytest.param("Let the ferries<br>be slow", WANTED, id="broken over two lines"),
    ],
)
def test_a_kicker_inside_the_heading_is_no_title(heading: str, told: str) -> None:
    head = meta(og__title=told) + f"<title>Transport: {WANTED}</title>"
    assert facts(head, f"<h1>{heading}</h1>{BODY}").title == WANTED


def test_a_label_that_every_source_holds_is_part_of_the_title() -> None:
    title = "Opinion: Let the ferries be slow"
    assert facts(meta(og__title=title), f"<h1>{title}</h1>{BODY}").title == title


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<h1><a href='/'>The Gull</a></h1><h1>{WANTED}</h1>", id="the logo is the first h1"),
        pytest.param(f"<h1><a href='/'>Seaside notes</a></h1><h2>{WANTED}</h2>", id="the logo is the only h1"),
        pytest.param(f"<h1>The Gull</h1><h3 class='post-title'>{WANTED}</h3>", id="the title is an h3"),
        pytest.param(f"<h1>{WANTED}</h1><h1>Subscribe to our newsletter</h1>", id="a box has an h1 too"),
        pytest.param(f"<font size=5><b>{WANTED}</b></font>", id="no heading at all"),
    ],
)
def test_the_heading_is_the_one_that_the_metadata_mean(body: str) -> None:
    head = f"<title>{WANTED} | The Gull</title>" + meta(og__site_name="The Gull")
    found = facts(head, body + BODY)
    assert (found.title, found.heading is not None and found.heading.text_content()) == (WANTED, WANTED)


def test_a_blogs_heading_beats_the_wording_for_search_engines() -> None:
    head = meta(og__title="10 best slow ferries to take in 2024") + "<title>10 best slow ferries</title>"
    assert facts(head, "<h1>Ten slow ferries that I took</h1>" + BODY).title == "Ten slow ferries that I took"


def test_a_newsroom_that_words_its_title_alike_twice_is_believed() -> None:
    head = meta(og__title="Ferries slow to a crawl") + jsonld('"headline": "Ferries slow to a crawl"')
    assert facts(head, "<h1>Why ferries crawl now</h1>" + BODY).title == "Ferries slow to a crawl"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        pytest.param("Transport: Let the ferries be slow", "Transport: Let the ferries be slow", id="a topic is kept"),
        pytest.param("Opinion: Let the ferries be slow", "Let the ferries be slow", id="the kind of piece is not"),
    ],
)
def test_a_kicker_that_all_metadata_make_part_of_the_title(told: str, shown: str) -> None:
    head = meta(og__title=told) + jsonld(f'"headline": "{told}"')
    assert facts(head, f"<p>{told.split(':')[0]}</p><h1>{WANTED}</h1>{BODY}").title == shown


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        pytest.param("Ten slow ferries to take | Top list", "Ten slow ferries to take", id="a few words behind"),
        pytest.param(
            "Sea | Ten slow ferries to take", "Sea | Ten slow ferries to take", id="a few words in front stay"
        ),
    ],
)
def test_a_bar_hangs_a_label_on_a_title(heading: str, title: str) -> None:
    assert facts("", f"<h1>{heading}</h1>{BODY}").title == title


def test_without_a_heading_the_metadata_tell() -> None:
    found = facts(meta(og__title=WANTED))
    assert (found.title, found.heading) == (WANTED, None)


SITES = st.from_regex(r"[A-Z][a-z]{3,9} (Times|Herald|Post)", fullmatch=True)
TITLES = st.lists(st.from_regex(r"[a-z]{2,9}", fullmatch=True), min_size=3, max_size=9).map(" ".join)


@given(title=TITLES, site=SITES, joint=st.sampled_from([" | ", " - ", " – ", " — ", " • ", " » "]))
def test_no_title_ends_with_the_outlets_name(title: str, site: str, joint: str) -> None:
    head = f"<title>{title}{joint}{site}</title>" + meta(og__site_name=site, og__title=f"{title}{joint}{site}")
    assert metadata.read(document(head, f"<h1>{title}{joint}{site}</h1>{BODY}")).title == title
