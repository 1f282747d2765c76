"""Citations in a sentence, however they are written, with the words that each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.models.comparison import Citation

_GROUP = re.compile(
    r"""\s* (?:
        [\[(【] (?P<several> [\s\d¶,;&–-]* ¶ [\s\d¶,;&–-]* ) [\])】]
      | \[ (?P<bare> \d{1,3} (?:\s*[,;]\s*\d{1,3}){0,4} ) \]
      | (?<![\w¶]) (?P<loose> (?:\d{1,3}\s?)? ¶ \s? \d{1,4} ) (?!\w)
    )""",
    re.VERBOSE,
)
_ONE = re.compile(
    r"(?:(?P<n>\d{1,3})\s*)?¶\s*(?P<first>\d{1,4})(?:\s*[–-]\s*¶?\s*(?P<last>\d{1,4}))?|(?P<number>\d{1,4})"
)
_WIDEST = 5  # paragraphs of "¶3–7"
_STOPS = ".,;:!?…。！？"
NOWHERE = 0  # the paragraph of a citation that names an article alone, or the article of one that names none


@dataclass(frozen=True, slots=True)
class Segment:
    """Words, and the citations right after them."""

    text: str
    cited: tuple[Citation, ...] = ()


def segments(sentence: str, only: int | None) -> list[Segment]:
    """The sentence in parts, each ending with its citations.

    only: the article's number when there is but one, which "¶3" then means.
    """
    parts: list[Segment] = []
    at = 0
    for group in _GROUP.finditer(sentence):
        words = sentence[at : group.start()]
        cited = tuple(_citations(group, only))
        if not any(char.isalnum() for char in words) and parts:
            parts[-1] = Segment(parts[-1].text + words, (*parts[-1].cited, *cited))
        elif any(char.isalnum() for char in words):
            parts.append(Segment(words, cited))
        at = group.end()
    rest = sentence[at:]
    if any(char.isalnum() for char in rest) or not parts:
        return [*parts, Segment(rest)]
    return [*parts[:-1], Segment(parts[-1].text + rest, parts[-1].cited)]


def joined(parts: Iterable[Segment]) -> str:
    """The sentence with its citations as `[1¶3]`, before the stop that ends their words."""
    return "".join(map(_written, parts)).strip()


def _written(part: Segment) -> str:
    if not part.cited:
        return part.text
    words = part.text.rstrip()
    stop = words[len(words.rstrip(_STOPS)) :]
    head = words.removesuffix(stop).rstrip() if stop else words
    marks = "".join(f"[{citation}]" for citation in dict.fromkeys(part.cited))
    return f"{head} {marks}{stop}"


def _citations(group: re.Match[str], only: int | None) -> Iterator[Citation]:
    if group["bare"]:
        yield from (Citation(n=int(n), paragraph=NOWHERE) for n in re.findall(r"\d+", group["bare"]))
        return
    n = only or NOWHERE
    for one in _ONE.finditer(group["several"] or group["loose"]):
        n = int(one["n"] or n)
        first = int(one["first"] or one["number"])
        last = int(one["last"] or first)
        yield from (Citation(n=n, paragraph=p) for p in range(first, min(last, first + _WIDEST - 1) + 1))
