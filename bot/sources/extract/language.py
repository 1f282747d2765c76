"""The language of a page: what it says of itself, checked against its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from bot.sources.extract.document import Document
from bot.sources.extract.stop_words import ARABIC, CYRILLIC, SCRIPTS, STOP_WORDS
from bot.sources.extract.structured import Structured, first
from bot.sources.extract.wording import text_of

_SUBTAG = re.compile(r"^([a-z]{2,3})(?=$|[-_])")
_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "cn": "zh", "jp": "ja", "gr": "el", "cz": "cs", "dk": "da"}
_SCRIPTS = tuple((language, re.compile(f"[{characters}]")) for language, characters in SCRIPTS)
_CYRILLIC_LETTER, _ARABIC_LETTER = re.compile("[\u0400-\u04ff]"), re.compile("[\u0600-\u06ff]")
_OTHER_SCRIPTS = frozenset(language for language, _ in (*SCRIPTS, *CYRILLIC, *ARABIC))
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_PARAGRAPHS = 60
_LONG_PARAGRAPH = 80
_SHORTEST_SAMPLE = 400
_SAMPLE_CHARACTERS = 2_000
_FEWEST_WORDS = 25
_SHARE_OF_SCRIPT = 0.3
_SHARE_OF_KANA = 0.1
_CLEAR_SHARE = 0.2  # of stop words: nothing else comes near
_SMALLEST_SHARE = 0.08
_CLEAR_LEAD = 2  # times as many stop words as the language that the page claims


def read(document: Document, structured: Structured) -> str:
    """Primary subtag; "" when neither page nor text tells. Where they differ clearly, the text is right."""
    claimed = _claimed(document, structured)
    return of_text(_sample(document), claimed) or claimed


def _claimed(document: Document, structured: Structured) -> str:
    meta = document.meta
    for told in (
        document.tree.get("lang") or document.tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        first(meta.get("og:locale")),
        first(meta.get("content-language")),
        first(meta.get("language")) or first(meta.get("dc.language")) or first(meta.get("inlanguage")),
        first(structured.article.get("inLanguage")),
    ):
        if found := _SUBTAG.match(told.strip().lower()):
            return _ALIASES.get(found[0], found[0])
    return ""


def _sample(document: Document) -> str:
    """The page's longer paragraphs, or whatever text there is."""
    found: list[str] = []
    for paragraph in islice(document.tree.iter("p"), _SAMPLE_PARAGRAPHS):
        if len(text := "".join(paragraph.itertext())) > _LONG_PARAGRAPH:
            found.append(text)
            if sum(map(len, found)) > _SAMPLE_CHARACTERS:
                break
    body = document.tree.find("body")
    if sum(map(len, found)) < _SHORTEST_SAMPLE and body is not None:
        return text_of(body)[:_SAMPLE_CHARACTERS]
    return " ".join(found)


def of_text(text: str, claimed: str = "") -> str:
    """The language that a text is in; `claimed` unless another is clearly ahead."""
    return _by_script(text, claimed) or _by_words(text, claimed)


def _by_script(text: str, claimed: str) -> str:
    if text.isascii():
        return ""
    letters = sum(map(len, _WORD.findall(text)))
    for language, pattern in _SCRIPTS:
        found = len(pattern.findall(text))
        if found > (_SHARE_OF_KANA if language == "ja" else _SHARE_OF_SCRIPT) * letters:
            return language
    for pattern, languages in ((_CYRILLIC_LETTER, CYRILLIC), (_ARABIC_LETTER, ARABIC)):
        if len(pattern.findall(text)) > _SHARE_OF_SCRIPT * letters:
            return _by_letters(text.lower(), claimed, languages)
    return ""


def _by_letters(text: str, claimed: str, languages: Sequence[tuple[str, str]]) -> str:
    """Which of the languages that share a script; a language that we do not know is believed."""
    if claimed and claimed not in STOP_WORDS and claimed not in dict(languages):
        return claimed
    return next(language for language, marks in languages if not marks or any(mark in text for mark in marks))


def _by_words(text: str, claimed: str) -> str:
    words = [word.lower() for word in _WORD.findall(text) if len(word) > 1]  # "W" and "L" head tables in any language
    if len(words) < _FEWEST_WORDS or _share(words, claimed) > _CLEAR_SHARE:
        return claimed
    shares = {language: _share(words, language) for language in STOP_WORDS}
    best = max(shares, key=lambda language: (shares[language], language == claimed))
    if shares[best] < _SMALLEST_SHARE:
        return claimed
    if claimed in _OTHER_SCRIPTS or not claimed:
        return best
    return best if claimed in shares and shares[best] > _CLEAR_LEAD * shares[claimed] else claimed


def _share(words: Sequence[str], language: str) -> float:
    stops = STOP_WORDS.get(language, frozenset())
    return sum(1 for word in words if word in stops) / len(words)
