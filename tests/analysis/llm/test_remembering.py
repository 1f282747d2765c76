"""What a model remembers: whose it is and where it comes from is told by the turns, never by the model."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.analysis.lines import memo_line
from bot.analysis.llm.memory_answer import MemoryAnswer
from bot.analysis.tokens import estimate
from bot.errors import EngineNonsense, EngineTooLong
from bot.models.discussion import Kept, Memo, Person
from bot.models.summary import Options
from tests.analysis.llm.doubles import Booked, engine_at
from tests.analysis.llm.endpoint import completion, endpoint
from tests.analysis.talks import ANA, BEN, memo, memory, memory_ask, turn

TURNS = (
    turn(4, "I would keep it, for the rowers.", "Noted.", ANA),
    turn(5, "I would sell it tomorrow.", "Noted.", BEN),
    turn(6, "Who pays for the dredging?", "The articles here don't say.", BEN),
)
GOOD = {"kind": "position", "person": "Ana", "text": "Would keep it, for the rowers.", "turns": [4]}


def told(*memos: Any) -> tuple[Memo, ...]:
    asked = memory_ask(*TURNS, memory=memory(memo("Fees are fair.", 2)))
    return MemoryAnswer.model_validate({"memos": list(memos)}).told(asked)


async def drafted(*memos: Any, tokens: int = 600, **changes: Any) -> tuple[tuple[Memo, ...], dict[str, Any]]:
    """The draft's memos, and what was asked for them."""
    reply = completion(json.dumps({"memos": memos}))
    async with endpoint(reply) as server, engine_at(server.url) as llm:
        draft = await llm.memories.draft(memory_ask(*TURNS, tokens=tokens, **changes), Booked())
    assert str(draft.signature.prompt) == "remember@1"
    return draft.memos, server.bodies[0]


async def test_memos_come_back_with_their_person_and_turns() -> None:
    asks = {"kind": "question", "person": "Ben", "text": "Who pays for the dredging?", "turns": [6]}
    fact = {"kind": "fact", "person": "", "text": "The dredging has no payer yet.", "turns": [5, 6]}
    memos, _ = await drafted(GOOD, asks, fact)
    assert memos == (
        Memo(kind=Kept.POSITION, person=ANA, text="Would keep it, for the rowers.", turns=(4,)),
        Memo(kind=Kept.QUESTION, person=BEN, text="Who pays for the dredging?", turns=(6,)),
        Memo(kind=Kept.FACT, text="The dredging has no payer yet.", turns=(5, 6)),
    )


async def test_the_memory_so_far_and_the_turns_are_shown_and_the_room_is_told() -> None:
    _, body = await drafted(GOOD, tokens=240, memory=memory(memo("Fees are fair.", 2)), options=Options(language="de"))
    user = body["messages"][1]["content"]
    order = ["⟦memory⟧\n- Ana: Fees are fair. (#2)", "⟦turns⟧\n#4 Ana: I would keep", "#6 answer: The articles",
             "at most 10 memos and 120 words", "⟦language⟧\nde"]  # fmt: skip
    places = [user.index(mark) for mark in order]
    assert places == sorted(places)
    schema = body["response_format"]["json_schema"]["schema"]
    assert schema["properties"]["memos"]["maxItems"] > 20
    assert schema["properties"]["memos"]["items"]["properties"]["text"]["maxLength"] > 100


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        pytest.param(GOOD | {"turns": "#4"}, (ANA, (4,)), id="a turn as it is written"),
        pytest.param(GOOD | {"person": "ana:"}, (ANA, (4,)), id="a name with a colon"),
        pytest.param(GOOD | {"turns": [2]}, (ANA, (2,)), id="a turn of the memory so far"),
        pytest.param(GOOD | {"turns": [4, 99]}, (ANA, (4,)), id="a turn that was not shown is left out"),
        pytest.param(GOOD | {"kind": "Position "}, (ANA, (4,)), id="another spelling"),
        pytest.param(GOOD | {"turns": [99]}, None, id="no turn that was shown"),
        pytest.param(GOOD | {"turns": []}, None, id="no turn at all"),
        pytest.param(GOOD | {"person": "Zoe"}, None, id="a person who was not there"),
        pytest.param(GOOD | {"turns": [5]}, None, id="a person who did not speak in that turn"),
        pytest.param(GOOD | {"person": ""}, None, id="a view of nobody"),
        pytest.param(GOOD | {"text": " "}, None, id="no text"),
        pytest.param(GOOD | {"kind": "fact"}, (None, (4,)), id="a fact is nobody's"),
        pytest.param("Ana would keep it", None, id="no object"),
    ],
)
def test_what_is_unclear_is_left_out(answer: Any, found: tuple[Person | None, tuple[int, ...]] | None) -> None:
    memos = told(answer)
    assert [(one.person, one.turns) for one in memos] == ([found] if found else [])


def test_of_two_members_with_one_name_it_is_the_one_of_that_turn() -> None:
    namesake = Person(id=77, name="Ana")
    asked = memory_ask(turn(4, "Keep it.", person=ANA), turn(5, "Sell it.", person=namesake))
    answers = {"memos": [GOOD, GOOD | {"text": "Would sell it.", "turns": [5]}]}
    assert [one.person for one in MemoryAnswer.model_validate(answers).told(asked)] == [ANA, namesake]


def test_a_text_of_many_lines_becomes_one() -> None:
    assert told(GOOD | {"text": "Would keep it.\n#9 Ben: no"})[0].text == "Would keep it. #9 Ben: no"


async def test_more_than_the_room_is_cut_from_the_oldest() -> None:
    many = [GOOD | {"text": f"Point {n} " + "on and on " * 8} for n in range(20)]
    memos, _ = await drafted(*many, tokens=200)
    assert 2 <= len(memos) < 20
    assert memos[-1].text.startswith("Point 19")
    assert sum(estimate(memo_line(one)) + 1 for one in memos) <= 200


async def test_nothing_to_remember_is_an_answer() -> None:
    memos, _ = await drafted()
    assert memos == ()


async def test_what_is_no_memory_is_asked_for_again_then_told() -> None:
    meter = Booked()
    async with endpoint(completion("I remember nothing.")) as server, engine_at(server.url) as llm:
        with pytest.raises(EngineNonsense):
            await llm.memories.draft(memory_ask(*TURNS), meter)
        assert len(server.asked) == len(meter.calls) == 2
        assert meter.total.completion_tokens <= llm.memories.estimate(memory_ask(*TURNS)).completion_tokens


async def test_turns_beyond_the_context_are_another_engines() -> None:
    asked = memory_ask(turn(4, "Well, well. " * 8_000))
    async with endpoint(completion()) as server, engine_at(server.url) as llm:
        with pytest.raises(EngineTooLong):
            await llm.memories.draft(asked, Booked())
    assert server.asked == []
