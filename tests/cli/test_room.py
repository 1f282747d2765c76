"""`room show | forget`: a discussion of the command line, what it holds, and its end."""

from __future__ import annotations

import json

import pytest

from bot.cli.main import commands, parser_of
from bot.services.shared.folding import MOST
from tests.cli.commands import ROOT, CommandLine
from tests.store.files import everything

BUS = ROOT / "examples" / "the-night-bus-is-not-a-luxury.html"
KEYS = ["room", "articles", "turns", "first_at", "last_at", "memory", "tokens", "budget", "exact"]
DATABASE = "commentary.sqlite3"


def say(bot: CommandLine, name: str, *texts: str, room: str = "r") -> None:
    lines = "".join(f"{text}\n" for text in texts).encode()
    done = bot("ask", "--article", BUS, "--room", room, "--as", name, stdin=lines)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_room_is_shown_as_data(bot: CommandLine) -> None:
    say(bot, "Ana", "What of the taxis?", "Who pays for them?")
    [shown] = bot.objects("room", "show", "r")
    assert list(shown) == KEYS
    assert (shown["room"], shown["turns"], shown["memory"], shown["exact"]) == ("r", 2, [], False)
    [article] = shown["articles"]
    assert (article["n"], article["title"]) == (1, "The night bus is not a luxury")
    assert shown["first_at"] < shown["last_at"]
    assert list(shown["tokens"]) == ["instructions", "articles", "memory", "window", "passages", "recalled"]
    assert 0 < sum(shown["tokens"].values()) < shown["budget"] == 16_000


def test_a_room_is_shown_in_words(bot: CommandLine) -> None:
    say(bot, "Ana", *(f"I think that ticket number {n} should be free of charge." for n in range(10)))
    shown = bot("room", "show", "r").stdout
    for part in ("10 turns, from", "1  The night bus is not a luxury · Miriam Osei", "The next prompt", "articles",
                 "of at most 16,000 tokens", "█"):  # fmt: skip
        assert part in shown


def test_a_forgotten_room_is_gone_with_its_bytes_and_another_one_stays(bot: CommandLine) -> None:
    say(bot, "Ana", "What of marzipan?")
    say(bot, "Ana", "What of nougat?", room="other")
    assert bot("room", "forget", "r").stdout == "1 turn forgotten in r.\n"
    data = everything(bot.folder / DATABASE)
    assert b"marzipan" not in data
    assert b"nougat" in data
    done = bot("room", "show", "r")
    assert (done.returncode, done.stdout, done.stderr) == (
        1, "", "There is no room r; a question with --room r opens it.\n",
    )  # fmt: skip
    assert bot.objects("room", "show", "other")[0]["turns"] == 1


@pytest.fixture
def two_who_spoke(bot: CommandLine) -> CommandLine:
    say(bot, "Anastasia", *(f"The marzipan fund number {n} should be free of charge." for n in range(3)))
    say(bot, "Bo", *(f"The nougat fund number {n} should be free of charge." for n in range(MOST)))
    say(bot, "Anastasia", "The marzipan is mine.", room="other")
    return bot


def test_a_person_is_forgotten_in_one_room_with_the_bytes_and_the_others_stay(two_who_spoke: CommandLine) -> None:
    bot = two_who_spoke
    [forgotten] = bot.objects("room", "forget", "r", "--person", "Anastasia")
    assert forgotten == {"room": "r", "person": "Anastasia", "turns": 3}
    [here], [there] = bot.objects("room", "show", "r"), bot.objects("room", "show", "other")
    assert (here["turns"], there["turns"]) == (MOST, 1)
    assert all("marzipan" not in json.dumps(memo) and "Anastasia" not in json.dumps(memo) for memo in here["memory"])
    bot("room", "forget", "other", "--person", "Anastasia")
    data = everything(bot.folder / DATABASE)
    assert b"Anastasia" not in data
    assert b"marzipan" not in data
    assert b"nougat" in data


def test_what_is_not_there_is_a_sentence_and_status_1(bot: CommandLine) -> None:
    say(bot, "Ana", "What of the taxis?")
    for arguments, sentence in [
        (("show", "nope"), "There is no room nope; a question with --room nope opens it.\n"),
        (("forget", "nope"), "There is no room nope; a question with --room nope opens it.\n"),
        (("forget", "r", "--person", "Bo"), "Nobody called Bo has said anything in r.\n"),
    ]:
        done = bot("room", *arguments, "--json")
        assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)


@pytest.mark.parametrize("arguments", [(), ("show",), ("forget",), ("sell", "r")], ids=str)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser_of(commands()).parse_args(["room", *arguments])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err
