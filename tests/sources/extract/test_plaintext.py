"""Pages saved as text, and Markdown."""

from __future__ import annotations

from datetime import date

import pytest

from bot.models.article import Article, Comment, Verdict
from tests.sources.extract.columns import AUTHOR, PARAGRAPHS, TITLE, page, read

BIO = f"{AUTHOR} teaches surveying in Tannerby. She walks to work."
DEK = "Nobody has measured the risk. Nobody may."


def text(*chunks: str, content_type: str = "text/plain") -> Article:
    return read("\n\n".join(chunks), content_type=content_type)


def test_a_saved_page_is_told_apart() -> None:
    article = text(
        f"{TITLE} | The Tanner Post",
        TITLE,
        DEK,
        *PARAGRAPHS,
        AUTHOR,
        BIO,
        "    • anna said:",
        "      My father changed the beams.",
        "  1. bo 77 said:",
        "      I counted thirty.\n      Twice.",
        "Comments are closed.",
    )
    assert article.title == TITLE
    assert article.site == "The Tanner Post"
    assert article.authors == (AUTHOR,)
    assert article.bio == BIO
    assert article.paragraphs == PARAGRAPHS
    assert article.comments == (
        Comment(author="anna", text="My father changed the beams."),
        Comment(author="bo 77", text="I counted thirty.\nTwice."),
    )
    assert (article.language, article.verdict) == ("en", Verdict.OK)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param((), id="nothing"),
        pytest.param((DEK,), id="a dek"),
        pytest.param(("Opinion",), id="a label"),
        pytest.param((f"By {AUTHOR}", "5 March 2024"), id="byline and date"),
        pytest.param((DEK, f"By {AUTHOR}", "5 March 2024"), id="all of them"),
    ],
)
def test_what_stands_between_title_and_text_is_not_text(head: tuple[str, ...]) -> None:
    assert text(TITLE, *head, *PARAGRAPHS).paragraphs == PARAGRAPHS


def test_byline_and_date_at_the_top_are_read() -> None:
    article = text(TITLE, f"By {AUTHOR}", "5 March 2024", *PARAGRAPHS)
    assert (article.authors, article.published) == ((AUTHOR,), date(2024, 3, 5))


def test_a_salutation_is_text() -> None:
    assert text(TITLE, DEK, "Dear Minister,", *PARAGRAPHS).paragraphs == ("Dear Minister,", *PARAGRAPHS)


@pytest.mark.parametrize(
    ("signature", "authors"),
    [
        pytest.param(AUTHOR, (AUTHOR,), id="a name"),
        pytest.param(f"By {AUTHOR} and Tom Weir", (AUTHOR, "Tom Weir"), id="two, introduced"),
        pytest.param("Solène Marquet et Idriss Benhaddou", ("Solène Marquet", "Idriss Benhaddou"), id="two in French"),
        pytest.param("Editorial board", (), id="a body that is nobody"),
        pytest.param("The Tanner Post", (), id="the paper itself"),
    ],
)
def test_a_signature_at_the_end(signature: str, authors: tuple[str, ...]) -> None:
    article = text(TITLE, *PARAGRAPHS, signature)
    assert (article.authors, article.paragraphs) == (authors, PARAGRAPHS)


BUTTONS, BOUTONS, KNOEPFE = "Reply   Report", "Répondre   Signaler", "Antworten   Melden"
ANNA, BO = "Four days it took.", "Thirty."
THREADS = {
    "name, time, text, buttons": ["2 Comments", "anna", "3 hours ago", ANNA, BUTTONS, "bo", "5 hours ago", BO, BUTTONS],
    "German, numbered": ["2 Kommentare", "anna\n#1 — 9.15 Uhr", ANNA, KNOEPFE, "bo\n#2 — 10.18 Uhr", BO],
    "says": ["Comments", "anna says:", ANNA, "bo says:", BO, "Comments are closed."],
    "a line each": ["From our readers", f"anna: {ANNA}", f"bo: {BO}"],
    "French": ["Commentaires (2)", "anna\n4 mars à 10h17", ANNA, BOUTONS, "bo\n5 mars à 11h24", BO],
}


@pytest.mark.parametrize("shape", THREADS)
def test_comments_below_the_text(shape: str) -> None:
    article = text(TITLE, *PARAGRAPHS, AUTHOR, BIO, *THREADS[shape])
    said = [(comment.author, comment.text) for comment in article.comments]
    assert said == [("anna", ANNA), ("bo", BO)]
    assert (article.paragraphs, article.bio) == (PARAGRAPHS, BIO)


def test_speech_in_the_text_opens_no_comments() -> None:
    said = ("The man said:", "“We are not a difficult department.”")
    assert text(TITLE, PARAGRAPHS[0], *said, *PARAGRAPHS[1:]).comments == ()


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = (
        "So the bridge stays as it is, neither safe nor shut, and the sign\n"
        "at its end is repainted every single spring by the same man."
    )
    assert text(TITLE, *PARAGRAPHS, wrapped).paragraphs[-1] == wrapped.replace("\n", " ")


def test_a_text_without_blank_lines() -> None:
    assert read("\n".join((TITLE, *PARAGRAPHS)), content_type="text/plain").paragraphs == PARAGRAPHS


def test_markdown_is_read_as_its_reader_sees_it() -> None:
    source = (
        f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\ndate: 2024-03-05\n---\n\n"
        f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\n## What it costs\n\n"
        "*Three* beams, **one** week: see [the report](https://example.org/r_90) and\n![a beam](beam.jpg)\n\n"
        f"> {PARAGRAPHS[1]}\n\n- oak\n- nails\n\n***\n\n{PARAGRAPHS[2]}\n"
    )
    article = read(source, content_type="text/markdown")
    assert (article.title, article.authors, article.published) == (TITLE, (AUTHOR,), date(2024, 3, 5))
    assert article.paragraphs[:2] == (PARAGRAPHS[0], "What it costs")
    assert article.paragraphs[2].startswith("Three beams, one week: see the report")
    assert not set("*#>[") & set(article.text)
    assert (PARAGRAPHS[1], PARAGRAPHS[2]) == (article.paragraphs[3], article.paragraphs[-1])


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(page(), "", id="markup with no declared type"),
        pytest.param(page(), "text/plain", id="markup declared as text"),
        pytest.param("\n\n".join((TITLE, *PARAGRAPHS)), "", id="text with no declared type"),
        pytest.param("\r\n\r\n".join((TITLE, *PARAGRAPHS)), "text/plain", id="lines ended as on Windows"),
    ],
)
def test_text_and_markup_are_told_apart(body: str, content_type: str) -> None:
    article = read(body, content_type=content_type)
    assert (article.title, article.paragraphs) == (TITLE, PARAGRAPHS)


@pytest.mark.parametrize("body", [b"", b"\n\n", b"one line", b"\x00\x01", "ü".encode("latin-1")], ids=repr)
def test_hardly_any_text_is_thin(body: bytes) -> None:
    assert read(body, content_type="text/plain").verdict is Verdict.THIN
