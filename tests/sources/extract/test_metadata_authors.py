"""Who wrote it: persons, and nobody else."""

from __future__ import annotations

import pytest

from bot.sources.extract.names import persons
from tests.sources.extract.heads import BODY, facts, jsonld, meta


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Column van Sanne de Wit", ["Sanne de Wit"]),
        ("Tekst: Sanne de Wit", ["Sanne de Wit"]),
        ("L'editoriale di Carla Rossi", ["Carla Rossi"]),
        ("Kronikk av Kari Holm", ["Kari Holm"]),
        ("Text: Åsa Berg Foto: Nils Ek", ["Åsa Berg"]),
        ("Eine Glosse von Jana Rühl", ["Jana Rühl"]),
        ("Das Gespräch führte Jana Rühl", ["Jana Rühl"]),
        ("Jana Rühl (Text) und Tom Au (Fotos)", ["Jana Rühl"]),
        ("Von unserer Korrespondentin Jana Rühl", ["Jana Rühl"]),
        ("La chronique de Luc Morel", ["Luc Morel"]),
        ("Par notre correspondante Anne Roux", ["Anne Roux"]),
        ("Tribuna de Ximena Larra y Tomás Ugarte", ["Ximena Larra", "Tomás Ugarte"]),
        ("Escribe: Ximena Larra", ["Ximena Larra"]),
        ("Coluna de Zélia Braga", ["Zélia Braga"]),
        ("Rozmawiała Milena Zarzycka", ["Milena Zarzycka"]),
        ("Napsala Jana Nováková", ["Jana Nováková"]),
        ("Teksti: Aino Laine", ["Aino Laine"]),
        ("Írta: Kovács Anna", ["Kovács Anna"]),
        ("Γράφει η Μαρία Παππά", ["Μαρία Παππά"]),
        ("Yazar: Elif Şahin", ["Elif Şahin"]),
        ("Köşe yazarı Elif Şahin", ["Elif Şahin"]),
        ("Авторы: Ирина Соколова и Пётр Лосев", ["Ирина Соколова", "Пётр Лосев"]),
        ("Ирина Соколова, обозреватель", ["Ирина Соколова"]),
        ("Oleh Budi Santoso", ["Budi Santoso"]),
        ("Tác giả: Lê Minh", ["Lê Minh"]),
        ("به قلم مریم احمدی", ["مریم احمدی"]),
        ("الكاتبة ليلى الحمدان", ["ليلى الحمدان"]),
        ("מאת: דנה לוי", ["דנה לוי"]),
        ("文/林舒言", ["林舒言"]),
        ("作者:林舒言 来源:晨报", ["林舒言"]),
        ("記者林舒言／台北報導", ["林舒言"]),
        ("山田花子 論説委員", ["山田花子"]),
        ("執筆：山田花子", ["山田花子"]),
        ("글 한서연 기자", ["한서연"]),
        ("한서연 남해대 교수", ["한서연"]),
    ],
)
def test_bylines_of_other_languages(byline: str, names: list[str]) -> None:
    assert list(persons(byline)) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("By Ann Lee", ["Ann Lee"], id="English"),
        pytest.param("Von Jörg Möller", ["Jörg Möller"], id="German"),
        pytest.param("Ein Kommentar von Jana Rühl", ["Jana Rühl"], id="German, with the kind"),
        pytest.param("Par Solène Kervadec", ["Solène Kervadec"], id="French"),
        pytest.param("Por Luis Araújo", ["Luis Araújo"], id="Spanish and Portuguese"),
        pytest.param("Di Carla Rossi", ["Carla Rossi"], id="Italian"),
        pytest.param("Door Pieter van den Berg", ["Pieter van den Berg"], id="Dutch, with particles"),
        pytest.param("作者：林舒言", ["林舒言"], id="Chinese"),
        pytest.param("بقلم ليلى الحمدان", ["ليلى الحمدان"], id="Arabic"),
        pytest.param("By Ann Lee, Bob Ray and Cy Day", ["Ann Lee", "Bob Ray", "Cy Day"], id="three"),
        pytest.param("Anna Berg und Tom Au", ["Anna Berg", "Tom Au"], id="two in German"),
        pytest.param("Ann Lee & Bob Ray", ["Ann Lee", "Bob Ray"], id="an ampersand"),
        pytest.param("Ann Lee; Bob Ray", ["Ann Lee", "Bob Ray"], id="a semicolon"),
        pytest.param("Ann Lee/Bob Ray", ["Ann Lee", "Bob Ray"], id="a stroke"),
        pytest.param("By\nAnn Lee\nand\nBob Ray", ["Ann Lee", "Bob Ray"], id="cut by inline elements"),
        pytest.param("Martin King, Jr.", ["Martin King Jr."], id="a suffix behind a comma"),
        pytest.param("Martin King Jr. and Ann Lee", ["Martin King Jr.", "Ann Lee"], id="a suffix, then another"),
        pytest.param("Ann Lee, political editor", ["Ann Lee"], id="a role"),
        pytest.param("Ann Lee, Head of Marketing and Community", ["Ann Lee"], id="a role with a joint in it"),
        pytest.param("Kate Fox, MS, RD", ["Kate Fox"], id="credentials behind commas"),
        pytest.param("Kate Fox PhD", ["Kate Fox"], id="credentials behind a blank"),
        pytest.param("By Ann Lee @annlee ann@gull.example", ["Ann Lee"], id="handle and address"),
        pytest.param("By Ann Lee December 5, 2024", ["Ann Lee"], id="a date"),
        pytest.param("Ann Lee | 05.04.2025, 13:10", ["Ann Lee"], id="a date in figures"),
        pytest.param("Posted by Ann Lee | Filed under: Ferries", ["Ann Lee"], id="what else a blog's line holds"),
        pytest.param("This post was written by Ann Lee", ["Ann Lee"], id="in a sentence"),
        pytest.param("By Ann Lee | Reviewed by Bob Ray", ["Ann Lee"], id="a reviewer is no author"),
        pytest.param(
            "Medically reviewed by\nDr. Bob Ray\nWritten by Ann Lee", ["Ann Lee"], id="the reviewer comes first"
        ),
        pytest.param("Ann Lee, photos by Bob Ray", ["Ann Lee"], id="a photographer is none"),
        pytest.param("Ann Lee, Reuters", ["Ann Lee"], id="an agency beside a person"),
        pytest.param("dpa/Ann Lee", ["Ann Lee"], id="an agency before a person"),
        pytest.param("ANN LEE-FOX", ["Ann Lee-Fox"], id="shouted"),
        pytest.param("By Anthony Head", ["Anthony Head"], id="a role that is a surname"),
        pytest.param("Ann Lee For Gull.Example", ["Ann Lee"], id="for whom"),
        pytest.param("Columnist Ann Lee", ["Ann Lee"], id="a role before a name"),
        pytest.param("By Ann Lee Contributing Writer", ["Ann Lee"], id="a role behind a name without a sign"),
        pytest.param("By Prof. Ann Lee", ["Ann Lee"], id="a title"),
        pytest.param("Von Prof. Dr. Ann Lee", ["Ann Lee"], id="two titles"),
        pytest.param("Rights: Gull Press", [], id="a label of another kind"),
        pytest.param("Ann Lee, Special to The Gull", ["Ann Lee"], id="to whom"),
        pytest.param("Ann Lee\nSecretary, Mill Lane Allotments", ["Ann Lee"], id="where a role is held"),
        pytest.param("Gull Public Radio\n| By\nAnn Lee", ["Ann Lee"], id="behind a bar"),
        pytest.param("Posted: Thursday", [], id="a day"),
        pytest.param("Foto: Tom Au", [], id="a photographer alone"),
        pytest.param("责任编辑：王明", [], id="an editor alone"),
        pytest.param("Price $", [], id="signs"),
        pytest.param("Reuters", [], id="an agency alone"),
        pytest.param("AFP", [], id="an agency's letters"),
        pytest.param("The Editorial Board", [], id="a board"),
        pytest.param("Die Redaktion", [], id="an editorial office"),
        pytest.param("Link Copied", [], id="a button"),
        pytest.param("Staff Writer", [], id="a role alone"),
        pytest.param("admin", [], id="a machine"),
        pytest.param("Three ways to be a better neighbour", [], id="a sentence"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_byline_names_persons(byline: str, names: list[str]) -> None:
    assert list(persons(byline)) == names


def test_a_single_word_is_a_name_only_where_names_are_sure() -> None:
    assert persons("gnarl") == ("gnarl",)
    assert persons("Politics", lone=0) == ()
    assert persons("LBC") == ()


HEADLINE = "<h1>Let the ferries be slow</h1>"


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        pytest.param(
            jsonld(
                '"author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Ferry Union"}]'
            ),
            "",
            ("Ann Lee",),
            id="JSON-LD: persons before bodies",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": "Article", "author": {"@id": "#p"}}, '
            '{"@type": "Person", "@id": "#p", "name": "Ann Lee"}]}</script>',
            "",
            ("Ann Lee",),
            id="JSON-LD: by reference",
        ),
        pytest.param(jsonld('"author": "Ann Lee, Bob Ray"'), "", ("Ann Lee", "Bob Ray"), id="JSON-LD: a string"),
        pytest.param(meta(author="The Gull") + meta(og__site_name="The Gull"), "", (), id="the outlet is no author"),
        pytest.param(meta(author="gull.example", byl="By Ann Lee"), "", ("Ann Lee",), id="the next meta element"),
        pytest.param(meta(article__author="https://f.example/annlee"), "", (), id="an address is no name"),
        pytest.param(
            meta(twitter__label1="Written by", twitter__data1="Ann Lee"), "", ("Ann Lee",), id="a label for cards"
        ),
        pytest.param("", '<p class="byline">By Ann Lee</p>', ("Ann Lee",), id="a marked line"),
        pytest.param(
            "",
            "<p>By <a href='/x'>Ann Lee</a> and <a href='/y'>Bob Ray</a></p>",
            ("Ann Lee", "Bob Ray"),
            id="a line that begins so",
        ),
        pytest.param(
            "",
            "<ul><li class=author>Ann Lee</li><li class=author>Bob Ray</li></ul>",
            ("Ann Lee", "Bob Ray"),
            id="a list",
        ),
        pytest.param("", "<div>Ann Lee</div><div>Ferry editor</div>", ("Ann Lee",), id="over a role"),
        pytest.param("", "<div>Ann Lee | 5 May 2024</div>", ("Ann Lee",), id="beside a date"),
        pytest.param(
            "", "<figcaption>Quay at dawn. Cy Day/AFP</figcaption><p>5 May 2024</p>", (), id="not from a caption"
        ),
        pytest.param(
            "<title>Let the ferries be slow | by Ann Lee | The Gull</title>", "", ("Ann Lee",), id="in the page's title"
        ),
    ],
)
def test_authors_are_found_where_pages_name_them(head: str, body: str, names: tuple[str, ...]) -> None:
    assert facts(head, HEADLINE + body + BODY).authors == names


