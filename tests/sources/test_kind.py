"""What sort of piece it is; `unknown` beats a guess."""

from __future__ import annotations

import pytest

from bot.models.article import Kind
from bot.sources import kind
from bot.sources.extract import metadata
from tests.sources.extract.heads import BODY, document, jsonld, meta

PLAIN = (
    "The lens in the tower was cast in 1859 and shipped in twenty-four crates.",
    "It stood in the wrong order for nine years, and the stripe in its light was noticed by a surveyor.",
    "The exchange took three nights in November, and the log records wind and rain.",
)
HEADLINE = "<h1>Let the ferries be slow</h1>"


def told(
    head: str = "",
    before: str = "",
    after: str = "",
    *,
    title: str = "",
    lang: str = "en",
    url: str = "https://www.gull.example/2024/slow-ferries",
    paragraphs: tuple[str, ...] = PLAIN,
) -> Kind:
    heading = f"<h1>{title}</h1>" if title else HEADLINE
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = document(head, f"<article>{before}{heading}{after}{body}</article>", lang=lang, url=url)
    return kind.of(page, metadata.read(page), paragraphs)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Opinion: Let the ferries be slow", Kind.OP_ED),
        ("Guest column: Let the ferries be slow", Kind.OP_ED),
        ("Viewpoint | Let the ferries be slow", Kind.OP_ED),
        ("Kommentar: Lasst die Fähren langsam sein", Kind.OP_ED),
        ("Gastbeitrag – Lasst die Fähren langsam sein", Kind.OP_ED),
        ("Tribune : Laissez les bacs aller lentement", Kind.OP_ED),
        ("时评：让渡轮慢下来", Kind.OP_ED),
        ("EDITORIAL: The jail needs nurses", Kind.EDITORIAL),
        ("Leitartikel zur Wahl: Deiche brauchen keine Helden", Kind.EDITORIAL),
        ("Édito : La poste ne passera plus", Kind.EDITORIAL),
        ("（社説）図書館の閉館時間", Kind.EDITORIAL),
        ("Kolumne: Mein Nachbar, der Laubbläser", Kind.COLUMN),
        ("Weekly column: Applause is not a review", Kind.COLUMN),
        ("Chronique : mon voisin", Kind.COLUMN),
        ("Analysis: why small states buy submarines", Kind.ANALYSIS),
        ("Stadt gegen Land (Analyse)", Kind.ANALYSIS),
        ("Letter to the editor: Our hospital", Kind.LETTER),
        ("Leserbrief: Unser Krankenhaus", Kind.LETTER),
        ("Q&A: A curator on dust", Kind.INTERVIEW),
        ("Entrevista: «El polvo es memoria»", Kind.INTERVIEW),
        ("The columns of the old town hall", Kind.UNKNOWN),
        ("Letters from the front, found in a drawer", Kind.UNKNOWN),
        ("Introduction to data analysis: first steps", Kind.UNKNOWN),
        ("News: a history", Kind.UNKNOWN),
    ],
    ids=str,
)
def test_a_titles_label(title: str, expected: Kind) -> None:
    assert told(title=title) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/opinion/slow-ferries", Kind.OP_ED),
        ("/op-ed/2024/slow-ferries", Kind.OP_ED),
        ("/commentisfree/comment-is-free/slow-ferries", Kind.OP_ED),
        ("/meinung/langsame-faehren", Kind.OP_ED),
        ("/idees/article/2024/bacs", Kind.OP_ED),
        ("/opinión/ferris", Kind.OP_ED),
        ("/kommentar-langsame-faehren.html", Kind.OP_ED),
        ("/opinion/editorials/slow-ferries", Kind.EDITORIAL),
        ("/leitartikel/faehren", Kind.EDITORIAL),
        ("/opinion/columnists/lee/slow-ferries", Kind.COLUMN),
        ("/opinion/guest-column/slow-ferries", Kind.OP_ED),
        ("/opinion/columnas/la-plaza", Kind.COLUMN),
        ("/opinion/letters/our-hospital", Kind.LETTER),
        ("/politics/analysis/kingmakers", Kind.ANALYSIS),
        ("/culture/interviews/castell", Kind.INTERVIEW),
        ("/pinglun/202405/ferries", Kind.UNKNOWN),
        ("/2024/opinion-polls-say-ferries", Kind.UNKNOWN),
        ("/news/slow-ferries", Kind.UNKNOWN),
        ("/comments/slow-ferries", Kind.UNKNOWN),
        ("/news/opinion/", Kind.UNKNOWN),
        ("/about/slow-ferries", Kind.UNKNOWN),
    ],
    ids=str,
)
def test_an_address(path: str, expected: Kind) -> None:
    assert told(url=f"https://www.gull.example{path}") is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("listy do redakcji", Kind.LETTER),
        ("Письма читателей", Kind.LETTER),
        ("okur mektupları", Kind.LETTER),
        ("نامه به سردبیر", Kind.LETTER),
        ("독자 투고", Kind.LETTER),
        ("Commentaar", Kind.EDITORIAL),
        ("Od redakcji", Kind.EDITORIAL),
        ("سرمقاله", Kind.EDITORIAL),
        ("社评", Kind.EDITORIAL),
        ("گفت‌وگو", Kind.INTERVIEW),
        ("대담", Kind.INTERVIEW),
        ("Köşe yazıları", Kind.COLUMN),
        ("ستون", Kind.COLUMN),
        ("أعمدة", Kind.COLUMN),
        ("تحلیل", Kind.ANALYSIS),
        ("Debattartikel", Kind.OP_ED),
        ("یادداشت", Kind.OP_ED),
        ("특별기고", Kind.OP_ED),
        ("Q & A", Kind.INTERVIEW),
        ("Tendências/Debates", Kind.OP_ED),
    ],
)
def test_a_kicker_in_any_language(label: str, expected: Kind) -> None:
    assert told(before=f'<div class="kicker">{label}</div>') is expected


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("Lee's Sidings", Kind.COLUMN),
        ("Lees Seite", Kind.COLUMN),
        ("Ann Lee's Sheds", Kind.COLUMN),
        ("Lee’s Letter Box", Kind.COLUMN),
        ("Lee's articles", Kind.UNKNOWN),
        ("Lee Valley", Kind.UNKNOWN),
        ("Ann Lee", Kind.UNKNOWN),
    ],
)
def test_a_series_that_bears_its_writers_name_is_a_column(series: str, expected: Kind) -> None:
    link = f'<a href="/categories/sidings">{series}</a>'
    assert told(after=f"<p>By Ann Lee</p>{BODY}{link}") is expected


