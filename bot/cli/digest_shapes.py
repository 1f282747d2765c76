"""What `digest --json` prints, as written in the contract with those who call us from scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.cli.digest_text import lines_of
from bot.cli.shapes import prompt_json
from bot.models.brief import Brief
from bot.models.digest import Digest, Source, Told


def digest_json(digest: Digest) -> dict[str, Any]:
    """Stories, the weightiest first; moments in UTC. left_out: how many more there were."""
    return {
        "stories": [_story(told) for told in digest.stories],
        "since": digest.since.isoformat().replace("+00:00", "Z"),
        "until": digest.until.isoformat().replace("+00:00", "Z"),
        "left_out": digest.left_out,
    }


def _story(told: Told) -> dict[str, Any]:
    """summary: the brief as text, "" for a story that is told by its titles; `brief` is the same in pieces, or null."""
    return {
        "title": told.title,
        "entries": [_entry(source) for source in told.sources],
        "summary": "\n".join(lines_of(told.brief, told)) if told.brief else "",
        "brief": _brief(told.brief) if told.brief else None,
    }


def _entry(source: Source) -> dict[str, Any]:
    """n: the number by which the brief cites it, null for one that was not read."""
    return {
        "n": source.n or None,
        "title": source.title,
        "url": source.url,
        "outlet": source.outlet,
        "authors": list(source.authors),
        "published": source.at.isoformat().replace("+00:00", "Z") if source.at else None,
        "commentary": source.is_commentary,
    }


def _brief(brief: Brief) -> dict[str, Any]:
    return {
        "event": brief.event,
        "event_citations": [asdict(cited) for cited in brief.event_citations],
        "question": brief.question,
        "views": [asdict(view) | {"paragraphs": list(view.paragraphs)} for view in brief.views],
        "dropped": brief.dropped,
        "engine": brief.signature.engine,
        "model": brief.signature.model or None,
        "prompt": prompt_json(brief.signature.prompt),
    }
