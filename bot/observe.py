"""What the operator sees: log lines, and the ids that tie a user's sentence to them."""

from __future__ import annotations

import json
import logging
import secrets
import sys
from datetime import UTC, datetime
from typing import Literal, TextIO


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
        return datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def format(self, record: logging.LogRecord) -> str:
        return self.redact(super().format(record))


class _JsonLines(_TextLines):
    """One object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["cause"] = self.formatException(record.exc_info)
        return self.redact(json.dumps(line, ensure_ascii=False))


def set_up_logging(
    level: str, form: Literal["text", "json"], *, hidden: tuple[str, ...] = (), stream: TextIO | None = None
) -> None:
    """Send every logger's lines to `stream` (standard error when None); `hidden` values never show."""
    handler = logging.StreamHandler(stream or sys.stderr)
    lines = _JsonLines if form == "json" else _TextLines
    handler.setFormatter(lines(tuple(filter(None, hidden))))
    logging.basicConfig(level=level, handlers=[handler], force=True)
