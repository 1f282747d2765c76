"""What has no place in an answer whoever said it: whatever Discord, or a reader, would act on."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_HARM = re.compile(
    r"""
      \w+://                                                             # any scheme
    | \b(?:https?|ftps?|mailto|tel|sms|data|file|javascript|vbscript|discord|steam|magnet|bitcoin):\S
    | \bwww\d?\.
    | (?<!\w)(?:[\w-]+\.)*[\w-]{2,}\.[a-z]{2,}(?![\w’'])                   # a bare domain
    | \b[\w-]{2,}\s*[\[({]\s*(?:dot|punkt|point|punto)\s*[\])}]\s*\w     # one in disguise
    | \b\d{1,3}(?:\.\d{1,3}){3}\b
    | @\s?\w | <\s?[@\#!:/&a-zA-Z] | [@\#]\s?(?:everyone|here)\b
    | \]\( | !\[ | ^\s*\[[^\]]*\]:                                    # Markdown's links and pictures
    | `` | \$\{ | \{\{ | \{% | <\?
    | \|.*\|
    | (?<!\w):[\w+-]{2,}:(?!\w)                                          # an emoji of a server's
    | (?<!\S)/[a-z][\w-]+                                                # a command
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(r"[A-Za-z0-9+/=_.-]{20,}")
_ENDLESS = re.compile(r"[!-~]{60,}")
_SHOUTED = 4  # letters


def is_harmful(text: str) -> bool:
    """Whether a sentence holds anything to click, to ping, to run or to decode."""
    shown = unicodedata.normalize("NFKC", text)
    return bool(_HARM.search(shown) or _ENDLESS.search(shown)) or any(map(_is_blob, _TOKEN.findall(shown)))


def is_shouted(text: str) -> bool:
    """Whether it is in capitals throughout: a slogan, whatever it says."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _SHOUTED and all(char.isupper() for char in letters)


def _is_blob(token: str) -> bool:
    """Whether a long word is rather code: letters of both cases or digits mixed among them."""
    kinds = (any(map(str.islower, token)), any(map(str.isupper, token)), any(map(str.isdigit, token)))
    changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(token))
    return all(kinds) or (changes > 3 and token.count("-") < 4) or token.endswith("==")
