"""Every failure has a kind, the facts that it promises, and words for them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from bot import errors
from bot.errors import BotError
from bot.ui.sentences import ENGLISH, sentence, words_for

# What moderators are told without having asked is no failure of theirs.
NOTICES = {
    *("feed-failing", "feed-trouble", "feed-back", "feed-gone"),
    *("digest-paused", "digest-unsure", "digest-missed"),
}
WORDED = {"what", "try"}  # sentences of their own, chosen by the kind of a feed's failure
HOUSE = Path(errors.__file__).parent


def _family(of: type[BotError]) -> Iterator[type[BotError]]:
    yield of
    for child in of.__subclasses__():
        yield from _family(child)


FAILURES = {failure.__name__: failure for failure in _family(BotError) if failure.__module__ == errors.__name__}
each_failure = pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)


def promised(failure: type[BotError]) -> set[str]:
    """The facts that its docstring lists: `Facts: site, seconds (of the deadline).`"""
    _, _, listed = (failure.__doc__ or "").partition("Facts: ")
    return set(re.findall(r"\w+", re.sub(r"\([^)]*\)", "", listed)))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_failure_has_a_kind_of_its_own() -> None:
    kinds = [failure.kind for failure in FAILURES.values()]
    assert len(set(kinds)) == len(kinds) > 30
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", kind) for kind in kinds)


def test_every_sentence_is_of_a_kind_that_exists() -> None:
    assert set(ENGLISH) == {failure.kind for failure in FAILURES.values()} | NOTICES


@each_failure
def test_a_sentence_uses_only_facts_that_its_failure_has(failure: type[BotError]) -> None:
    assert placeholders(ENGLISH[failure.kind]) - WORDED <= (promised(failure) if failure is not BotError else set())


@each_failure
def test_a_failure_is_told_in_one_line_with_its_facts(failure: type[BotError]) -> None:
    facts = {name: f"<{name}>" for name in promised(failure)}
    told = sentence(failure(**facts))
    assert told == words_for(failure.kind, facts)
    assert "\n" not in told
    assert told[-1] in ".?"
    assert all(f"<{name}>" in told for name in placeholders(ENGLISH[failure.kind]) - WORDED)


def test_a_fact_that_looks_like_a_placeholder_stays_what_it_is() -> None:
    assert "{reason} {0} {x.__class__}" in sentence(errors.NoSuchFile(path="{reason} {0} {x.__class__}", reason="gone"))


def test_a_missing_fact_and_a_kind_without_words_are_no_second_failure() -> None:
    assert "site" in sentence(errors.Paywalled())
    assert words_for("never heard of", {}) == ENGLISH["failed"]


def _raised() -> Iterator[tuple[str, type[BotError], set[str]]]:
    """Where in the house which failure is made with which facts."""
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), keywords=given) if name in FAILURES:
                    facts = {keyword.arg for keyword in given if keyword.arg}
                    if len(facts) == len(given):  # else some come from a mapping, which only a run can tell
                        yield f"{path.relative_to(HOUSE)}:{node.lineno}", FAILURES[name], facts - {"detail"}


def test_every_failure_is_made_with_the_facts_that_it_promises() -> None:
    made = list(_raised())
    assert len(made) > 20
    assert {where: facts for where, failure, facts in made if facts != promised(failure)} == {}