def test_a_path_of_links_files_the_piece() -> None:
    path = '<p><a href="/">The Gull</a> &gt; <a href="/columns.php">Columns</a> &gt; <a href="/sheds.php">Sheds</a></p>'
    assert told(before=f"<div>{path}</div>") is Kind.COLUMN


def test_links_between_strokes_are_no_path() -> None:
    links = '<p><a href="/follow">Follow</a> / <a href="/columns.php">Columns</a></p>'
    page = document("", f"<header>{links}</header><article>{HEADLINE}{BODY}</article>", url="https://gull.example/a/b")
    assert kind.of(page, metadata.read(page), PLAIN) is Kind.UNKNOWN


def test_a_writers_own_page_is_of_no_kind() -> None:
    assert told(meta(og__type="profile"), url="https://gull.example/columns/ann-lee") is Kind.UNKNOWN


@pytest.mark.parametrize(
    ("head", "before", "after", "expected"),
    [
        pytest.param("", '<p class="kicker">Opinion</p>', "", Kind.OP_ED, id="kicker"),
        pytest.param(
            "", '<p class="kicker">Kolumne „Ach was!“</p>', "", Kind.COLUMN, id="kicker with the column's name"
        ),
        pytest.param("", '<p class="kicker">Our view</p>', "", Kind.EDITORIAL, id="the outlet's view"),
        pytest.param("", '<p class="kicker">Guest columnist</p>', "", Kind.OP_ED, id="a guest's column is an op-ed"),
        pytest.param("", '<p class="kicker">Opinion</p><p>Letters</p>', "", Kind.LETTER, id="the more telling of two"),
        pytest.param(meta(article__section="Editorials"), "", "", Kind.EDITORIAL, id="section"),
        pytest.param(jsonld('"articleSection": "Analyse"'), "", "", Kind.ANALYSIS, id="JSON-LD section"),
        pytest.param(jsonld('"headline": "x"', kind="OpinionNewsArticle"), "", "", Kind.OP_ED, id="JSON-LD type"),
        pytest.param(
            jsonld('"headline": "x"', kind="AnalysisNewsArticle"), "", "", Kind.ANALYSIS, id="JSON-LD type, analysis"
        ),
        pytest.param("", "", '<p class="byline">By the Editorial Board</p>', Kind.EDITORIAL, id="byline of a board"),
        pytest.param("", "", '<p class="byline">Ein Kommentar von Jana Rühl</p>', Kind.OP_ED, id="byline, a comment"),
        pytest.param("", "", '<p class="byline">Eine Kolumne von Jana Rühl</p>', Kind.COLUMN, id="byline, a column"),
        pytest.param("", "", '<p class="byline">Une chronique de Luc Roy</p>', Kind.COLUMN, id="byline, a chronicle"),
        pytest.param("", "", '<p class="byline">Analysis by Ann Lee</p>', Kind.ANALYSIS, id="byline, an analysis"),
        pytest.param(meta(article__tag="Opinion"), "", "", Kind.OP_ED, id="tag"),
        pytest.param(
            meta(article__tag="Editorial", author="Ann Lee"), "", "", Kind.UNKNOWN, id="tagged editorial, but signed"
        ),
        pytest.param(meta(article__tag="Ferries, Comment"), "", "", Kind.UNKNOWN, id="a tag that may be a topic"),
        pytest.param("", "<nav><ul><li>Opinion</li><li>Letters</li></ul></nav>", "", Kind.UNKNOWN, id="a menu"),
        pytest.param("", "", "<p>3 comments</p>", Kind.UNKNOWN, id="a count"),
    ],
)
def test_labels_around_the_headline(head: str, before: str, after: str, expected: Kind) -> None:
    assert told(head, before, after) is expected


