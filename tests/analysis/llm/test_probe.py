"""Asking an endpoint for its models: whatever it says is a list, or one of our errors."""

from __future__ import annotations

import pytest

from bot.analysis.llm.probe import offered_models
from bot.errors import EngineError, EngineRefusedKey, EngineUnreachable
from tests.analysis.llm.doubles import KEY, settings_for
from tests.analysis.llm.endpoint import Step, endpoint, error, reset, says


@pytest.mark.parametrize(
    ("step", "models"),
    [
        pytest.param(says(b'{"data": [{"id": "small"}, {"id": "large"}]}'), ["small", "large"], id="a list"),
        pytest.param(says(b'{"data": null}'), [], id="none"),
        pytest.param(says(b'{"data": [1, null, {"id": 7}, {"id": "small"}]}'), ["small"], id="odd items"),
        pytest.param(says(b"[]"), [], id="another shape"),
        pytest.param(says(b"<html>", kind="text/html"), [], id="a page in HTML"),
        pytest.param(says(b"{"), [], id="bad JSON"),
        pytest.param(says(b"[" * 100_000), [], id="JSON nested to the sky"),
    ],
)
async def test_models_are_listed(step: Step, models: list[str]) -> None:
    async with endpoint(step) as server:
        assert await offered_models(settings_for(server.url)) == models
    assert server.asked[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("step", "failed"),
    [
        pytest.param(error("401 Unauthorized", f"no {KEY}"), EngineRefusedKey, id="a wrong key"),
        pytest.param(error("500 Oops", "boom"), EngineError, id="500"),
        pytest.param(reset, EngineUnreachable, id="a reset"),
    ],
)
async def test_failures_are_ours(step: Step, failed: type[EngineError]) -> None:
    async with endpoint(step) as server:
        with pytest.raises(failed) as raised:
            await offered_models(settings_for(server.url))
    assert KEY not in repr(raised.value.__cause__)
