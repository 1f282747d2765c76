"""Lines of comments and times, alone."""

from __future__ import annotations

import pytest

from bot.sources.extract.comment_lines import is_control, is_name, is_notice, named_in
from bot.sources.extract.comments import announced
from bot.sources.extract.timestamps import is_timestamp


@pytest.mark.parametrize(
    "line",
    [
        "April 18, 2023 at 8:15 am",
        "15. September 2020 um 11:44 Uhr",
        "vor 2 Stunden",
        "3 hours ago",
        "an hour ago",
        "4 mars à 10h17",
        "il y a 3 jours",
        "hace 5 minutos",
        "12-Nov-99",
        "2024-03-05T06:00:00+00:00",
        "Wed, 11/30/2022 - 08:28",
        "yesterday",
        "9.15 Uhr",
        "2024年3月5日",
        "Feb 11",
    ],
)
def test_a_time_and_nothing_else(line: str) -> None:
    assert is_timestamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Anna",
        "12",
        "Four hundred people",
        "In 1974 my father changed the beams",
        "a week of dry weather",
        "May I?",
        "now and then",
    ],
)
def test_no_time(line: str) -> None:
    assert not is_timestamp(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("parvez said:", "parvez"),
        ("Gesa sagt", "Gesa"),
        ("Alois H. schrieb am 16.03.2004 um 11:20:", "Alois H."),
        ("Paul a écrit le 4 mars à 10h17", "Paul"),
        ("Anna Weir · 3 hours ago", "Anna Weir"),
        ("portside_ned, 8 Feb 2022, 12:31", "portside_ned"),
        ("Usher, row M said…", "Usher, row M"),
        ("August 18, 2023", ""),
        ("neck is fine now", ""),
        ("He came on 5 March and left, and nobody in the whole town ever said a word about it", ""),
        ("It was 1974.", ""),
    ],
)
def test_the_name_in_a_line_that_opens_a_comment(line: str, name: str) -> None:
    assert named_in(line) == name


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Comments (4)", 4),
        ("3 comments:", 3),
        ("One comment", 1),
        ("4 Replies to “The footbridge”", 4),
        ("2 thoughts on “The footbridge”", 2),
        ("142 Antworten zu „Die Brücke“", 142),
        ("Ein Kommentar", 1),
        ("Leserkommentare", 0),
        ("Readers’ comments (3)", 3),
        ("Commentaires (2)", 2),
        ("Comentarios 2", 2),
        ("תגובות (5)", 5),
        ("Comments policy", None),
        ("The comments were unkind", None),
        ("3 beams", None),
        ("", None),
    ],
)
def test_what_announces_comments(line: str, number: int | None) -> None:
    assert announced(line) == number


@pytest.mark.parametrize(
    "line", ["Reply", "Like (14)", "#12", "Antworten", "Répondre", "Me gusta (31)", "54", "▲ 3 ▼", "Author"]
)
def test_controls(line: str) -> None:
    assert is_control(line)


@pytest.mark.parametrize("line", ["Reply to him, then!", "I like it", "No", "12 beams"])
def test_no_controls(line: str) -> None:
    assert not is_control(line)


@pytest.mark.parametrize(
    "line",
    [
        "Comments are closed.",
        "Comments on this editorial are closed.",
        "Kommentare sind für diesen Artikel geschlossen.",
        "Les commentaires sont fermés.",
        "New comments are not allowed.",
        "Répondre à ce message",
        "Your email address will not be published.",
    ],
)
def test_notices(line: str) -> None:
    assert is_notice(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hedda M.", True),
        ("R. Zobel jun.", True),
        ("Sian at the Top End", True),
        ("Keep it clean.", False),
        ("Reply", False),
        ("5 March", False),
    ],
)
def test_names(line: str, expected: bool) -> None:
    assert is_name(line) is expected
