"""How answers speak of those who talk, and of articles by number; per language."""

from __future__ import annotations

import re

from bot.analysis.grounding.talk.patterns import any_of, either

_SAID = any_of(
    """
    said say asked ask argued argue mentioned mention wrote write claimed claim thought think suggested wondered wanted
    want noted pointed raised told meant mean called corrected believe believed doubted objected agreed agree disagreed
    disagree prefer preferred proposed favou?r support oppose quoted questioned stated explained added
    """
)
_VIEW = any_of(
    """
    question point view argument claim position objection doubt correction suggestion opinion remark message concern
    proposal figure stance
    """
)
# "You asked", "your question": what the asker is told of having said.
_ASKED = (
    # de
    r"\b(?:hast|hattest) du\b|\bdu (?:hast|hattest|fragst|fragtest|sagst|sagtest|meinst|meintest|findest|willst)\b",
    r"\bihr habt\b|\bsie (?:haben|hatten) (?:\w+ ){0,8}(?:gefragt|gesagt|gemeint|geschrieben|erwähnt)\b",
    r"\bdein\w* (?:frage|punkt|ansicht|meinung|argument|einwand)\b",
    # en
    rf"\byou(?:’ve|’d| have| had| also| then| first| just| yourself| earlier| later| were)*\s(?:\w+ly )?{_SAID}\b",
    rf"\byour (?:\w+ ){{0,2}}{_VIEW}s?\b",
    # es
    r"\b(?:has|habías|usted ha|preguntaste|dijiste|preguntas|dices)\b.{0,30}(?:preguntado|dicho|que|si)\b",
    r"\b(?:tu|su) (?:pregunta|punto|opinión|argumento)\b",
    # fr
    r"\b(?:tu (?:as|avais|dis|demandes|penses)|vous (?:avez|aviez|dites|demandez|pensez))\b",
    r"\b(?:ta|votre) (?:question|remarque|position|objection|thèse)\b",
)
ASKED = either(_ASKED)
PRONOUNS = frozenset("he she they er sie il elle ils elles él ella ellos ellas".split())
# "Both authors": what is said of each of them has to be cited in each.
ALIKE = either(
    (
        r"\bbeiden?\s+(?:artikel|autor|texte|verfasser)",
        r"\bboth\s+(?:the\s+)?(?:articles|authors|texts|pieces|writers|columnists|of\s+them)\b",
        r"\bambos\s+(?:artículos|autores|textos)\b",
        r"\bles\s+deux\s+(?:articles|auteurs|autrices|textes)\b",
    )
)
_JOINING = any_of(
    """
    and but while whereas yet though although so which und aber während doch wohingegen jedoch sondern et mais tandis
    alors pero mientras y aunque sino
    """
)
# "Article 2 says": a number that counts articles.
ARTICLE_NUMBER = re.compile(
    r"\b(?:articles?|artikels?|artículos?|articol[oi]|artigos?|texts?|texte|textos?|pieces?|columns?)\s+"
    r"(?:no\.?\s*|nr\.?\s*|n[º°]\s*)?(\d{1,3})(?:\s*(?:and|und|et|y|e|en|,|&)\s*(\d{1,3}))?\b",
    re.IGNORECASE,
)
_ORDINALS = (
    (1, "first|erste[rns]?|premier|première|primero?|primera|primo"),
    (2, "second|zweite[rns]?|deuxième|second|seconde|segund[oa]|secondo|tweede"),
    (3, "third|dritte[rns]?|troisième|tercero?|tercera|terzo|derde"),
)
ARTICLE_ORDINALS = tuple(
    (
        n,
        re.compile(
            rf"\b(?:{words})\s+(?:article|artikel|artículo|articolo|artigo|text|texte|texto|piece|column|author|autor|"
            rf"autorin|auteur|autora)\w*",
            re.IGNORECASE,
        ),
    )
    for n, words in _ORDINALS
)
CLAUSE_BORDER = either(
    (
        r";\s",
        r"\s[–—]\s",
        r"\b(?:right|wrong|correct|mistaken|recht|unrecht|raison|tort|razón)\s?:\s",
        rf",\s+(?={_JOINING}\s)",
    )
)
# "It was said here: …", which a member's words follow.
SAID_HERE = either(
    (
        r"\bhier wurde gesagt\b",
        r"\bit was said (?:here|earlier|before)\b",
        r"\baquí se dijo\b",
        r"\bil a été dit ici\b",
    )
)