def test_words_in_a_place_for_names_are_no_names() -> None:
    text = "<p>Let us speak of remote instruction, which was slow, and of the ferries, which were slower still.</p>" * 3
    assert facts("", HEADLINE + "<div>Remote Instruction | 5 May 2024</div>" + text).authors == ()


def test_a_portrait_names_the_author() -> None:
    card = '<div><img class="avatar" src="/a.jpg" alt="Ann Lee"><p>Ann Lee keeps the quay.</p></div>'
    assert facts("", HEADLINE + BODY + card).authors == ("Ann Lee",)


def test_a_label_of_its_own_introduces_the_author() -> None:
    card = "<div><h3>Article by</h3><div>Ann Lee</div><p>Ann Lee keeps the quay.</p></div>"
    assert facts("", HEADLINE + BODY + card).authors == ("Ann Lee",)
    assert facts("", HEADLINE + "<p>Written by</p><p>Ann</p>" + BODY).authors == ("Ann",)


def test_a_label_in_a_comment_introduces_a_reader() -> None:
    comment = '<div class="comment"><span>Posted by</span> <a href="#1">Harald Zobel</a><p>No!</p></div>'
    assert facts("", HEADLINE + BODY + comment).authors == ()


def test_who_follows_another_credit_is_no_author() -> None:
    lines = '<div class="byline">Fact checked by</div><div class="byline">Bob Ray</div>'
    assert facts("", HEADLINE + lines + BODY).authors == ()