QUESTIONS = (
    "Ann Lee has run the ferries for nineteen years, and she is leaving.",
    "Why now?",
    "Because I am tired, and because I said in spring that I would not see another winter timetable through.",
    "Were you asked to stay?",
    "I was asked twice, and I said no twice, and after that we talked about the boats, which was easier for us.",
    "What will you miss?",
    "My morning crossing, when the water is flat and there is nobody aboard but the man with the newspapers and me.",
)
TURNS = (
    "Gull: Frau Lee, warum gerade jetzt?",
    "Ann Lee: Weil der Winterfahrplan kommt und weil es genug ist.",
    "Gull: Hat man Sie gebeten zu bleiben?",
    "Lee: Zweimal, und zweimal war die Antwort dieselbe.",
    "Gull: Was werden Sie vermissen?",
    "Lee: Die Überfahrt am Morgen.",
)
FAQ = (
    "How often do ferries run?",
    "They run every hour between six in the morning and nine at night, and every two hours on Sundays.",
    "What does a ticket cost?",
    "A single ticket costs four pounds and a book of ten costs thirty, at any of the machines on the quay.",
    "Where is the timetable?",
    "The timetable hangs on the quay and can be found on the company's pages, where it is renewed each spring.",
)
RHETORICAL = (
    "Who would have thought it?",
    "The ferries are slow, and they have been slow for longer than anybody can remember.",
    "The company counts minutes, and the sea does not.",
    "The last crossing leaves at nine, and the town is quiet after it.",
    "There were four boats once, and there are two.",
    "The quay was mended in spring.",
    "And so?",
)


