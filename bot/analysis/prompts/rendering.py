"""From a template and values to messages; a text that nobody marked does not get out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.analysis.prompts.neutral import CLOSES, OPENS, neutralised

_LABEL = re.compile(r"[a-z][a-z-]*")


class RenderError(Exception):
    """A template that cannot be compiled, or lets an unmarked text out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """What is sent: `system` is the same for every call, `user` begins with the article and ends with the options."""

    system: str
    user: str


class _Block(str):
    """A text between delimiters that it cannot close."""

    __slots__ = ()


def untrusted(text: str, label: str) -> str:
    """The block filter: `{{ body | untrusted("article") }}`."""
    if not isinstance(text, str):
        raise TypeError(f"untrusted() marks a text, not {type(text).__name__}")
    if not _LABEL.fullmatch(label):
        raise ValueError(f"{label!r} is no label of a block")
    return _Block(f"{OPENS}{label}{CLOSES}\n{neutralised(text)}\n{OPENS}/{label}{CLOSES}")


def _let_out(value: Any) -> str:
    """Every `{{ value }}` passes here; what the template itself says does not."""
    if isinstance(value, _Block):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int | float | date):
        return str(value)
    if isinstance(value, StrictUndefined):
        return str(value)  # raises, with the name
    raise TypeError(f"an unmarked {type(value).__name__} reaches the prompt: pass it through untrusted()")


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_let_out, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    environment.filters["untrusted"] = untrusted
    return environment


class Parts:
    """The compiled halves of a prompt. Raises RenderError when one does not compile."""

    def __init__(self, system: str, user: str) -> None:
        environment = _environment()
        try:
            self._system, self._user = environment.from_string(system), environment.from_string(user)
        except TemplateError as error:
            raise RenderError(str(error)) from error

    def render(self, **values: Any) -> Messages:
        """Raises RenderError for an unmarked text and for a name that has no value."""
        return Messages(system=_rendered(self._system, values), user=_rendered(self._user, values))


def _rendered(template: Template, values: dict[str, Any]) -> str:
    try:
        return template.render(values).strip()
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise RenderError(str(error)) from error
