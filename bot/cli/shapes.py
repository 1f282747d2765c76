"""What `--json` prints, as written in the contract with those who call us from scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.models.article import Article, describe
from bot.models.comparison import Only, Quoted, Side
from bot.models.discussion import Memo
from bot.models.money import Usage
from bot.models.summary import PromptId, Summary
from bot.services.compare import Compared
from bot.services.discuss import Asked, RoomShown
from bot.services.summarize import Summarized


def summary_json(answer: Summarized) -> dict[str, Any]:
    """`summarize --json`."""
    summary = answer.summary
    return {
        "article": describe(answer.article),
        "tldr": summary.tldr,
        "thesis": summary.thesis,
        "arguments": [
            {"claim": a.claim, "support": a.support, "nature": a.nature.value, "paragraphs": list(a.paragraphs)}
            for a in summary.arguments
        ],
        "quotes": [{"text": q.text, "speaker": q.speaker, "paragraph": q.paragraph} for q in summary.quotes],
        "critique": [str(remark) for remark in summary.critique],
        "reader_reaction": _reaction(answer),
        "grounding": _grounding(summary),
        "engine": summary.signature.engine,
        "model": summary.signature.model or None,
        "prompt": prompt_json(summary.signature.prompt),
        "usage": usage_json(answer.usage),
        "cached": answer.cached,
    }


def comparison_json(answer: Compared) -> dict[str, Any]:
    """`compare --json`; articles count from 1 in the order in which they were given."""
    said = answer.comparison
    return {
        "comparable": said.comparable,
        "question": said.question,
        "agreements": [{"point": a.point, "citations": [asdict(c) for c in a.citations]} for a in said.agreements],
        "conflicts": [{"point": c.point, "sides": [_listed(side) for side in c.sides]} for c in said.conflicts],
        "only": [_listed(only) for only in said.only],
        "quoted": [_listed(quoted) for quoted in said.quoted],
        "dropped": said.dropped,
        "engine": said.signature.engine,
        "model": said.signature.model or None,
        "prompt": prompt_json(said.signature.prompt),
        "usage": usage_json(answer.usage),
        "cached": answer.cached,
    }


def answer_json(asked: Asked) -> dict[str, Any]:
    """`ask --json`; `url` is null for an article that came from a file."""
    said = asked.answer
    addresses = {n: article.canonical_url or article.url or None for n, article in asked.articles.items()}
    return {
        "answer": said.text,
        "citations": [asdict(cited) | {"url": addresses.get(cited.n)} for cited in said.citations],
        "engine": said.signature.engine,
        "model": said.signature.model or None,
        "prompt": prompt_json(said.signature.prompt),
        "usage": usage_json(asked.usage) | {"cached_tokens": asked.usage.cached_tokens},
    }


def room_json(name: str, shown: RoomShown) -> dict[str, Any]:
    """`room show --json`; tokens by part of the next prompt, counted when `exact`, else estimated."""
    return {
        "room": name,
        "articles": [_in_room(n, article) for n, article in shown.articles.items()],
        "turns": shown.turns,
        "first_at": shown.first_at.isoformat() if shown.first_at else None,
        "last_at": shown.last_at.isoformat() if shown.last_at else None,
        "memory": [_memo(memo) for memo in shown.memory.memos] if shown.memory else [],
        "tokens": dict(shown.tokens),
        "budget": shown.budget,
        "exact": shown.is_exact,
    }


def _in_room(n: int, article: Article) -> dict[str, Any]:
    url = article.canonical_url or article.url or None
    return {"n": n, "title": article.title, "authors": list(article.authors), "site": article.site, "url": url}


def _memo(memo: Memo) -> dict[str, Any]:
    person = memo.person.name if memo.person else None
    return {"kind": memo.kind.value, "text": memo.text, "person": person, "turns": list(memo.turns)}


def _listed(claim: Side | Only | Quoted) -> dict[str, Any]:
    return asdict(claim) | {"paragraphs": list(claim.paragraphs)}


def _reaction(answer: Summarized) -> dict[str, Any] | None:
    count = len(answer.article.comments)
    return {"count": count, "summary": answer.summary.reader_reaction} if count else None


def _grounding(summary: Summary) -> dict[str, Any]:
    found = asdict(summary.grounding)
    return found | {name: list(found[name]) for name in ("numbers_unmatched", "names_unmatched")}


def prompt_json(prompt: PromptId | None) -> dict[str, Any] | None:
    """Name, version and SHA-256; None (null) for an engine that has no prompts."""
    return asdict(prompt) if prompt else None


def usage_json(usage: Usage) -> dict[str, Any]:
    """Tokens, and US dollars, null when the price is not known; 0 of everything for an answer that was cached."""
    return {
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "cost_usd": usage.cost_usd,
    }