def test_an_author_box_under_the_text_names_the_author() -> None:
    box = '<div class="author-box"><a rel="author" href="/author/ann">Ann Lee</a></div>'
    assert facts("", HEADLINE + BODY + box).authors == ("Ann Lee",)


def test_a_reader_is_no_author() -> None:
    comment = '<div id="comments"><div class="comment"><b class="comment-author">Harald Zobel</b><p>No!</p></div></div>'
    assert facts("", HEADLINE + BODY + comment).authors == ()


def test_the_owner_of_a_personal_site_is_its_author() -> None:
    head = meta(og__site_name="Ann Lee") + jsonld(
        '"author": {"@type": "Person", "name": "Ann Lee"}, "publisher": {"@type": "Person", "name": "Ann Lee"}'
    )
    assert facts(head, HEADLINE + BODY, url="https://annlee.example/ferries/").authors == ("Ann Lee",)


LONG = "The ferry was late, as it is on every Monday since the harbour was dredged, and nobody on the quay minded it."


@pytest.mark.parametrize(
    ("title", "end", "names"),
    [
        pytest.param("Sheds", "<p>Ann Lee</p>", ("Ann Lee",), id="a name alone"),
        pytest.param("Sheds", "<p>— Ann Lee, Orton</p>", ("Ann Lee",), id="behind a dash"),
        pytest.param("Letter: Sheds", "<p>Ann Lee<br>South Orton</p>", ("Ann Lee",), id="a letter, with a place"),
        pytest.param("Sheds", "<p>Ann Lee<br>South Orton</p>", (), id="no letter: two lines of anything"),
        pytest.param("Letters: Sheds", f"<p>Ann Lee</p><p>{LONG}</p><p>Bob Ray</p>", ("Bob Ray",), id="the last one"),
        pytest.param(
            "Letters",
            f"<p>Ann Lee</p><h3>Doves</h3><div><p>{LONG}</p><p>Bob Ray</p></div><div><p>{LONG}</p><p>Cy Day</p></div>",
            (),
            id="several letters",
        ),
        pytest.param(
            "Letters",
            '<p class="sig">Ann Lee</p><h3>Doves</h3><p class="sig">Bob Ray</p>',
            (),
            id="several marked ones",
        ),
        pytest.param("Sheds", "<p>The End.</p>", (), id="no name"),
    ],
)
def test_a_signature_under_the_text_names_the_author(title: str, end: str, names: tuple[str, ...]) -> None:
    assert facts("", f"<h1>{title}</h1><p>{LONG}</p>{end}").authors == names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("[한서연 칼럼] 목욕탕이 문을 닫을 때", ("한서연",)),
        ("[데스크 칼럼] 목욕탕이 문을 닫을 때", ()),
        ("[칼럼] 목욕탕", ()),
    ],
)
def test_a_titles_label_may_name_the_author(title: str, names: tuple[str, ...]) -> None:
    end = "<p>한서연 논설위원은 1999년부터 남해 연안의 마을을 취재해 왔다.</p>"
    assert facts("", f"<h1>{title}</h1><p>{LONG}</p>{end}", lang="ko").authors == names


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        ("Of doves and sheds - Ann Lee - The Gull", ("Ann Lee",)),
        ("Of doves and sheds - The Gull", ()),
    ],
)
def test_a_columnists_box_counts_where_the_pages_title_bears_it_out(shown: str, names: tuple[str, ...]) -> None:
    box = '<div class="columnist-top"><h3 class="columnist-top__name"><a href="/columns/ann-lee">Ann Lee</a></h3></div>'
    page = f"<main>{box}<article><header><h1>Of doves and sheds</h1></header><p>{LONG}</p></article></main>"
    assert facts(f"<title>{shown}</title>", page).authors == names


def test_a_person_whose_site_bears_the_same_name_is_the_author() -> None:
    person = jsonld('"author": [{"@type": "Person", "name": "Ann Lee"}]')
    assert facts(person + meta(og__site_name="Ann Lee")).authors == ("Ann Lee",)


def test_a_label_in_so_many_words_may_introduce_a_first_name() -> None:
    assert facts("", f"{BODY}<span>Written by</span><div><span>Liz</span></div>").authors == ("Liz",)
