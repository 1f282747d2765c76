"""Log lines: what they hold, and what they never hold."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.observe import new_incident, set_up_logging

Form = Literal["text", "json"]
SECRET = "sk-very-secret-0123456789"
log = logging.getLogger("bot.somewhere")


@pytest.fixture(autouse=True)
def _the_log_of_others_stays_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def logged(form: Form, *messages: Any, hidden: tuple[str, ...] = (SECRET,), level: str = "INFO") -> str:
    """What stands in the log after a warning of each message."""
    stream = io.StringIO()
    set_up_logging(level, form, hidden=hidden, stream=stream)
    for message in messages:
        log.warning(*message) if isinstance(message, tuple) else log.warning(message)
    return stream.getvalue()


def failing(message: str) -> None:
    try:
        raise ValueError(message)
    except ValueError as error:
        raise RuntimeError("the model failed") from error


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "message",
    [
        pytest.param(f"the key {SECRET} is wrong", id="within the message"),
        pytest.param(("the key %s is wrong", SECRET), id="as an argument"),
        pytest.param(("%r", {"Authorization": f"Bearer {SECRET}"}), id="within an argument"),
        pytest.param(f"{SECRET}{SECRET}", id="twice"),
    ],
)
def test_a_secret_is_taken_out_of_a_message(form: Form, message: Any) -> None:
    line = logged(form, message)
    assert SECRET not in line
    assert "**********" in line


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_secret_is_taken_out_of_a_traceback(form: Form) -> None:
    stream = io.StringIO()
    set_up_logging("INFO", form, hidden=(SECRET,), stream=stream)
    try:
        failing(f"401: incorrect key {SECRET}")
    except RuntimeError:
        log.exception("it failed")
    text = stream.getvalue()
    assert "incorrect key **********" in text
    assert "the model failed" in text
    assert SECRET not in text


@pytest.mark.parametrize("secret", ['with"quote', "with\\backslash", "mit-ü", "tab\there"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_secret_that_json_writes_otherwise_is_taken_out_too(form: Form, secret: str) -> None:
    line = logged(form, f"the key {secret} is wrong", hidden=(secret,))
    assert "the key ********** is wrong" in line
    assert secret not in line
    assert json.dumps(secret)[1:-1] not in line


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_empty_secret_hides_nothing(form: Form) -> None:
    assert "all is well" in logged(form, "all is well", hidden=("",))


@pytest.mark.parametrize("secret", ['"', "{", "message", "a"])
def test_hiding_never_breaks_the_json(secret: str) -> None:
    line = logged("json", 'a "message" {', hidden=(secret,))
    assert secret not in json.loads(line)["message"]


@given(st.text(st.characters(codec="utf-8")))
def test_any_message_is_one_line_of_json(message: str) -> None:
    text = logged("json", ("%s", message), hidden=())
    assert text.count("\n") == 1
    assert json.loads(text)["message"] == message


def test_a_line_of_json_says_when_who_and_how_bad() -> None:
    line = json.loads(logged("json", "a message"))
    assert (line["level"], line["logger"], line["message"]) == ("WARNING", "bot.somewhere", "a message")
    assert line["at"].endswith("Z")
    assert set(line) == {"at", "level", "logger", "message"}


def test_a_failure_is_one_line_of_json_with_its_cause() -> None:
    stream = io.StringIO()
    set_up_logging("INFO", "json", stream=stream)
    try:
        failing("no such model")
    except RuntimeError:
        log.exception("[a1b2c3] it failed")
    [line] = stream.getvalue().splitlines()
    assert "no such model" in json.loads(line)["cause"]
    assert json.loads(line)["message"] == "[a1b2c3] it failed"


def test_a_line_of_text_says_when_who_and_how_bad() -> None:
    line = logged("text", "a message")
    at, level, logger, *message = line.split()
    assert (at[-1], level, logger, message) == ("Z", "WARNING", "bot.somewhere:", ["a", "message"])


@pytest.mark.parametrize("nasty", ["\n", "\r\n", "\u2028", "\x1b[2J", "\x00", "\x85"])
def test_what_a_page_says_cannot_pass_for_a_line_of_ours(nasty: str) -> None:
    text = logged("text", ("cannot open %s", f"https://evil.test/{nasty}2026-11-24T08:00:00Z ERROR bot: all is lost"))
    assert len(text.splitlines()) == 1
    assert nasty not in text.removesuffix("\n")


def test_less_than_the_level_is_not_logged() -> None:
    stream = io.StringIO()
    set_up_logging("ERROR", "text", stream=stream)
    log.warning("not so bad")
    log.error("bad")
    assert stream.getvalue().count("\n") == 1


def test_a_second_set_up_replaces_the_first() -> None:
    first, second = io.StringIO(), io.StringIO()
    set_up_logging("INFO", "text", stream=first)
    set_up_logging("INFO", "text", stream=second)
    log.warning("once")
    assert (first.getvalue(), second.getvalue().count("once")) == ("", 1)


def test_an_incident_can_be_read_out_and_is_told_from_others() -> None:
    incidents = {new_incident() for _ in range(200)}
    assert len(incidents) >= 199
    assert all(len(one) == 6 and set(one) <= set("0123456789abcdef") for one in incidents)


def test_a_command_that_is_called_once_says_what_without_when_and_of_a_cause_its_last_line() -> None:
    stream = io.StringIO()
    set_up_logging("WARNING", "brief", hidden=(SECRET,), stream=stream)
    try:
        raise OSError(f"no route, {SECRET}")
    except OSError:
        logging.getLogger("bot.x").warning("the model is away", exc_info=True)
    assert stream.getvalue() == "warning: the model is away\n  OSError: no route, **********\n"
