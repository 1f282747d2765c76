"""What an engine is shown: within its budget, in whole sentences, beginning as the prompt before it began."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.extractive.sentences import split
from bot.analysis.lines import turn_lines
from bot.analysis.llm.shown import discussion, empty_discussion
from bot.analysis.prompts import Prompts
from bot.analysis.tokens import estimate
from bot.models.discussion import Context, Passage, Question, Turn
from bot.models.summary import Options
from bot.services.discuss.context import MOST_MEMORY, assemble, memory_room
from bot.services.discuss.finding import Material
from bot.services.discuss.looking_up import MOST_PASSAGES, MOST_RECALLED
from bot.services.discuss.shortening import LEFT_OUT
from tests.nouns import column
from tests.services.discuss.said import (
    ANA,
    BO,
    HARBOUR,
    LIBRARY,
    NOW,
    TEXTS,
    material,
    materials,
    memo,
    memory,
    question,
    turn,
    turns,
)

PROMPT = Prompts.load(Path("prompts")).get("discuss", schema="answer")
AMPLE = 8_000
ASKED = question("Who has emptied the fund?")
LONG_ARTICLE = column(
    paragraphs=tuple(f"Paragraph {n} begins so. It goes on about boats, {n} of them." for n in range(60))
)


def rendered(context: Context) -> str:
    messages = PROMPT.render(**discussion(context, Options()))
    return f"{messages.system}\n{messages.user}"


def framed() -> int:
    messages = PROMPT.render(**empty_discussion(Options()))
    return estimate(f"{messages.system}\n{messages.user}")


def context_of(found: Material, asked: Question = ASKED, budget: int = AMPLE) -> Context:
    return assemble(found, asked, NOW, budget=budget, count=estimate)


def common_beginning(one: str, other: str) -> str:
    return "".join(same for same, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def ids(said: tuple[Turn, ...]) -> list[int]:
    return [one.id for one in said]


def test_everything_of_a_small_room_is_shown() -> None:
    found = material(
        (HARBOUR, LIBRARY),
        memory=memory(memo("Bo keeps boats.", 3), through=9),
        window=(turn(10), turn(11)),
        recalled=((turn(3),), (turn(2), turn(5))),
    )
    context = context_of(found)
    assert [(standing.n, standing.is_whole) for standing in context.articles] == [(1, True), (2, True)]
    assert context.memory == found.memory
    assert ids(context.window) == [10, 11]
    assert ids(context.recalled) == [2, 3, 5], "in their order, whatever was best"
    assert (context.passages, context.question, context.asked_at) == ((), ASKED, NOW)


def test_what_stands_there_anyway_is_not_shown_again() -> None:
    passages = tuple(Passage(n=1, paragraph=at, text=text) for at, text in enumerate(HARBOUR.paragraphs, 1))
    window = (turn(10), turn(11))
    context = context_of(
        material(window=window, recalled=((window[0],), (turn(2),)), chain=window[1:], passages=passages)
    )
    assert context.passages == ()
    assert ids(context.recalled) == [2]


def test_what_is_replied_to_is_shown_before_all_else() -> None:
    replied = turn(3, "Is the harbour sold?", "Not yet.")
    context = context_of(material(chain=(turn(1), replied), recalled=((turn(7, "x " * 900),),)), budget=700)
    assert 3 in ids(context.recalled)
    assert context.replies_to == 3
    in_window = context_of(material(chain=(replied,), window=(replied, turn(4))))
    assert (in_window.recalled, in_window.replies_to) == ((), 3)
    assert context_of(material()).replies_to is None


def test_a_long_article_is_an_outline_and_its_passages_are_looked_up() -> None:
    passages = tuple(Passage(n=1, paragraph=at + 1, text=LONG_ARTICLE.paragraphs[at]) for at in (50, 7, 9, 11, 13))
    context = context_of(material((LONG_ARTICLE,), passages=passages), budget=1_200)
    [standing] = context.articles
    assert not standing.is_whole
    assert 5 < len(standing.lines) <= 60
    assert all(LONG_ARTICLE.paragraphs[line.paragraph - 1].startswith(line.text) for line in standing.lines)
    assert [passage.paragraph for passage in context.passages] == [51, 8, 10][:MOST_PASSAGES]


def test_only_the_best_is_recalled() -> None:
    context = context_of(material(recalled=tuple((turn(number),) for number in range(20, 0, -1))))
    assert ids(context.recalled) == list(range(21 - MOST_RECALLED, 21))


def test_a_passage_of_an_article_that_does_not_stand_there_says_whose_it_is() -> None:
    articles = [column(title=f"Title {n}") for n in range(20)]
    passage = Passage(n=1, paragraph=1, text=articles[0].paragraphs[0])
    context = context_of(material(articles, passages=(passage,)), budget=20_000)
    assert [standing.n for standing in context.articles] == [1, *range(9, 21)]
    assert context.articles[0].lines == ()
    assert context.passages == (passage,)


def test_of_a_memory_that_has_grown_too_long_the_latest_stays() -> None:
    memos = [memo(f"The fund number {n} is empty and stays so.", n) for n in range(200)]
    context = context_of(material(memory=memory(*memos, through=200)), budget=4_000)
    assert context.memory
    assert 0 < len(context.memory.memos) < 200
    assert context.memory.memos == tuple(memos[-len(context.memory.memos) :])
    assert context.memory.through == 200
    assert context.tokens["memory"] <= memory_room(4_000) < memory_room(10**6) == MOST_MEMORY


def test_a_turn_that_is_too_long_ends_where_a_sentence_does() -> None:
    long = turn(10, "The fund is empty. " * 300, "Nobody has filled it. " * 300)
    [shown] = context_of(material(window=(long,)), budget=3_000).window
    assert shown.answer
    for text in (shown.text, shown.answer.text):
        assert text.endswith(f". {LEFT_OUT}")
        assert len(text) > 100


def test_what_matters_least_goes_first_when_the_budget_is_short() -> None:
    """A question of a hundred tokens, and less and less room beside it."""
    found = material(
        memory=memory(memo("Bo is against it.", 1), through=2),
        window=(turn(10), turn(11)),
        chain=(turn(2, "Is it sold?", "Not yet, no."),),
    )
    asked = question("Who has emptied the fund, and when was that? " * 9)
    order = ("recalled", "window", "articles", "memory")
    contexts = {budget: context_of(found, asked, budget) for budget in range(0, 1_500, 10)}
    least = [min(budget for budget, context in contexts.items() if context.tokens[part]) for part in order]
    assert least == sorted(least)
    assert least[-1] > least[0] >= contexts[0].tokens["question"]


@settings(max_examples=40, deadline=None)
@given(materials(), TEXTS, st.integers(0, 3_000))
def test_no_context_is_beyond_its_budget_and_its_question_is_always_there(
    found: Material, text: str, budget: int
) -> None:
    asked = question(text)
    context = context_of(found, asked, budget)
    assert context.question == asked
    assert sum(context.tokens.values()) <= max(budget, context.tokens["question"])
    assert context == context_of(found, asked, budget), "the same every time"


@settings(max_examples=20, deadline=None)
@given(materials(), TEXTS, st.integers(200, 3_000))
def test_a_prompt_is_no_longer_than_what_was_counted(found: Material, text: str, budget: int) -> None:
    context = context_of(found, question(text), budget)
    assert estimate(rendered(context)) <= framed() + sum(context.tokens.values())


@settings(max_examples=25, deadline=None)
@given(materials(), st.integers(100, 3_000))
def test_everything_shown_is_of_the_room_and_in_its_order(found: Material, budget: int) -> None:
    context = context_of(found, budget=budget)
    known = {one.id: one for one in (*found.window, *found.chain, *(one for group in found.recalled for one in group))}
    for said in (context.window, context.recalled):
        assert ids(said) == sorted(set(ids(said)))
        for one in said:
            assert_shortened(one, known[one.id])
    assert not set(ids(context.window)) & set(ids(context.recalled))
    assert ids(context.window) == ids(found.window)[len(found.window) - len(context.window) :]
    assert [standing.n for standing in context.articles] == sorted({standing.n for standing in context.articles})
    assert set(context.passages) <= set(found.passages)


def assert_shortened(shown: Turn, said: Turn) -> None:
    """The same, or as much of it as whole sentences make; of one that is too long for all of its room, words."""
    assert replace(shown, text="", answer=None) == replace(said, text="", answer=None)
    texts = [(shown.text, said.text)]
    if said.answer:
        assert shown.answer
        texts.append((shown.answer.text, said.answer.text))
    for short, whole in texts:
        if short != whole:
            assert short.endswith(LEFT_OUT)
            beginning = short.removesuffix(LEFT_OUT).strip()
            assert whole.startswith(beginning)
            sentences = [sentence.text for sentence in split((whole,), frozenset())]
            assert beginning.endswith(".") or len(beginning) < len(sentences[0])


@settings(max_examples=25, deadline=None)
@given(turns(1, 40), st.integers(300, 1_500))
def test_prompts_in_a_row_begin_alike_until_the_window_is_cut(said: list[Turn], budget: int) -> None:
    """Whatever is asked: each holds all that the one before it held up to what was looked up, unless a cut came."""
    answered = [one for one in said if one.answer]
    windows = [
        context_of(material(window=tuple(answered[:at])), budget=budget).window for at in range(len(answered) + 1)
    ]
    texts = ["\n".join(line for one in window for line in turn_lines(one)) for window in windows]
    cuts = 0
    for (earlier, later), (before, after) in zip(pairwise(windows), pairwise(texts), strict=True):
        if ids(later)[: len(earlier)] == ids(earlier):
            assert after.startswith(before)
        else:
            cuts += 1
            assert len(later) <= len(earlier), "cut at once"
    assert cuts <= 1 + len(answered) // 2


def test_a_window_grows_and_is_then_cut_to_half_at_once() -> None:
    said = tuple(turn(number, f"What of fund {number:03}?", "It is empty.") for number in range(1, 80))
    lengths = [len(context_of(material(window=said[:at]), budget=1_000).window) for at in range(80)]
    most = max(lengths)
    cuts = [at for at, (before, after) in enumerate(pairwise(lengths), 1) if after <= before]
    assert most >= 8
    assert all(lengths[at] <= most // 2 + 1 for at in cuts)
    assert all(later - earlier >= most // 2 - 1 for earlier, later in pairwise(cuts)), "and grows in between"


def test_what_is_asked_changes_nothing_that_stands_still() -> None:
    standing = material(memory=memory(memo("Bo is against it.", 1), through=9), window=(turn(10), turn(11)))
    asked = [question("Why?"), question("Who of them has emptied the fund, and what does Bo say about it?", person=BO)]
    found = [standing, replace(standing, recalled=((turn(3),),), chain=(turn(4),))]
    one, other = (context_of(each, ask) for each, ask in zip(found, asked, strict=True))
    same = common_beginning(rendered(one), rendered(other))
    assert same.count("#11") == 2
    assert "⟦/turns⟧" in same


def test_who_asks_is_shown_with_what_is_asked_about() -> None:
    context = context_of(material(), question(person=ANA))
    assert context.tokens["question"] > 0
    assert list(context.tokens) == ["articles", "memory", "window", "passages", "recalled", "question"]
