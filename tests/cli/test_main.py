"""What all commands have in common."""

from __future__ import annotations

import argparse
import re
import signal

import pytest

from bot.cli.main import COMMANDS, commands, parser_of
from tests.cli.commands import ROOT, SAMPLE, CommandLine
from tests.web import Web


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Every command's parser, those of its actions included, by what one types."""
    found: dict[str, argparse.ArgumentParser] = {}

    def walk(prefix: str, parser: argparse.ArgumentParser) -> None:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                for name, subparser in action.choices.items():
                    found[f"{prefix}{name}"] = subparser
                    walk(f"{prefix}{name} ", subparser)

    walk("", parser_of(commands()))
    return found


@pytest.mark.parametrize("command", parsers())
def test_every_command_says_what_it_does(command: str) -> None:
    parser = parsers()[command]
    assert parser.description
    assert "usage:" in parser.format_help()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"^\| `{command}\b", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="no command"),
        pytest.param(("sumarize", "x"), id="a command that there is not"),
        pytest.param(("summarize",), id="no source"),
        pytest.param(("summarize", "x", "--length", "huge"), id="a choice that there is not"),
        pytest.param(("extract", "x", "--engine", "auto"), id="another command's option"),
    ],
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser_of(commands()).parse_args(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_failure_is_one_sentence_and_status_1(bot: CommandLine) -> None:
    done = bot("summarize", "no-such-page.html")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "no-such-page.html cannot be read: there is no such file; an address starts with https://.\n"
    )


def test_a_failure_shows_its_traceback_when_asked(bot: CommandLine) -> None:
    bot.variables["DATABASE_PATH"] = str(bot.folder)
    done = bot("db", "check", "--debug")
    assert done.returncode == 1
    assert "Traceback" in done.stderr


def test_a_malformed_setting_names_the_variable_and_what_it_takes(bot: CommandLine) -> None:
    bot.variables["FETCH_TIMEOUT"] = "soon"
    done = bot("summarize", SAMPLE)
    assert done.returncode == 1
    assert done.stderr.startswith("FETCH_TIMEOUT is not right: it takes seconds")
    assert done.stderr.count("\n") == 1


def test_a_misspelt_setting_in_the_env_file_is_told(bot: CommandLine) -> None:
    (bot.folder / ".env").write_text("OPENAI_MODLE=x\n")
    done = bot("summarize", SAMPLE)
    assert done.returncode == 1
    assert "OPENAI_MODLE" in done.stderr


def test_interrupted_it_ends_without_a_traceback(bot: CommandLine, web: Web) -> None:
    web.page("/slow", "<p>late</p>", delay=30)
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "true", "FETCH_PORTS": str(web.port)}
    process = bot.start("summarize", web.url("/slow"))
    assert web.is_asked("/slow")
    process.send_signal(signal.SIGINT)
    stderr = process.communicate(timeout=20)[1].decode()
    assert process.returncode == 130
    assert "Traceback" not in stderr


def test_a_reader_that_stops_reading_is_no_failure(bot: CommandLine) -> None:
    process = bot.start("extract", SAMPLE, SAMPLE, SAMPLE, "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    stderr = process.stderr.read().decode()
    process.stderr.close()
    process.wait(timeout=20)
    assert "Traceback" not in stderr
