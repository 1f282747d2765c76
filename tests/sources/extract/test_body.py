"""What belongs to an article, and what only stands beside it."""

from __future__ import annotations

import pytest

from tests.sources.extract.columns import AUTHOR, PARAGRAPHS, TITLE, page, paragraphs, read

FIRST, REST = PARAGRAPHS[0], PARAGRAPHS[1:]


def with_inside(markup: str) -> str:
    """The article with something between its second and third paragraph."""
    return page(paragraphs(*PARAGRAPHS[:2]) + markup + paragraphs(*PARAGRAPHS[2:]))


def test_a_plain_page_gives_its_paragraphs_in_order() -> None:
    assert read(page()).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<aside><h3>Read also</h3><a href="/x">The ferry is late</a></aside>', id="an aside of links"),
        pytest.param(
            '<p>Read also: <a href="/x">Why the ferry is late again</a></p>', id="a line that leads elsewhere"
        ),
        pytest.param('<p>Lire aussi : <a href="/x">Le bac est encore en retard</a></p>', id="the same in French"),
        pytest.param(
            '<p><strong>Lesen Sie auch</strong> <a href="/x">Die Fähre fehlt</a></p>', id="the same in German"
        ),
        pytest.param(
            '<div class="newsletter-card"><p>Get the Tanner Post by mail, every Friday.</p></div>',
            id="a newsletter's card",
        ),
        pytest.param("<p>Advertisement</p>", id="the word over an advertisement"),
        pytest.param('<div class="c-share"><span>Share this</span> <span>Copy link</span></div>', id="a share bar"),
        pytest.param(
            '<figure><img src="b.jpg"><figcaption>The footbridge, seen from the mill last summer, when it '
            "was still painted green</figcaption></figure>",
            id="a caption",
        ),
        pytest.param('<form><p>Enter your email address to hear from us</p><input name="e"></form>', id="a form"),
        pytest.param('<p style="display: none">Subscribers see this when they are logged in.</p>', id="hidden"),
        pytest.param(
            "<div><p><strong>Key takeaways</strong></p><ul><li>Three beams</li><li>One week</li></ul></div>",
            id="a summary in points",
        ),
    ],
)
def test_furniture_inside_the_article_is_left_out(markup: str) -> None:
    assert read(with_inside(markup)).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<h2>What a carpenter costs</h2>", "What a carpenter costs", id="a subheading"),
        pytest.param(
            "<blockquote><p>The department does not comment on shrugs.</p></blockquote>",
            "The department does not comment on shrugs.",
            id="a quotation of somebody else",
        ),
        pytest.param("<p>Really?</p>", "Really?", id="one word"),
        pytest.param(
            "<ul><li>beams, three of them, oak</li></ul>", "beams, three of them, oak", id="an item of a list"
        ),
        pytest.param(
            "<table><tr><td>Beams</td><td>3</td><td>£900</td></tr></table>", "Beams 3 £900", id="a row of a table"
        ),
    ],
)
def test_what_stands_among_paragraphs_as_one_of_them_is_kept(markup: str, text: str) -> None:
    assert read(with_inside(markup)).paragraphs == (*PARAGRAPHS[:2], text, *PARAGRAPHS[2:])


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<div class="pullquote"><p>It is a sort of municipal shrug</p></div>', id="called so"),
        pytest.param("<p>It is a sort of municipal shrug, forty metres long</p>", id="a repeated sentence"),
        pytest.param(
            "<blockquote>A sort of municipal shrug, forty metres</blockquote>", id="reworded a little, in a frame"
        ),
    ],
)
def test_pull_quotes_are_left_out(markup: str) -> None:
    assert read(with_inside(markup)).paragraphs == PARAGRAPHS


def test_a_pull_quote_is_found_in_a_text_of_thousands_of_paragraphs() -> None:
    many = [f"On day {n} a clerk counted {n * 7} people on the bridge and wrote it down in ink." for n in range(3_000)]
    quoted = "<aside><p>A clerk counted 7000 people on the bridge</p></aside>"
    assert len(read(page(paragraphs(*many[:1500]) + quoted + paragraphs(*many[1500:]))).paragraphs) == len(many)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(f'<p class="byline">By {AUTHOR}</p>', id="a byline"),
        pytest.param('<p class="dek">Nobody has measured the risk. Nobody may.</p>', id="a dek"),
        pytest.param("<div>5 March 2024</div>", id="a date"),
        pytest.param("<p>Published: 5 March 2024, 06:00</p>", id="a date with its word"),
        pytest.param("<span>4 min read</span>", id="a reading time"),
        pytest.param("<p>OPINION</p>", id="a kicker in capitals"),
        pytest.param("<p><b>TRANSCRIPT:</b></p>", id="a label in capitals"),
        pytest.param('<a href="#c">Join the conversation (38)</a>', id="a link to the comments"),
        pytest.param(f"<p><em>This column is an opinion by {AUTHOR}. See the FAQ.</em></p>", id="a note"),
    ],
)
@pytest.mark.parametrize("inside", [False, True], ids=["above the text", "in its frame"])
def test_the_head_is_no_part_of_the_body(before: str, inside: bool) -> None:
    markup = page(before + paragraphs()) if inside else page(before=before)
    assert read(markup).paragraphs == PARAGRAPHS


