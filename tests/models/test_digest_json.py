"""A part of a digest is kept as JSON until it is sent: what comes back is what was kept."""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings

from bot.models import brief_json
from bot.models.brief import Brief
from bot.models.digest import Part
from bot.models.digest_json import from_json, to_json
from bot.models.summary import Fallback, Signature
from tests.clocks import START
from tests.digest_nouns import BRIEF, briefs, parts, told


@settings(max_examples=40)
@given(parts())
def test_any_part_comes_back_as_it_was(part: Part) -> None:
    assert from_json(json.loads(json.dumps(to_json(part)))) == part


@settings(max_examples=40)
@given(briefs())
def test_any_brief_comes_back_as_it_was(brief: Brief) -> None:
    assert brief_json.from_json(json.loads(json.dumps(brief_json.to_json(brief)))) == brief


@settings(max_examples=20)
@given(briefs())
def test_what_a_brief_says_comes_back_with_whoever_says_so(brief: Brief) -> None:
    body = json.loads(json.dumps(brief_json.body_of(brief)))
    assert brief_json.brief_of(body, brief.signature, brief.fallback) == brief
    assert "signature" not in body


def test_mappings_of_any_kind_are_written() -> None:
    frozen = replace(
        BRIEF,
        signature=Signature(engine="e", parameters=MappingProxyType({"seed": 7})),
        fallback=Fallback(kind="k", incident="i", facts=MappingProxyType({"seconds": 1.5})),
    )
    part = Part(n=1, of=1, day=None, stories=(told(brief=frozen),), since=START, until=START)
    assert from_json(json.loads(json.dumps(to_json(part)))) == part


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"n": 1, "of": 1, "day": "yesterday"}, id="a day that is none"),
    ],
)
def test_another_shape_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_json(data)
