"""Single sentences of answers: true ones come out as they are, false ones do not, wrong citations are put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bot.analysis.grounding import NOTHING_CONFIRMED
from bot.models.comparison import Citation
from tests.analysis.grounding.rooms import ask, checked
from tests.analysis.grounding.sentences import FALSE, MENDED, TRUE


def _rows(table: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return [(language, sentence) for language, sentences in table.items() for sentence in sentences]


def test_there_are_enough_of_them() -> None:
    assert len(_rows(TRUE)) + len(_rows(FALSE)) + len(MENDED) >= 200


@pytest.mark.parametrize(("language", "sentence"), _rows(TRUE))
def test_what_is_borne_out_comes_out_as_it_is(language: str, sentence: str) -> None:
    answer = checked(sentence, ask(language))
    assert (answer.text, answer.dropped) == (sentence, 0)
    assert [str(citation) for citation in answer.citations] == _cited_in(sentence)


@pytest.mark.parametrize(("language", "sentence"), _rows(FALSE))
def test_what_nothing_bears_out_falls(language: str, sentence: str) -> None:
    answer = checked(sentence, ask(language))
    assert (answer.text, answer.citations, answer.dropped) == (NOTHING_CONFIRMED, (), 1)


@pytest.mark.parametrize(("written", "mended"), MENDED.items())
def test_citations_are_put_right(written: str, mended: str) -> None:
    assert checked(written).text == mended


@pytest.mark.parametrize(("language", "false"), _rows(FALSE))
def test_a_false_sentence_takes_no_true_one_with_it(language: str, false: str) -> None:
    true = TRUE[language][0]
    answer = checked(f"{true}\n\n{false}\n\n{true}", ask(language))
    assert (answer.text, answer.dropped) == (true, 2)  # the second time it is said already


def test_a_paragraph_number_alone_means_the_only_article() -> None:
    answer = checked("Die Nachtfähre ist kein Luxus [¶1].", ask("de"))
    assert (answer.text, answer.citations) == ("Die Nachtfähre ist kein Luxus [1¶1].", (Citation(n=1, paragraph=1),))


def test_across_languages_paragraphs_numbers_and_names_decide() -> None:
    room = ask("de", question="What does the author say about the ferry, and why is that so?")
    kept = "In February an average of 11 people took the ferry, in July there were 214 [1¶2]."
    assert checked(kept, room).text == kept
    for false in (
        "In February an average of 17 people took the ferry, in July there were 214 [1¶2].",
        "In February an average of 11 people took the ferry, in July there were 214 [1¶9].",
        "In February an average of 11 people took the ferry, in July there were 214 [2¶2].",
        "According to Gordon Whitlock, an average of 11 people took the ferry in February [1¶2].",
        "In February an average of 11 people took the ferry.",
    ):
        assert checked(false, room).text == NOTHING_CONFIRMED, false


def _cited_in(sentence: str) -> list[str]:
    cited = [part.partition("]")[0] for part in sentence.split("[")[1:]]
    return list(dict.fromkeys(cited))
