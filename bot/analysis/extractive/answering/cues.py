"""What a question asks for and what could answer it, as data: words of four languages, all read at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from bot.analysis.extractive.words.table import phrases


class Kind(Enum):
    """What sort of answer is wanted. PLAIN: anything."""

    MONEY = "money"
    SIZE = "size"
    SPAN = "span"
    AMOUNT = "amount"
    TIME = "time"
    PERSON = "person"
    REASON = "reason"
    PLAIN = "plain"


# In this order: "how much does it cost" is about money before it is about an amount.
ASKS: Mapping[Kind, re.Pattern[str]] = MappingProxyType(
    {
        Kind.MONEY: phrases(
            r"""
            was kostet | was kosten | wie teuer
            wie hoch [^?]{0,30}(?:miete|kosten|preis|zuschuss|gehalt|steuer|gebühr)
            wie ?viel (?:geld|kostet|kosten|bezahlt|zahlt|zahlen|verdient|verdienen) | wie ?viele (?:euro|dollar)
            how (?:much|expensive)[^?]{0,60}(?:cost|costs|pay|pays|paid|charge|charges|earn|earns|money|sell|sold|
            collect|save|saves|raise|bring|spend|spends|spent|worth|offer)
            what (?:is|was|would be) the (?:price|cost|fee|fare)
            how much (?:is|are|was|were|would) | what (?:does|did|do|would) [^?]{1,40}(?:cost|earn|earns|pay|charge)
            how much money | price of
            cu[aá]nto (?:cuesta|cuestan|cost[oó]|costar[íi]?a|vale|gana|ganan|paga|pagan|dinero)
            qu[eé] precio | precio de
            combien (?:coûtent?|coûterait|gagnent?|paient?|payent?|d'argent)
            quel (?:est le )?(?:prix|coût|salaire|tarif)
            """
        ),
        Kind.SIZE: phrases(
            r"""
            wie (?:tief|groß|breit|weit|hoch (?:ist|sind|wäre|war|wird) (?:die|das|der) (?:mauer|wand|turm|haus|damm))
            how (?:tall|high|deep|wide|big|large|far)
            qu[eé] (?:altura|profundidad|tamaño|superficie) | cu[aá]nto mide
            quelle (?:hauteur|profondeur|taille|surface) | combien mesure
            """
        ),
        Kind.SPAN: phrases(
            r"""
            wie (?:lange?|alt) | seit wann
            how (?:long|old) | since when
            cu[aá]nto tiempo | desde cu[aá]ndo | qu[eé] edad
            combien de temps | depuis (?:quand|combien) | quel âge
            """
        ),
        Kind.AMOUNT: phrases(
            r"""
            wie ?viele? | wie (?:hoch|oft) | wie stark
            how (?:many|much|often) | what (?:percentage|share|number|rate|proportion)
            cu[aá]nt[oa]s? | qu[eé] (?:porcentaje|parte|temperatura|n[uú]mero)
            combien | quel(?:le)? (?:est la |est le )?(?:part|taux|pourcentage|température|nombre)
            """
        ),
        Kind.TIME: phrases(
            r"""
            wann | welche[sm]? (?:tag|jahr|datum) | um wie viel uhr
            when | what (?:day|year|date|time)
            cu[aá]ndo | qu[eé] (?:d[ií]a|año|fecha) | a qu[eé] hora
            quand | quel(?:le)? (?:jour|année|date|heure)
            """
        ),
        Kind.PERSON: phrases(
            r"""
            wer | wen | wem | wie heißt
            who | whom | whose | name of | 's name
            qui[eé]n | qui[eé]nes | c[oó]mo se llama
            qui est | qui sont | qui a | qui ont | à qui | de qui | quel est le nom
            """
        ),
        Kind.REASON: phrases(
            r"""
            warum | wieso | weshalb | aus welchem grund
            why | how come | for what reason
            por qu[eé] | a qu[eé] se debe
            pourquoi | pour quelle raison
            """
        ),
    }
)

# Whether a sentence could answer at all; what is not here needs no sign.
ANSWERS: Mapping[Kind, re.Pattern[str]] = MappingProxyType(
    {
        Kind.MONEY: re.compile(
            r"[$£€¥]\s?\d|\d\s?[$£€¥]|\b(?:dollars?|euros?|pounds?|cents?|bucks|pesos?|francs?|franken|pence|kronen|yen|"
            r"céntimos?|centimes?|per ?cent|prozent|pour cent|por ciento|free|gratis|gratuit)\b|\d\s?%",
            re.IGNORECASE,
        ),
        Kind.SIZE: re.compile(
            r"\b(?:feet|foot|ft|inch(?:es)?|miles?|yards?|acres?|square|stor(?:e?ys|ies)|(?:kilo|centi|milli)?met(?:er|re)s?|"
            r"(?:zenti|kilo)?metern?|km|cm|quadratmeter|hektar|stockwerke?|mètres?|hectares?|étages?|metros?|kilómetros?|"
            r"hectáreas?|pisos?)\b",
            re.IGNORECASE,
        ),
        Kind.SPAN: re.compile(
            r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centur(?:y|ies)|jahr(?:e|en|zehnt\w*)?|monat(?:e|en)?|"
            r"wochen?|tage?n?|stunden?|minuten?|ans|années?|mois|semaines?|jours?|heures?|décennies?|años?|mes(?:es)?|"
            r"semanas?|d[ií]as?|horas?|minutos?|décadas?|since|seit|depuis|desde|(?:18|19|20)\d\d)\b",
            re.IGNORECASE,
        ),
        Kind.TIME: re.compile(
            r"\b(?:(?:1[5-9]|20)\d\d|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.:]\d\d|"
            r"mon(?:day|tag)|tuesday|dienstag|wednesday|mittwoch|thursday|donnerstag|fri(?:day|tag)|satur?day|samstag|"
            r"sun(?:day)|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
            r"sábado|domingo|"
            r"january|february|march|april|may \d|june|july|august|september|october|november|december|januar|februar|"
            r"märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|"
            r"novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
            r"yesterday|today|tomorrow|tonight|gestern|heute|morgen|hier soir|aujourd'hui|demain|ayer|hoy|mañana|"
            r"(?:last|next) (?:year|month|week|spring|summer|autumn|fall|winter)|(?:letzte|nächste)\w* \w+|"
            r"noon|midnight)\b",
            re.IGNORECASE,
        ),
    }
)

# The author's own stand is asked for: "What does the author want?", "What is the main point of the second article?"
WRITER = phrases(
    r"""
    artikel | autor | autorin | autoren | kommentar | text | verfasser | verfasserin
    article | articles | author | authors | column | columnist | editorial | op-ed | piece | writer
    art[ií]culo | autor | autora | autores | columna | texto
    article | articles | auteur | auteure | autrice | chronique | texte | tribune
    """
)
STANDS = phrases(
    r"""
    behauptet | denkt | einig | fordert | findet | hält | hauptaussage | kernaussage | meint | meinung | position
    schlägt
    sagt | stattdessen | these | vertritt | vorschlag | vorschlagen | will
    worum geht
    about | advocate | against | agree | differ | disagree | argue | argues | argument | arguing | believe | case
    claim | claims | conclude
    conclusion | demand | favou?r | gist | instead | main | opinion | point | position | propose | proposes | proposal
    recommend | say | stance | suggest | summar(?:y|ise|ize) | support | takeaway | thesis | think | thinks
    want | wants
    coinciden | defiende | dice | discrepan | idea | opina | opinión | piensa | propone | propuesta | quiere
    resumen | sostiene | tesis
    avis | d'accord | défend | demande | idée | opinion | pense | position | propose | proposition | résumé
    soutient | thèse | veut
    """
)
DEMANDS = phrases(
    r"""
    fordert | schlägt | stattdessen | soll | sollte | vorschlag | will
    demand | instead | law | propose | proposes | proposal | recommend | should | suggest | want | wants | solution
    debe | debería | propone | propuesta | quiere | solución
    demande | devrait | faut-il | propose | proposition | solution | veut
    """
)

# "The second article", "the first author"; the last one is -1.
ORDINALS: Mapping[int, re.Pattern[str]] = MappingProxyType(
    {
        1: phrases("erste[rnms]? | first | primer[oa]? | premi(?:er|ère) | article 1 | artikel 1 | artículo 1"),
        2: phrases("zweite[rnms]? | second | segund[oa] | deuxième | seconde? | article 2 | artikel 2 | artículo 2"),
        3: phrases("dritte[rnms]? | third | tercer[oa]? | troisième | article 3 | artikel 3 | artículo 3"),
        -1: phrases("letzte[rnms]? | neueste[rnms]? | last | latest | newest | últim[oa] | derni(?:er|ère)"),
    }
)

# It cannot be understood without what was said before it.
LEANS = phrases(
    r"""
    er | sie | es | ihn | ihm | ihr | das | dies | dieser | dieses | dazu | davon | darüber | dort | dafür
    he | she | it | they | him | her | them | that | this | those | these | there | his | its | their | one
    él | ella | ellos | eso | esto | ese | esa | aquello | allí | su | lo
    il | elle | ils | elles | cela | ça | ce | celui-ci | celle-ci | y | lui | leur
    """
)
