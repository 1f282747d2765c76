"""Which language tags members may give."""

from __future__ import annotations

import pytest

from bot.errors import BadOption
from bot.services.shared.language_tag import check_language_tag


@pytest.mark.parametrize("tag", ["", "en", "de", "pt-BR", "zh-Hant-TW", "ast", "es-419"])
def test_a_tag_is_taken(tag: str) -> None:
    check_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["German", "e", "english", "en_GB", "en-", "-en", "en us", "de\n", "дe", "en-a-b-c-d", "'; DROP", "x" * 99]
)
def test_what_is_no_tag_is_told(tag: str) -> None:
    with pytest.raises(BadOption) as told:
        check_language_tag(tag)
    assert told.value.facts["option"] == "language"
