"""Endings of words by language, as data; folded, as `terms` sees them: small letters without accents.

What is taken off need not leave a word: two forms of one word only have to leave the same. All languages are applied
to every word, since nobody can tell the language of "Why rising costs?"; what that joins by mistake is rare in a room.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# What may leave three letters, as "tax" of "taxes".
_SHORT = {
    "de": "e en er es em s",
    "en": "s es e ed ing y ies ied er ly",
    "es": "os as es s",
    "fr": "s e es",
}
# What has to leave four.
_LONG = {
    "de": "ern n ung ungen lich liche lichen licher heit heiten keit keiten isch ische ischen",
    "en": "ers or ors ment ments ness ation ations ion ions ive able al ally",
    "es": "a o ar ir ado ada ados adas ando iendo ido ida cion ciones mente idad idades aba aron",
    "fr": "ee ees ez ons ait aient ement ements tion tions ite ites eur eurs euse aux ales",
}


def _leaving(table: Mapping[str, str], letters: int) -> dict[str, int]:
    return {ending: letters for endings in table.values() for ending in endings.split()}


_LEAST = _leaving(_LONG, 4) | _leaving(_SHORT, 3)

# By ending, longest first: the letters that it has to leave.
ENDINGS: Mapping[str, int] = MappingProxyType(dict(sorted(_LEAST.items(), key=lambda each: -len(each[0]))))
