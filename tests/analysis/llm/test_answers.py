"""A model's answer is read with patience, sent for with bounds, and found in whatever it is wrapped in."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.analysis.llm.answers import SummaryAnswer
from bot.analysis.llm.comparison_answer import ComparisonAnswer
from bot.analysis.llm.reading import objects_in, parsed, piece_of, reply_of
from bot.analysis.llm.schema import bounded_schema, unbounded_schema
from bot.analysis.tokens import Tokens
from bot.models.summary import Nature
from tests.analysis.llm.endpoint import ANSWER


def read(**changes: Any) -> SummaryAnswer:
    return SummaryAnswer.model_validate(ANSWER | changes)


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        pytest.param([1, 2], [1, 2], id="as asked for"),
        pytest.param("¶3", [3], id="one, with its sign"),
        pytest.param(["¶3", "4", "¶5-6"], [3, 4, 5, 6], id="signs, text, a range"),
        pytest.param([3, 3, 0, -1, 2.0], [3, 1, 2], id="twice, nothing"),
        pytest.param(None, [], id="none"),
        pytest.param({"from": 1}, [1], id="a mapping"),
        pytest.param(list(range(1, 100)), [1, 2, 3, 4, 5], id="too many"),
        pytest.param([123456789], [], id="beyond any article"),
        pytest.param([True, None, [2]], [2], id="odd items"),
    ],
)
def test_paragraphs_are_read_however_they_are_written(told: Any, numbers: list[int]) -> None:
    answer = read(arguments=[{"claim": "It floats.", "paragraphs": told}])
    assert answer.arguments[0].paragraphs == numbers


@pytest.mark.parametrize(
    ("told", "nature"),
    [
        pytest.param("prediction", Nature.PREDICTION, id="known"),
        pytest.param(" FACT ", Nature.FACT, id="known, shouted"),
        pytest.param("judgement", Nature.OPINION, id="unknown: no more than an opinion"),
        pytest.param(None, Nature.OPINION, id="missing"),
    ],
)
def test_natures(told: Any, nature: Nature) -> None:
    assert read(arguments=[{"claim": "x", "nature": told}]).arguments[0].nature is nature


def test_one_senseless_item_does_not_cost_the_others() -> None:
    senseless = ["just text", {"support": "no claim"}, {"claim": " "}, {"claim": {"a": 1}}, 7, None]
    quotes = [{"text": "nowhere"}, {"text": "here", "paragraph": "¶2"}]
    answer = read(arguments=[*senseless, {"claim": "Sound."}], quotes=quotes)
    assert [argument.claim for argument in answer.arguments] == ["Sound."]
    assert [(quote.text, quote.paragraph) for quote in answer.quotes] == [("here", 2)]


def test_missing_fields_are_empty_and_further_ones_are_left_out() -> None:
    answer = SummaryAnswer.model_validate({"thesis": "It stays.", "confidence": 0.9})
    assert answer.model_dump() == {
        "thesis": "It stays.", "arguments": [], "quotes": [], "critique": [], "reader_reaction": "", "tldr": "",
    }  # fmt: skip


def test_what_is_too_long_is_cut_and_says_so() -> None:
    answer = read(thesis="t" * 1_000, arguments=[{"claim": f"c{n}"} for n in range(50)])
    assert len(answer.thesis) == 240
    assert answer.thesis.endswith("…")
    assert len(answer.arguments) == 8


@pytest.mark.parametrize(
    "told", [{}, {"thesis": ""}, {"thesis": None}, {"thesis": ["a"]}, {"tldr": "x"}, [], "x", None]
)
def test_without_a_thesis_there_is_no_answer(told: Any) -> None:
    with pytest.raises(ValidationError):
        SummaryAnswer.model_validate(told)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*ANSWER, "claim", "text"]), inner),
    max_leaves=20,
)


def _items_of(names: list[str]) -> st.SearchStrategy[Any]:
    """Lists of objects whose fields have these names."""
    values = JSON | st.integers(0, 4) | st.sampled_from(["2¶4", "[1¶2]", "¶3"])
    return st.lists(st.dictionaries(st.sampled_from(names), values | st.lists(values, max_size=2)), max_size=3)


@given(st.dictionaries(st.sampled_from(sorted(ANSWER)), JSON))
def test_whatever_is_answered_is_read_within_bounds_or_refused(told: dict[str, Any]) -> None:
    try:
        answer = SummaryAnswer.model_validate(told)
    except ValidationError:
        return
    dumped = answer.model_dump(mode="json")
    jsonschema.validate(dumped, bounded_schema(SummaryAnswer, 100_000))
    json.dumps(dumped, ensure_ascii=False).encode("utf-8")


_OF_COMPARISONS = [*"comparable question agreements conflicts only point citations sides claim n paragraph".split()]


@given(st.dictionaries(st.sampled_from(_OF_COMPARISONS[:5]), JSON | st.booleans() | _items_of(_OF_COMPARISONS)))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_compared_is_read_within_bounds_or_refused(told: dict[str, Any]) -> None:
    try:
        answer = ComparisonAnswer.model_validate(told)
    except ValidationError:
        return
    dumped = answer.model_dump(mode="json")
    jsonschema.validate(dumped, bounded_schema(ComparisonAnswer, 100_000))
    json.dumps(dumped, ensure_ascii=False).encode("utf-8")
    assert not answer.comparable or answer.agreements or answer.conflicts or answer.only


# --- the schema


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object's schema in a schema."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    found = [one for value in inner for one in objects(value)]
    return [schema, *found] if isinstance(schema, dict) and schema.get("type") == "object" else found


@pytest.mark.parametrize("schema", [bounded_schema(SummaryAnswer, 3_600), unbounded_schema(SummaryAnswer)])
def test_the_schema_keeps_to_what_strict_modes_share(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(ANSWER, schema)
    assert "$ref" not in json.dumps(schema)
    assert len(objects(schema)) == 4
    for node in objects(schema):
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])


def test_the_unbounded_schema_has_no_bounds_and_the_other_one_has_no_gap() -> None:
    assert not {"maxLength", "maxItems", "minimum", "maximum"} & set(keys(unbounded_schema(SummaryAnswer)))
    for node in nodes(bounded_schema(SummaryAnswer, 3_600)):
        assert node.get("type") != "string" or "maxLength" in node or "enum" in node
        assert node.get("type") != "array" or "maxItems" in node


def nodes(schema: Any) -> list[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    return ([schema] if isinstance(schema, dict) else []) + [node for value in inner for node in nodes(value)]


def keys(schema: Any) -> list[str]:
    return [key for node in nodes(schema) for key in node]


def test_the_prompts_own_limit_leaves_the_bounds_as_they_are() -> None:
    schema = bounded_schema(SummaryAnswer, 3_600)["properties"]
    assert schema["arguments"]["maxItems"] == 8
    assert schema["thesis"]["maxLength"] == 240


@pytest.mark.parametrize("limit", [300, 500, 1_000, 2_000, 3_600])
def test_the_longest_answer_fits_its_limit(limit: int, tokens: Tokens) -> None:
    """In English and indented: what a small model that repeats itself makes of a schema."""
    answer = longest(bounded_schema(SummaryAnswer, limit))
    assert tokens.count(json.dumps(answer, indent=2)) <= limit


def test_however_tight_the_bounds_some_words_remain() -> None:
    assert bounded_schema(SummaryAnswer, 1)["properties"]["thesis"]["maxLength"] == 24


def longest(schema: dict[str, Any]) -> Any:
    """The longest value that a schema allows."""
    match schema["type"]:
        case "object":
            return {name: longest(field) for name, field in schema["properties"].items()}
        case "array":
            return [longest(schema["items"])] * schema["maxItems"]
        case "string":
            english = "The council wants to sell the harbour to whoever pays for it. " * 9
            return max(schema["enum"], key=len) if "enum" in schema else english[: schema["maxLength"]]
        case _:
            return schema["maximum"]


# --- finding it


SOUND = json.dumps(ANSWER)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SOUND, id="alone"),
        pytest.param(f"Sure! Here it is:\n```json\n{SOUND}\n```\nAnything else?", id="in a fence, with manners"),
        pytest.param(f"<think>Maybe {{thesis}}? No.</think>\n{SOUND}", id="after thoughts"),
        pytest.param(f"{{not json}} {{'single': 'quotes'}} {SOUND}", id="after what only looks like it"),
        pytest.param(SOUND.replace("}]", "},]").replace('sale."}', 'sale.",}'), id="with trailing commas"),
        pytest.param(SOUND.replace("should stay", "should\\n\n stay"), id="with a line break in a string"),
        pytest.param(f"\ufeff{SOUND}", id="after a byte order mark"),
        pytest.param(SOUND + SOUND, id="twice"),
    ],
)
def test_an_object_is_found_in_whatever_it_is_wrapped_in(text: str) -> None:
    found = [one for one in objects_in(text) if "thesis" in one]
    assert found[0]["tldr"] == ANSWER["tldr"]


@pytest.mark.parametrize("text", ["", "no", "[1, 2]", "{", '{"a":', "<think>{" + SOUND, "{" * 50_000, "[" * 50_000])
def test_where_there_is_none_none_is_found(text: str) -> None:
    assert list(objects_in(text)) == []


@given(JSON)
def test_no_completion_whatever_breaks_its_reader(completion: Any) -> None:
    for shaped in (completion, {"choices": completion}, {"choices": [completion], "usage": completion},
                   {"choices": [{"message": completion, "delta": completion}]}):  # fmt: skip
        reply = reply_of(shaped)
        assert reply is None or isinstance(reply.text, str)
        assert [type(part) for part in piece_of(shaped)] == [str, str]


def test_content_in_parts_is_put_together() -> None:
    parts = [{"type": "text", "text": "It "}, {"type": "image"}, "x", {"type": "text", "text": "floats."}]
    reply = reply_of({"choices": [{"message": {"content": parts}}]})
    assert reply
    assert reply.text == "It floats."


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff", b"[" * 100_000, b"1" * 10_000, "{"])
def test_what_is_no_json_is_nothing(body: bytes | str) -> None:
    assert parsed(body) is None
