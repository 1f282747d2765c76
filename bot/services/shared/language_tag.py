"""Language tags as members give them."""

from __future__ import annotations

import re

from bot.errors import BadOption

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")  # the part of BCP 47 that names a language


def check_language_tag(tag: str) -> None:
    """Raises BadOption for what is neither "" nor in the shape of a BCP 47 tag."""
    if tag and not _LANGUAGE_TAG.fullmatch(tag):
        raise BadOption(option="language", accepts="a language tag, as en, de or pt-BR")
