"""`ask`: a question about commentaries, one or many, kept or not."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from bot.cli.main import commands, parser_of
from bot.services.shared.folding import MOST
from tests.analysis.llm.endpoint import Step, completion, endpoint, error, streamed
from tests.cli.commands import ROOT, CommandLine
from tests.store.files import rows
from tests.web import Web

EXAMPLES = ROOT / "examples"
BUS = EXAMPLES / "the-night-bus-is-not-a-luxury.html"
VANS = EXAMPLES / "vans-not-buses-after-midnight.html"
TAXIS = "What did the county spend on taxis for hospital staff?"
KEYS = ["answer", "citations", "engine", "model", "prompt", "usage"]


def test_one_question_is_answered_with_nothing_configured(bot: CommandLine) -> None:
    [answer] = bot.objects("ask", TAXIS, "--article", BUS)
    assert list(answer) == KEYS
    assert "480,000" in answer["answer"]
    assert (answer["engine"], answer["model"], answer["prompt"]) == ("extractive", None, None)
    assert answer["usage"] == {"prompt_tokens": 0, "completion_tokens": 0, "cost_usd": 0.0, "cached_tokens": 0}
    [article] = bot.objects("extract", BUS)
    assert answer["citations"]
    for cited in answer["citations"]:
        assert list(cited) == ["n", "paragraph", "url"]
        assert (cited["n"], cited["url"]) == (1, article["canonical_url"])
        assert f"[1¶{cited['paragraph']}]" in answer["answer"]
    assert any("480,000" in article["paragraphs"][cited["paragraph"] - 1] for cited in answer["citations"])


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("ask", TAXIS, "--article", VANS, BUS), id="behind the question"),
        pytest.param(("ask", "--article", VANS, BUS, TAXIS), id="before the question"),
        pytest.param(("ask", "--article", VANS, "--article", BUS, "--", TAXIS), id="one by one"),
    ],
)
def test_articles_count_in_the_order_in_which_they_are_given(bot: CommandLine, arguments: tuple[object, ...]) -> None:
    done = bot(*arguments)
    assert done.returncode == 0, done.stderr
    assert "480,000" in done.stdout
    assert "[2¶5]" in done.stdout
    assert "[2] The night bus is not a luxury · Miriam Osei" in done.stdout
    assert "no AI" in done.stdout


def test_without_a_room_nothing_is_kept(bot: CommandLine) -> None:
    bot("ask", TAXIS, "--article", BUS)
    counts = bot.objects("db", "stats")[0]
    assert (counts["turn"], counts["channel_article"]) == (0, 0)
    assert "no article here" in bot("ask", TAXIS).stderr


def test_a_room_keeps_its_discussion_and_its_articles_from_call_to_call(bot: CommandLine) -> None:
    bot("ask", TAXIS, "--article", BUS, "--room", "night buses", "--as", "Ana")
    [answer] = bot.objects("ask", "And what would vans cost?", "--article", VANS, "--room", "night buses", "--as", "Bo")
    assert {cited["n"] for cited in answer["citations"]} <= {1, 2}
    [again] = bot.objects("ask", TAXIS, "--room", "night buses")
    assert "480,000" in again["answer"]
    [shown] = bot.objects("room", "show", "night buses")
    assert [article["n"] for article in shown["articles"]] == [1, 2]
    assert shown["turns"] == 3
    assert "no article here" in bot("ask", TAXIS, "--room", "another").stderr


# --- interactive


def test_lines_of_a_pipe_are_questions_one_object_a_line(bot: CommandLine) -> None:
    lines = f"{TAXIS}\n\n   \nWho wrote it?\n".encode()
    done = bot("ask", "--article", BUS, "--room", "r", "--json", stdin=lines)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, len(answers), done.stderr) == (0, 2, "")
    assert "480,000" in answers[0]["answer"]
    assert bot.objects("room", "show", "r")[0]["turns"] == 2


def test_a_question_that_fails_is_told_and_the_next_one_is_answered(bot: CommandLine) -> None:
    lines = f"{'x' * 5_000}\n{TAXIS}\n".encode()
    done = bot("ask", "--article", BUS, "--json", stdin=lines)
    failed, answered = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert done.stderr == "A question takes some words, 4,000 characters at most.\n"
    assert failed == {"question": "x" * 5_000, "error": done.stderr.strip()}
    assert "480,000" in answered["answer"]


def test_bytes_that_are_no_text_are_asked_as_far_as_they_can_be_read(bot: CommandLine) -> None:
    done = bot("ask", "--article", BUS, stdin=b"What about taxis \xff\xfe for hospital staff?\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "taxis" in done.stdout


@dataclass
class Terminal:
    """A process at a terminal of its own, and our end of it; what it shows is read once."""

    process: subprocess.Popen[bytes]
    end: int
    unread: bytes = b""

    def types(self, text: str) -> None:
        os.write(self.end, text.encode())

    def until(self, awaited: str) -> str:
        """What it shows, up to and with what is awaited."""
        while awaited.encode() not in self.unread:
            self.unread += os.read(self.end, 4096)
        at = self.unread.index(awaited.encode()) + len(awaited.encode())
        shown, self.unread = self.unread[:at], self.unread[at:]
        return shown.decode("utf-8", "replace")

    def rest(self) -> str:
        """What it shows before it ends."""
        with contextlib.suppress(OSError):  # the other end is closed
            while more := os.read(self.end, 4096):
                self.unread += more
        return self.unread.decode("utf-8", "replace")


@contextmanager
def terminal(bot: CommandLine, *arguments: object) -> Iterator[Terminal]:
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        cwd=bot.folder, env=bot.environment(), stdin=its, stdout=its, stderr=its, start_new_session=True,
    )  # fmt: skip
    os.close(its)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def test_at_a_terminal_it_prompts_answers_and_ends_with_the_input(bot: CommandLine) -> None:
    with terminal(bot, "ask", "--article", BUS, "--as", "Ana") as at:
        at.until("Ana> ")
        at.types(f"{TAXIS}\n")
        assert at.until("no AI").count("480,000") == 1, "a sentence is printed once"
        at.until("Ana> ")
        at.types("\x04")
        assert at.process.wait(timeout=60) == 0


@pytest.mark.parametrize("room", [(), ("--room", "r")], ids=["thrown away", "kept"])
def test_interrupted_at_its_prompt_it_ends_at_once_without_a_traceback(bot: CommandLine, room: tuple[str, ...]) -> None:
    with terminal(bot, "ask", "--article", BUS, *room) as at:
        at.until("you> ")
        at.types(f"{TAXIS}\n")
        at.until("you> ")
        at.process.send_signal(signal.SIGINT)
        assert at.process.wait(timeout=60) == 130
        assert "Traceback" not in at.rest()
    assert bot.objects("db", "stats")[0]["turn"] == len(room) // 2


# --- failures


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param((TAXIS,), "There is no article here yet", id="no article"),
        pytest.param((TAXIS, "--article", "nope.html"), "nope.html cannot be read", id="no such file"),
        pytest.param((TAXIS, "--article", EXAMPLES / "who-sold-the-harbour.html"), "to subscribers", id="a paywall"),
        pytest.param((TAXIS, "--article", BUS, "--language", "all of them"), "language takes", id="no language"),
        pytest.param((" ", "--article", BUS), "A question takes some words", id="no words"),
    ],
)
def test_a_failure_is_one_sentence_and_status_1(bot: CommandLine, arguments: tuple[object, ...], sentence: str) -> None:
    done = bot("ask", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_link_in_the_question_is_read_and_one_that_fails_is_told(bot: CommandLine, web: Web) -> None:
    web.page("/bus", BUS.read_text("utf-8"))
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "true", "FETCH_PORTS": str(web.port)}
    done = bot("ask", f"{TAXIS} {web.url('/bus')} {web.url('/nothing')}", "--json")
    assert "480,000" in json.loads(done.stdout)["answer"]
    assert done.returncode == 0
    assert "127.0.0.1 has no such page" in done.stderr


@pytest.mark.parametrize("arguments", [("--engine", "magic"), ("--article",), ("a", "b")], ids=str)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser_of(commands()).parse_args(["ask", *arguments])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


# --- with a model

SAID = ("The county spent £480,000 last year on taxis for hospital", " staff [1¶5]. ", "It has 9,999 buses [1¶2].")
USED = {"prompt_tokens": 900, "completion_tokens": 40, "prompt_tokens_details": {"cached_tokens": 600}}


def says(*pieces: str) -> Step:
    """A stream of an answer, with its usage."""
    chunks = [{"id": "x", "choices": [{"index": 0, "delta": {"content": piece}}]} for piece in pieces]
    ends = [{"id": "x", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
            {"id": "x", "choices": [], "usage": USED}]  # fmt: skip
    return streamed(*map(json.dumps, [*chunks, *ends]), "[DONE]")


async def test_a_models_answer_is_checked_and_its_cost_is_told(bot: CommandLine) -> None:
    async with endpoint(says(*SAID)) as server:
        bot.variables |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-not-a-key"}
        done = await asyncio.to_thread(bot, "ask", TAXIS, "--article", BUS, "--json", "--prompt", "discuss@1")
        shown = (await asyncio.to_thread(bot, "ask", TAXIS, "--article", BUS)).stdout
    answer = json.loads(done.stdout)
    assert answer["answer"] == "The county spent £480,000 last year on taxis for hospital staff [1¶5]."
    assert [(cited["n"], cited["paragraph"]) for cited in answer["citations"]] == [(1, 5)]
    assert (answer["engine"], answer["prompt"]["name"], answer["prompt"]["version"]) == ("openai", "discuss", 1)
    assert answer["usage"]["prompt_tokens"] == 900
    assert answer["usage"]["cached_tokens"] == 600
    assert answer["usage"]["cost_usd"] == pytest.approx((300 * 0.10 + 600 * 0.01 + 40 * 0.50) / 1e6)
    assert "9,999" not in shown
    assert "$0.0001" in shown
    assert "1 sentence could not be confirmed" in shown


async def test_a_model_that_fails_leaves_key_passages_and_the_reason(bot: CommandLine) -> None:
    async with endpoint(error("401 Unauthorized", "Incorrect API key provided: sk-not-a-key")) as server:
        bot.variables |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-not-a-key"}
        done = await asyncio.to_thread(bot, "ask", TAXIS, "--article", BUS, "--json")
    assert (done.returncode, json.loads(done.stdout)["engine"]) == (0, "extractive")
    assert "does not accept the key" in done.stderr
    assert "key passages" in done.stderr
    assert "sk-not-a-key" not in done.stderr + done.stdout


def test_what_leaves_the_window_is_folded_before_the_command_ends(bot: CommandLine) -> None:
    lines = "".join(f"What is said of taxis, number {n}?\n" for n in range(MOST + 1)).encode()
    bot("ask", "--article", BUS, "--room", "r", stdin=lines)
    assert bot.objects("db", "stats")[0]["memory"] == 1


async def test_a_model_folds_what_leaves_the_window_at_its_own_cost(bot: CommandLine) -> None:
    lines = "".join(f"I think that fare number {n} should go to the drivers.\n" for n in range(MOST + 1)).encode()
    memo = {"kind": "position", "person": "Ana", "text": "Fare number 1 should go to the drivers.", "turns": [2]}
    steps = [*[says(*SAID)] * (MOST + 1), completion(json.dumps({"memos": [memo]}))]
    async with endpoint(*steps) as server:
        bot.variables |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-not-a-key"}
        await asyncio.to_thread(bot, "ask", "--article", BUS, "--room", "r", "--as", "Ana", stdin=lines)
    [shown] = bot.objects("room", "show", "r")
    assert [(m["person"], m["text"], m["turns"]) for m in shown["memory"]] == [("Ana", memo["text"], [2])]
    asked = rows(bot.folder / "commentary.sqlite3", "SELECT command, count(*) FROM usage GROUP BY command")
    assert asked == [("ask", MOST + 1), ("remember", 1)]
