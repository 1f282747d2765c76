"""Nothing unprintable leaves the house."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+| {2,}")
# Persian, the scripts of India and emoji cannot be written without the two joiners.
_JOINERS = "\u200c\u200d"
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})


def printable(text: str) -> str:
    """One line without control, format, private and unassigned characters and without lone surrogates.

    Spaces of every width stay, since French and German typography needs them.
    """
    one_line = _BLANKS.sub(" ", text)
    if not one_line.isprintable():
        one_line = "".join(char for char in one_line if _is_shown(char))
    return _BLANKS.sub(" ", one_line).strip()


def _is_shown(char: str) -> bool:
    return char.isprintable() or char in _JOINERS or unicodedata.category(char) not in _HIDDEN_CATEGORIES
