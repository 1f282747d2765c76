"""Pieces of an answer into whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.grounding.talk.streaming import LONGEST, Sentence, Sentences


def streamed(*pieces: str) -> list[Sentence]:
    sentences = Sentences()
    found = [sentence for piece in pieces for sentence in sentences.feed(piece)]
    return [*found, *sentences.end()]


def texts(*pieces: str) -> list[str]:
    return [sentence.text for sentence in streamed(*pieces)]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["It opened.", "It closed!", "Did it?", "It did…"], id="the four stops"),
        pytest.param(["Dr. Fenn and Mrs. J. R. Holm left.", "They stayed."], id="titles and initials"),
        pytest.param(["It cost 3.5 million, e.g. in the U.S. of old.", "So what?"], id="decimals and initials"),
        pytest.param(["It is no. 5 of vol. 2.", "She said no.", "He left."], id="abbreviations that are words"),
        pytest.param(["Das gilt z.B. am 3. Mai und im 19. Jahrhundert.", "Ja."], id="German ordinals"),
        pytest.param(["Es waren 41.", "Dann kamen mehr."], id="a number that ends a sentence"),
        pytest.param(["M. Dubois, p. ex., est venu.", "Il part."], id="French abbreviations"),
        pytest.param(["El Sr. Lago y la Sra. Díaz van.", "¿Cuándo?", "¡Hoy!"], id="Spanish marks"),
        pytest.param(["“No. Never. Not once.”", "Then she left."], id="a quotation of several sentences"),
        pytest.param(["“We stay. We do,” says Holm.", "He goes."], id="one that goes on"),
        pytest.param(['She said "Stop. Now." and left.', "He stayed."], id="straight marks"),
        pytest.param(["„Wir bleiben. Immer.“", "Das war's."], id="German marks"),
        pytest.param(["« Nous restons. Oui. »", "Et puis."], id="French marks"),
        pytest.param(["It opened [1¶1].", "It closed."], id="a citation before the stop"),
        pytest.param(["It opened. [1¶1]", "It closed. [1¶2] [2¶3]", "It is."], id="citations after it"),
        pytest.param(["It opened. (1¶1)", "It closed. 【2¶1】", "It is. [1]"], id="other brackets"),
        pytest.param(["See example.com or 1.2.3 now.", "Yes."], id="stops within words"),
        pytest.param(["我们不会走。", "他说「好。走。」", "为什么？[1¶3]", "走！"], id="Chinese"),
        pytest.param(["橋は必要です。[1¶2]", "「そうだ。」"], id="Japanese"),
        pytest.param(["It is [sic] so.", "It [the ferry] goes."], id="brackets that cite nothing"),
        pytest.param(["“We go.” — Petra Holm [1¶4].", "Yes."], id="a dash before the speaker"),
    ],
)
def test_where_sentences_end(sentences: list[str]) -> None:
    spaced = " ".join(sentences)
    assert texts(spaced) == sentences
    assert texts(*spaced) == sentences


def test_lines_items_and_headings_end_and_open() -> None:
    written = "## What they say\nIt opened. It closed\n- one\n- two [1¶2]\n\n1. First one. And more\n2. Second"
    found = [(sentence.text, sentence.opens) for sentence in streamed(written)]
    assert found == [
        ("## What they say", True),
        ("It opened.", True),
        ("It closed", False),
        ("- one", True),
        ("- two [1¶2]", True),
        ("1. First one.", True),
        ("And more", False),
        ("2. Second", True),
    ]


def test_a_narrow_pages_line_break_ends_nothing() -> None:
    assert texts("The ferry\ngoes on. [1¶2]\nThe end.") == ["The ferry\ngoes on. [1¶2]", "The end."]


def test_a_citation_on_the_next_line_belongs_to_the_sentence() -> None:
    assert texts("The ferry goes.\n[1¶2]\nThe end.") == ["The ferry goes.\n[1¶2]", "The end."]


def test_only_the_stream_can_leave_a_sentence_open() -> None:
    assert [s.ends for s in streamed("It opened. It closed\nIt is")] == [True, True, False]
    assert [s.ends for s in streamed("It opened.")] == [True]


def test_blocks_and_thoughts_are_no_sentences() -> None:
    sentences = Sentences()
    written = "<think>One. Two.</think>It is.\n```py\na = 1. b = 2.\n```\nIt was. ~~~x. y~~~ <THINKING>Three. Fo"
    found = [sentence.text for sentence in (*sentences.feed(written), *sentences.end())]
    assert (found, sentences.blocks) == (["It is.", "It was."], 2)


def test_what_only_begins_like_a_block_stays() -> None:
    assert texts(*"It is `code` and <thin> and ~~gone~~. So") == ["It is `code` and <thin> and ~~gone~~.", "So"]


def test_what_never_ends_is_reported_once_and_not_kept() -> None:
    sentences = Sentences()
    found = [s for _ in range(3000) for s in sentences.feed("word ")]
    assert [s.too_long for s in found] == [True]
    assert len(sentences._text) < 2 * LONGEST
    assert [s.text for s in (*sentences.feed("ends. Here. "), *sentences.end())] == ["Here."]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert texts("“It opened. It closed.\n\nIt is.") == ["“It opened. It closed.", "It is."]


_PIECES = [
    "It ",
    "opened",
    ". ",
    ".",
    " [1¶2]",
    "[1",
    "¶3]",
    "“",
    "”",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "- ",
    "1. ",
    "a) ",
    "Dr. ",
    "3",
    ".5 ",
]
_MORE = [
    "```",
    "`",
    "<think>",
    "</think>",
    "。",
    "「",
    "」",
    "…",
    "? ",
    "Mai ",
    "   ",
    "(",
    "¶",
    "x" * 700,
    "*",
    "»",
    "« ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES + _MORE), max_size=20))
def test_however_the_stream_is_cut_the_sentences_are_the_same(pieces: list[str]) -> None:
    written = "".join(pieces)
    assert streamed(*written) == streamed(written) == streamed(*pieces)


@given(st.text(max_size=60) | st.text(alphabet="a0. \r\n\t`<", max_size=12))
def test_of_any_text_too(written: str) -> None:
    assert streamed(*written) == streamed(written)
