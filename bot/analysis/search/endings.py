"""Endings of words by language, as data; folded, as `terms` sees them: small letters without accents.

What is taken off need not leave a word: two forms of one word only have to leave the same. All languages are applied
to every word, since nobody can tell the language of "Why rising costs?"; what that joins by mistake is rare in a room.
"""

from __future__ import annotations

_BY_LANGUAGE = {
    "de": "ern en er em es e n s ungen ung lich liche lichen licher heiten heit keiten keit ischen ische isch",
    "en": "s es ed ing ings er ers ly ment ments ness ation ations ion ions ive able al ally y ies ied e or ors",
    "es": "s o a os as es e ar er ir ado ada ados adas ando iendo ido ida cion ciones mente idad idades aba aron",
    "fr": "s e es ee ees er ez ons ait aient ement ements ment tion tions ite ites eur eurs euse aux al ale ales",
}

ENDINGS = tuple(sorted({each for table in _BY_LANGUAGE.values() for each in table.split()}, key=lambda e: (-len(e), e)))
