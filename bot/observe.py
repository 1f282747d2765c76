"""What the operator sees: log lines, and the ids that tie a user's sentence to them."""

from __future__ import annotations

import json
import logging
import secrets
import sys
from datetime import UTC, datetime
from typing import Any, Literal, TextIO


def new_incident() -> str:
    """A short id that a user can read out and an operator can search for."""
    return secrets.token_hex(3)


class _TextLines(logging.Formatter):
    """`2026-11-24T08:00:00Z WARNING bot.sources.http: …`, with the traceback behind it."""

    def __init__(self, hidden: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._hidden = hidden

    def redact(self, text: str) -> str:
        """Takes out every secret, wherever it comes from: a library's exception may hold a key."""
        for secret in self._hidden:
            text = text.replace(secret, "**********")
        return text

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's name
        """To the second and in UTC, wherever the machine stands; `datefmt` is not looked at."""
        return datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """On one line, and without secrets."""
        return _one_line(self.redact(super().formatMessage(record)))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        """The traceback, on as many lines as it had; without secrets, and no line of it commands a terminal."""
        return "\n".join(map(_one_line, self.redact(super().formatException(ei)).split("\n")))


class _JsonLines(_TextLines):
    """One object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """Keys at, level, logger, message; `cause` holds the traceback where there is one."""
        line = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": self.redact(record.getMessage()),
        }
        if record.exc_info:
            line["cause"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class _BriefLines(_TextLines):
    """For a command that is called once: what, without when and where; of a cause its last line."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """`warning: …`, on one line, and without secrets."""
        return _one_line(f"{record.levelname.lower()}: {self.redact(record.getMessage())}")

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        """The last line alone, indented; the traceback is for `--debug`."""
        return f"  {super().formatException(ei).rsplit(chr(10), 1)[-1]}"


def _one_line(text: str) -> str:
    """What a page says must not pass for a line of ours, nor command a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def set_up_logging(
    level: str,
    form: Literal["text", "json", "brief"],
    *,
    hidden: tuple[str, ...] = (),
    stream: TextIO | None = None,
) -> None:
    """Send every logger's lines to `stream` (standard error when None); `hidden` values never show."""
    handler = logging.StreamHandler(stream or sys.stderr)
    lines = {"text": _TextLines, "json": _JsonLines, "brief": _BriefLines}[form]
    handler.setFormatter(lines(tuple(filter(None, hidden))))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    if level != "DEBUG":
        logging.getLogger("httpx2").setLevel(logging.WARNING)  # else a line for every call to a model
