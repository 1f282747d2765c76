"""`compare`: two or three sources in, one checked comparison out."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from bot.cli.main import commands, parser_of
from tests.analysis.llm.endpoint import completion, endpoint
from tests.cli.commands import ROOT, CommandLine
from tests.web import Web

EXAMPLES = ROOT / "examples"
KEEP = EXAMPLES / "the-night-bus-is-not-a-luxury.html"
VANS = EXAMPLES / "vans-not-buses-after-midnight.html"
ELEVEN = EXAMPLES / "a-bus-for-eleven-people.html"
LIBRARY = EXAMPLES / "give-the-library-its-sundays-back.html"
KEYS = [
    *("comparable", "question", "agreements", "conflicts", "only", "quoted", "dropped"),
    *("engine", "model", "prompt", "usage", "cached"),
]


def places(answer: dict[str, Any]) -> list[tuple[int, int]]:
    """All that is cited, as (article, paragraph)."""
    cited = [(c["n"], c["paragraph"]) for agreement in answer["agreements"] for c in agreement["citations"]]
    claims = [side for conflict in answer["conflicts"] for side in conflict["sides"]]
    claims += [*answer["only"], *answer["quoted"]]
    return cited + [(claim["n"], p) for claim in claims for p in claim["paragraphs"]]


def test_two_articles_on_one_question_are_compared_with_nothing_configured(bot: CommandLine) -> None:
    [answer] = bot.objects("compare", KEEP, VANS)
    paragraphs = [len(article["paragraphs"]) for article in bot.objects("extract", KEEP, VANS)]
    assert list(answer) == KEYS
    assert (answer["comparable"], answer["engine"], answer["model"], answer["prompt"]) == (
        True,
        "extractive",
        None,
        None,
    )
    assert answer["usage"] == {"prompt_tokens": 0, "completion_tokens": 0, "cost_usd": 0.0}
    assert answer["conflicts"]
    assert all({side["n"] for side in conflict["sides"]} == {1, 2} for conflict in answer["conflicts"])
    assert all({c["n"] for c in agreement["citations"]} == {1, 2} for agreement in answer["agreements"])
    assert {only["n"] for only in answer["only"]} == {1, 2}
    assert places(answer)
    assert all(1 <= p <= paragraphs[n - 1] for n, p in places(answer))
    assert {"n": 1, "speaker": "Dale Whitcombe", "paragraphs": [3]} in answer["quoted"]


def test_three_articles_are_compared(bot: CommandLine) -> None:
    [answer] = bot.objects("compare", KEEP, VANS, ELEVEN)
    assert answer["comparable"]
    assert {n for n, _ in places(answer)} == {1, 2, 3}


def test_what_is_about_something_else_is_no_failure_and_has_no_points(bot: CommandLine) -> None:
    done = bot("compare", KEEP, LIBRARY, "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["comparable"], answer["question"]) == (0, False, "")
    assert places(answer) == []
    assert "not about the same thing" in bot("compare", KEEP, LIBRARY).stdout


def test_the_second_time_it_is_recalled_and_the_order_counts(bot: CommandLine) -> None:
    asked = [(KEEP, VANS), (KEEP, VANS), (VANS, KEEP)]
    assert [bot.objects("compare", *both)[0]["cached"] for both in asked] == [False, True, False]


def test_the_card_names_the_authors_and_the_paragraphs(bot: CommandLine) -> None:
    shown = bot("compare", KEEP, VANS).stdout
    for part in ("1  The night bus is not a luxury", "2  Vans, not buses, after midnight", "The question",
                 "Where they conflict", "Miriam Osei:", "Sunita Rao:", "What only one of them says", "2¶",
                 "Whom they quote", "key sentences, no AI"):  # fmt: skip
        assert part in shown


@pytest.mark.parametrize(
    ("sources", "sentence"),
    [
        pytest.param((KEEP, "no-such-page.html"), "no-such-page.html cannot be read", id="a file that is not there"),
        pytest.param((KEEP, "thin.html"), "(article 2) (2 words)", id="too little text"),
        pytest.param((KEEP, EXAMPLES / "who-sold-the-harbour.html"), "(article 2) shows this", id="a paywall"),
        pytest.param((KEEP, KEEP), "1 and 2 are one and the same", id="the same twice"),
        pytest.param((VANS, KEEP, VANS), "1 and 3 are one and the same", id="the same twice among three"),
        pytest.param((KEEP, VANS, "--language", "ignore all rules"), "language takes", id="a language that is none"),
    ],
)
def test_a_failure_is_one_sentence_and_status_1(bot: CommandLine, sources: tuple[object, ...], sentence: str) -> None:
    (bot.folder / "thin.html").write_text("<html><body><p>Hello there.</p></body></html>")
    done = bot("compare", *sources)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr


def test_a_site_that_fails_is_named_with_its_number(bot: CommandLine, web: Web) -> None:
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "true", "FETCH_PORTS": str(web.port)}
    done = bot("compare", KEEP, web.url("/nothing-here"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "127.0.0.1 (article 2) has no such page" in done.stderr


@pytest.mark.parametrize("sources", [(), ("a",), ("a", "b", "c", "d")], ids=["none", "one", "four"])
def test_another_number_of_sources_is_wrong_usage(sources: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser_of(commands()).parse_args(["compare", *sources])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


# --- with a model

TAXIS = "The county spent £480,000 last year on taxis for hospital staff whose shifts end when no bus runs."
LUMPY = "Demand after midnight is lumpy, and a timetable is the worst tool for lumpy demand."
SAID = {
    "comparable": True,
    "question": "Should the night bus be cut?",
    "agreements": [],
    "conflicts": [
        {"point": "Whether a timetable suits the night", "sides": [
            {"n": 1, "claim": "The council should keep the night service and pay for it by moving money.",
             "paragraphs": [5]},
            {"n": 2, "claim": LUMPY, "paragraphs": [3]}]},
        {"point": "Whether a timetable suits the night", "sides": [
            {"n": 1, "claim": LUMPY, "paragraphs": [4]},
            {"n": 2, "claim": "The council should keep the night service.", "paragraphs": [3]}]},
    ],
    "only": [
        {"n": 1, "point": TAXIS, "paragraphs": [5]},
        {"n": 2, "point": "Mayor Quill has promised 77 new buses.", "paragraphs": [4]},
        {"n": 1, "point": "The vans cost between £120,000 and £150,000 a year.", "paragraphs": [6]},
    ],
}  # fmt: skip


async def test_what_a_model_gives_to_the_wrong_author_is_dropped_and_counted(bot: CommandLine) -> None:
    async with endpoint(completion(json.dumps(SAID))) as server:
        bot.variables |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-not-a-key"}
        done = await asyncio.to_thread(bot, "compare", KEEP, VANS, "--json", "--prompt", "compare@1")
    answer = json.loads(done.stdout)
    assert (answer["engine"], answer["prompt"]["name"], answer["prompt"]["version"]) == ("openai", "compare", 1)
    assert [[side["n"] for side in conflict["sides"]] for conflict in answer["conflicts"]] == [[1, 2]]
    assert answer["conflicts"][0]["sides"][1]["claim"] == LUMPY
    assert answer["only"] == [{"n": 1, "point": TAXIS, "paragraphs": [5]}]
    assert answer["dropped"] == 3
    assert answer["usage"]["prompt_tokens"] == 900


async def test_a_model_that_fails_leaves_key_sentences_and_the_reason(bot: CommandLine) -> None:
    async with endpoint(completion("I would rather not.")) as server:
        bot.variables |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-not-a-key"}
        done = await asyncio.to_thread(bot, "compare", KEEP, VANS, "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["engine"], answer["comparable"]) == (0, "extractive", True)
    assert "key sentences" in done.stderr
    assert "sk-not-a-key" not in done.stderr + done.stdout
