"""A brief as JSON: how it is kept, in the cache and in parts of digests that are to be sent."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.models.brief import Brief, View
from bot.models.comparison import Citation
from bot.models.summary import Fallback, PromptId, Signature


def body_of(brief: Brief) -> dict[str, Any]:
    """What it says, without who says so, in what `json.dumps` takes."""
    return {
        "event": brief.event,
        "event_citations": [asdict(cited) for cited in brief.event_citations],
        "question": brief.question,
        "views": [asdict(view) for view in brief.views],
        "dropped": brief.dropped,
    }


def brief_of(body: dict[str, Any], signature: Signature, fallback: Fallback | None = None) -> Brief:
    """A brief that was checked before it was kept; raises KeyError or TypeError for another shape."""
    return Brief(
        event=body["event"],
        event_citations=tuple(Citation(**cited) for cited in body["event_citations"]),
        question=body["question"],
        views=tuple(View(**view | {"paragraphs": tuple(view["paragraphs"])}) for view in body["views"]),
        dropped=body["dropped"],
        signature=signature,
        fallback=fallback,
    )


def to_json(brief: Brief) -> dict[str, Any]:
    """All of it."""
    return body_of(brief) | {
        "signature": _signature(brief.signature),
        "fallback": _fallback(brief.fallback) if brief.fallback else None,
    }


def from_json(data: dict[str, Any]) -> Brief:
    """The inverse of `to_json`; raises KeyError or TypeError for another shape."""
    signature, fallback = data["signature"], data["fallback"]
    prompt = PromptId(**signature["prompt"]) if signature["prompt"] else None
    return brief_of(data, Signature(**signature | {"prompt": prompt}), Fallback(**fallback) if fallback else None)


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "engine": signature.engine,
        "model": signature.model,
        "prompt": asdict(signature.prompt) if signature.prompt else None,
        "parameters": dict(signature.parameters),
    }


def _fallback(fallback: Fallback) -> dict[str, Any]:
    return {"kind": fallback.kind, "incident": fallback.incident, "facts": dict(fallback.facts)}
