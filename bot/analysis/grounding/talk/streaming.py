"""Pieces of an answer into whole sentences, the same sentences however the pieces are cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.grounding.marks import spans
from bot.analysis.grounding.talk.endings import ABBREVIATIONS, AFTER_ORDINALS, BEFORE_NUMBERS
from bot.analysis.grounding.talk.noise import Noise

LONGEST = 1_500  # characters of a sentence; a longer one is none
_AHEAD = 80  # characters that may be needed to tell whether a sentence has ended

_CITATION = r"[\[(【][\s\d¶,;&–-]*¶[\s\d¶,;&–-]*[\])】]|\[\d{1,3}\]"
_CITED = re.compile(rf"[ \n]*(?:{_CITATION})[.!?]?")
_MAY_BE_CITED = re.compile(r"[ \n]*[\[(【][\s\d¶,;&–-]{0,60}")
_CLOSING = r"\"'”’»“‘›）)」』】*_~"
_END = re.compile(
    rf"(?P<cited>[\])】][.!?])|[.!?…]+[{_CLOSING}]*(?: [»“”][{_CLOSING}]*)?"
    r"|(?P<wide>[。！？]+[」』）”’]*)|(?P<line>\n+)"
)
_SKIPPED = re.compile(r"[.!?…](?=\s)|[。！？\n]")
_LAST_WORD = re.compile(r"[^\W_][\w.'’-]*\Z")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_MARKER = re.compile(r"(?:[-*+•–—·>#]+|\(?\d{1,2}[.)])\s+")
_ONLY_MARKER = re.compile(r"[\W_]*\(?\d{1,2}[.)]?\Z")
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\Z")
_NEXT_WORD = re.compile(r"([^\W\d_]+)(?P<after>.?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it came, with the citations right after its stop.

    opens: whether it begins a paragraph, a line or a list's item. ends: with a stop or a line, not with the stream.
    too_long: it had no end within bounds; there is no text.
    """

    text: str
    opens: bool
    ends: bool = True
    too_long: bool = False


class Sentences:
    """A sentence is given out when the next one begins, since citations may stand behind its stop; at once when its
    citation stands before the stop.
    """

    def __init__(self) -> None:
        self._noise = Noise()
        self._text, self._opens, self._skips = "", True, False

    @property
    def blocks(self) -> int:
        """How many blocks of code there were."""
        return self._noise.blocks

    def feed(self, piece: str) -> list[Sentence]:
        self._text += self._noise.feed(piece)
        return list(self._whole(is_last=False))

    def end(self) -> list[Sentence]:
        """What is left, when no more comes."""
        self._text += self._noise.end()
        ended = list(self._whole(is_last=True))
        rest, self._text = self._text.strip(), ""
        return [*ended, Sentence(rest, self._opens, ends=_is_stopped(rest))] if rest and not self._skips else ended

    def _whole(self, *, is_last: bool) -> Iterator[Sentence]:
        while True:
            if self._skips and not self._skip():
                return
            self._drop_blanks()
            end = self._border(is_last=is_last)
            if end is not None and end <= LONGEST:
                yield Sentence(self._text[:end].strip(), self._opens)
                self._opens = self._text[end - 1] == "\n"
                self._text = self._text[end:]
            elif end is not None or len(self._text) > LONGEST + _AHEAD:
                yield Sentence("", self._opens, too_long=True)
                self._text, self._skips = self._text[LONGEST:], True
            else:
                return

    def _skip(self) -> bool:
        """Whether the end of what is too long has come."""
        end = _SKIPPED.search(self._text)
        self._text = self._text[end.end() :] if end else self._text[-1:]
        self._skips = end is None
        return end is not None

    def _drop_blanks(self) -> None:
        kept = self._text.lstrip()
        self._opens = self._opens or "\n" in self._text[: len(self._text) - len(kept)]
        self._text = kept

    def _border(self, *, is_last: bool) -> int | None:
        """Where the first sentence ends, as far as that is sure."""
        for found in _END.finditer(self._text):
            if found["cited"]:
                if not self._is_quoting(found.end()):
                    return found.end()
                continue
            cited = self._after_citations(found.end())
            rest = self._text[cited:]
            if not is_last and self._is_undecided(rest, found):
                return None
            if self._is_border(found, cited, rest):
                return cited
        return None

    def _after_citations(self, at: int) -> int:
        while cited := _CITED.match(self._text, at):
            at = cited.end()
        return at

    def _is_undecided(self, rest: str, found: re.Match[str]) -> bool:
        """Whether what follows a stop is needed to know what it is, and has not come."""
        ahead = rest.lstrip()
        if not ahead:
            return True
        if (possible := _MAY_BE_CITED.match(rest)) and possible.end() == len(rest):
            return True
        if not _ORDINAL.search(self._text, 0, found.start()):
            return False
        following = _NEXT_WORD.match(ahead)
        return following is not None and not following["after"]

    def _is_border(self, found: re.Match[str], cited: int, rest: str) -> bool:
        ahead = rest.lstrip()
        if found["line"]:
            return self._is_line(found, ahead)
        if self._is_quoting(cited):
            return False
        if found["wide"]:
            return True
        if not ahead or cited > found.end():
            return True
        if not rest[:1].isspace():
            return False
        if "\n" in rest[: len(rest) - len(ahead)]:
            return not ahead[0].islower()
        if ahead[0].islower() or ahead[0] in "–—-":
            return False
        return found[0] != "." or not self._is_abbreviated(self._text[: found.start()], ahead)

    def _is_line(self, found: re.Match[str], ahead: str) -> bool:
        """Whether a line break ends a sentence; within running text it may be a narrow page's."""
        if len(found[0]) > 1 or _MARKER.match(ahead) or _MARKER.match(self._text):
            return True
        return not ahead[:1].islower()

    def _is_quoting(self, end: int) -> bool:
        return any(not span.closed for span in spans(self._text[:end]))

    def _is_abbreviated(self, before: str, ahead: str) -> bool:
        """Whether the full stop after `before` belongs to its last word."""
        if _ONLY_MARKER.match(before):
            return True
        last = _LAST_WORD.search(before)
        if last is None:
            return False
        word = last[0].casefold()
        if last[0].isdigit():
            following = _NEXT_WORD.match(ahead)
            return len(word) <= 2 and following is not None and following[1].casefold() in AFTER_ORDINALS
        if word in BEFORE_NUMBERS:
            return ahead[0].isdigit()
        return word in ABBREVIATIONS or (_INITIALS.fullmatch(word) is not None and last[0] != "I")


def _is_stopped(text: str) -> bool:
    return bool(re.search(rf"(?:[.!?…。！？:][{_CLOSING}]*|[\]】])\Z", text))
