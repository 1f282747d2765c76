"""How an answer is put, by language: the engine's own words around those of authors and members."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.analysis.extractive.answering.texts import Said
from bot.models.article import Article

_ENGLISH = {
    "UNSAID": "The articles here don't say.",
    "NEAREST": "The articles here don't say it outright.",
    "WRITES": "{} writes: {}",
    "REPORTS": "{} reports: {}",
    "SAID": "{} said: {}",
    "REMEMBERED": "{} said earlier: {}",
    "A_FACT": "It was said here: {}",
    "IN_ARTICLE": "In article {} it says: {}",
}
_GERMAN = {
    "UNSAID": "Die Artikel hier sagen dazu nichts.",
    "NEAREST": "Ausdrücklich sagen die Artikel hier dazu nichts.",
    "WRITES": "{} schreibt: {}",
    "REPORTS": "{} berichtet: {}",
    "SAID": "{} sagte: {}",
    "REMEMBERED": "{} sagte früher: {}",
    "A_FACT": "Hier wurde gesagt: {}",
    "IN_ARTICLE": "In Artikel {} steht: {}",
}
_FRENCH = {
    "UNSAID": "Les articles ici n’en disent rien.",
    "NEAREST": "Les articles ici ne le disent pas expressément.",
    "WRITES": "{} écrit : {}",
    "REPORTS": "{} relate : {}",
    "SAID": "{} a dit : {}",
    "REMEMBERED": "{} a dit plus tôt : {}",
    "A_FACT": "Il a été dit ici : {}",
    "IN_ARTICLE": "L’article {} dit : {}",
}
_SPANISH = {
    "UNSAID": "Los artículos de aquí no lo dicen.",
    "NEAREST": "Los artículos de aquí no lo dicen expresamente.",
    "WRITES": "{} escribe: {}",
    "REPORTS": "{} relata: {}",
    "SAID": "{} dijo: {}",
    "REMEMBERED": "{} dijo antes: {}",
    "A_FACT": "Aquí se dijo: {}",
    "IN_ARTICLE": "El artículo {} dice: {}",
}
_BY_LANGUAGE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"de": _GERMAN, "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH}
)
_OPENS = re.compile(r"(?<![^\s(\[—–-])\"(?=\S)")
_SINGLE = str.maketrans('“”„«»"', "‘’‚‹›’")


def worded(key: str, *given: str, language: str) -> str:
    """A sentence of the engine's own; in English where there is none in that language."""
    return _BY_LANGUAGE.get(language, _ENGLISH)[key].format(*given)


def authored(said: Said, article: Article, language: str) -> str:
    """An author's sentence with who writes it, or reports it, and where."""
    name = ", ".join(article.authors) or article.site
    key = ("WRITES" if said.sentence.is_own else "REPORTS") if name else "IN_ARTICLE"
    told = worded(key, name.removeprefix("The ") or str(said.n), _quoted(said.sentence.whole), language=language)
    return f"{told} [{said.n}¶{said.sentence.paragraph}]"


def spoken(said: Said, name: str, language: str) -> str:
    """What a member said, with who it was; what is only remembered need not be in that member's words."""
    text = said.sentence.whole
    if said.is_remembered:
        return (
            worded("REMEMBERED", name, text, language=language) if name else worded("A_FACT", text, language=language)
        )
    return worded("SAID", name, _quoted(text), language=language)


def _quoted(text: str) -> str:
    """Between marks; those inside become single ones, as is usual."""
    return f"“{_OPENS.sub('‘', text).translate(_SINGLE)}”"