@pytest.mark.parametrize(
    ("paragraphs", "lang", "expected"),
    [
        pytest.param(QUESTIONS, "en", Kind.INTERVIEW, id="questions answered in the first person"),
        pytest.param(TURNS, "de", Kind.INTERVIEW, id="two speakers in turn"),
        pytest.param(FAQ, "en", Kind.UNKNOWN, id="frequently asked questions are none"),
        pytest.param(RHETORICAL, "en", Kind.UNKNOWN, id="rhetorical questions are none"),
        pytest.param(("Sir: Your correspondent mourns the signal box.", *PLAIN), "en", Kind.LETTER, id="Sir"),
        pytest.param(("Dear Editor, the box is gone.", *PLAIN), "en", Kind.LETTER, id="Dear Editor"),
        pytest.param(
            ("Sehr geehrte Redaktion, das Stellwerk fehlt.", *PLAIN), "de", Kind.LETTER, id="German salutation"
        ),
        pytest.param(("Sir Robert built the box.", *PLAIN), "en", Kind.UNKNOWN, id="a knight is no salutation"),
        pytest.param(("Editors say the box is gone.", *PLAIN), "en", Kind.UNKNOWN, id="editors are none either"),
    ],
)
def test_the_shape_of_a_text(paragraphs: tuple[str, ...], lang: str, expected: Kind) -> None:
    assert told(paragraphs=paragraphs, lang=lang) is expected


ARGUED = (
    "I have taken the slow boat for nineteen years, and I believe that it is the best thing the county owns.",
    "My neighbours say that I am sentimental. Perhaps. But the fast boat should never have been bought.",
    "We cannot go on paying for speed that nobody uses. I counted: nine people on a Friday night.",
    "The council must sell it before the winter, and I shall be on the quay to wave.",
)
REPORTED = (
    "Ashgrove Bridge will close to all traffic on January 6, the city's transport department said on Wednesday.",
    "Divers found cracks in two bearings, according to a report released by the department.",
    "“The bridge is safe at its present load,” chief engineer Palesa Nkomo told reporters.",
    "A spokesman for the toll operator said the company had agreed. The department declined to comment.",
)
GUIDE = (
    "I tried nine ferries so that you don't have to, and you should read this before you book your next crossing.",
    "You must bring your passport. I always keep mine in my coat, and you should keep yours there too.",
    "Your ticket should be printed. You can buy it online, and I recommend that you do so a week before you sail.",
    "You should be early. I was late once, and you don't want to know what my evening was like.",
)


@pytest.mark.parametrize(
    ("paragraphs", "head", "url", "expected"),
    [
        pytest.param(ARGUED, "", "/2024/slow", Kind.OP_ED, id="an author who argues in the first person"),
        pytest.param(GUIDE, "", "/2024/slow", Kind.UNKNOWN, id="a guide tells the reader what to do"),
        pytest.param(REPORTED, "", "/2024/slow", Kind.UNKNOWN, id="a reporting voice alone is no proof"),
        pytest.param(REPORTED, "", "/news/local/slow", Kind.REPORT, id="a reporting voice under news"),
        pytest.param(
            REPORTED, jsonld('"headline": "x"'), "/2024/slow", Kind.REPORT, id="a reporting voice in a news article"
        ),
        pytest.param(
            REPORTED, meta(article__section="Opinion"), "/2024/slow", Kind.OP_ED, id="a label beats the voice"
        ),
        pytest.param(PLAIN, jsonld('"headline": "x"'), "/news/slow", Kind.UNKNOWN, id="news without a reporting voice"),
        pytest.param(ARGUED, "", "/news/slow", Kind.OP_ED, id="an argument under news"),
        pytest.param((), "", "/2024/slow", Kind.UNKNOWN, id="no text"),
    ],
)
def test_the_voice_of_a_text(paragraphs: tuple[str, ...], head: str, url: str, expected: Kind) -> None:
    assert told(head, url=f"https://www.gull.example{url}", paragraphs=paragraphs) is expected


def test_a_dateline_with_an_agency_reports() -> None:
    text = ("Neuhörn (dpa) - Eine Fähre ist auf Grund gelaufen, teilte die Polizei mit.", "Verletzt wurde niemand.")
    assert told(jsonld('"headline": "x"'), lang="de", paragraphs=text) is Kind.REPORT
