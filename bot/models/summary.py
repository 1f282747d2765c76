"""What is said about an article: first a Draft, which may be wrong; then a Summary, which was checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Length(StrEnum):
    SHORT = "short"
    STANDARD = "standard"
    DEEP = "deep"


class Nature(StrEnum):
    """What sort of claim it is, told apart so that opinion is never read as reported fact."""

    FACT = "fact"
    OPINION = "opinion"
    PREDICTION = "prediction"
    RECOMMENDATION = "recommendation"


class Stage(StrEnum):
    """Where the work on an article stands, for whoever waits."""

    FETCHING = "fetching"
    READING = "reading"
    THINKING = "thinking"
    CHECKING = "checking"


Progress = Callable[[Stage], None]


def unwatched(stage: Stage) -> None:
    """The progress that nobody waits for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a summary is wanted.

    language: BCP 47 tag; "" for the article's own.
    prompt: "summarize@1" pins a version; "" takes the default.
    """

    length: Length = Length.STANDARD
    language: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A claim of the author's with the support offered for it ("" for none); paragraphs count from 1."""

    claim: str
    support: str
    nature: Nature
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that stand between quotation marks in the article. `speaker` is "" when nobody is named."""

    text: str
    speaker: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a critic would ask, without its citation; shown as `text (¶2)`."""

    text: str
    paragraphs: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.text} ({', '.join(f'¶{n}' for n in self.paragraphs)})" if self.paragraphs else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptId:
    """A released prompt; `sha256` is of its file."""

    name: str
    version: int
    sha256: str

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What an answer depends on besides the article and the options; equal signatures may share a cached answer.

    engine: "extractive" or "openai"; model: "" for none; parameters: temperature, seed … as they were sent.
    """

    engine: str
    model: str = ""
    prompt: PromptId | None = None
    parameters: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """Why another engine than the wanted one answered. `kind` is a `BotError.kind`, `incident` the id in the log."""

    kind: str
    incident: str
    facts: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an engine says; nothing of it is checked.

    reader_reaction: what the readers' comments say, "" when there are none; never mixed with the rest.
    """

    tldr: str
    thesis: str
    arguments: tuple[Argument, ...] = ()
    quotes: tuple[Quote, ...] = ()
    critique: tuple[Remark, ...] = ()
    reader_reaction: str = ""
    signature: Signature
    fallback: Fallback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounding:
    """What the check found: quotations offered and kept, what the article does not hold, citations that led nowhere."""

    quotes_offered: int = 0
    quotes_kept: int = 0
    numbers_unmatched: tuple[str, ...] = ()
    names_unmatched: tuple[str, ...] = ()
    citations_dropped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A draft that was checked. Only `analysis.grounding.check` makes one (and the store, of one that it kept)."""

    tldr: str
    thesis: str
    arguments: tuple[Argument, ...]
    quotes: tuple[Quote, ...]
    critique: tuple[Remark, ...]
    reader_reaction: str
    grounding: Grounding
    signature: Signature
    fallback: Fallback | None = None