def test_a_title_repeated_over_the_text_is_left_out() -> None:
    assert read(page(f"<h2>{TITLE}</h2>" + paragraphs())).paragraphs == PARAGRAPHS


def test_a_long_lead_is_a_paragraph_whatever_it_is_called() -> None:
    lead = "The bridge has stood since 1911. " * 8
    assert read(page(f'<p class="lead">{lead}</p>' + paragraphs())).paragraphs[0] == lead.strip()


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("<p><em>This column first appeared in The Weir Gazette.</em></p>", id="where it first appeared"),
        pytest.param("<p>Dieser Text erschien zuerst in der Wehrzeitung.</p>", id="the same in German"),
        pytest.param("<p>© 2024 The Tanner Post. All rights reserved.</p>", id="rights"),
        pytest.param("<p>The views expressed here are the author's own.</p>", id="a disclaimer"),
        pytest.param("<p>Comments are closed.</p>", id="a notice about comments"),
        pytest.param("<p><i>The Post is committed to letters of every length.</i></p>", id="a note in italics"),
        pytest.param("<p><i>For more of this, sign up to our weekly newsletter.</i></p>", id="an appeal in italics"),
        pytest.param(
            '<p>Deel dit artikel: <a href="#">Twitter</a> <a href="#">Facebook</a> <a href="#">Print</a></p>',
            id="a row of links in any language",
        ),
    ],
)
def test_the_foot_is_no_part_of_the_body(after: str) -> None:
    assert read(page(paragraphs() + after)).paragraphs == PARAGRAPHS


def test_a_text_in_italics_keeps_its_end() -> None:
    markup = page("".join(f"<p><em>{text}</em></p>" for text in (*PARAGRAPHS, "So change the beams.")))
    assert read(markup).paragraphs == (*PARAGRAPHS, "So change the beams.")


def test_a_sentence_about_its_source_amid_the_text_is_kept() -> None:
    said = "This article was republished by eleven papers, and not one of them asked about the beams."
    assert said in read(page(paragraphs(FIRST, said, *REST, *[f"And again, {text}" for text in REST]))).paragraphs


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            page(
                "".join(
                    f'<section class="css-part"><div class="css-in"><p>{p}</p><p>{q}</p></div></section><hr>'
                    for p, q in (PARAGRAPHS[:2], PARAGRAPHS[2:4])
                )
                + f"<p>{PARAGRAPHS[4]}</p>"
            ),
            id="cut into sections of one make",
        ),
        pytest.param(page(paragraphs(tag="div", name="absatz")), id="paragraphs that are divs"),
        pytest.param(page("<br><br>".join(PARAGRAPHS)), id="paragraphs apart by two line breaks"),
        pytest.param(page().replace('class="story"', 'class="sidebar-grid__content"'), id="a layout called sidebar"),
        pytest.param(
            page("".join(f'<div class="promo"><p>{text}</p></div>' for text in PARAGRAPHS)),
            id="every part called promo",
        ),
        pytest.param(page().replace("<main>", "</body></html><main>"), id="after the end of the document"),
        pytest.param(page().replace("<main>", "<button>Menu<main>"), id="in a button that is never closed"),
        pytest.param(page().replace("<main>", '<main style="visibility:hidden">'), id="hidden until a script runs"),
        pytest.param(page().replace("<main>", "<form id='aspnet'><main>"), id="a form around the page"),
        pytest.param(
            page(paragraphs().replace("<p>", "<p><span>").replace("</p>", "</span></p>")), id="spans in paragraphs"
        ),
    ],
)
def test_the_body_is_found_however_it_is_built(markup: str) -> None:
    assert read(markup).paragraphs == PARAGRAPHS


def test_words_for_screen_readers_are_no_words_of_the_author() -> None:
    link = '<a href="/r">a report</a><span class="sr-only">, opens new tab</span>'
    text = read(
        page(paragraphs(FIRST, *REST) + f"<p>Whoever doubts it may read {link}, all of it, to the ninetieth page.</p>")
    ).text
    assert "read a report, all of it" in text
    assert "new tab" not in text
