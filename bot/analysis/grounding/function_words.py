"""Words that carry no content, per language; they also tell which language a text is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "de": frozenset(
            """aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis da damit dann das
            dass dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine
            einem einen einer eines er es etwas für gegen gibt haben hat hatte hätte hier ich ihm ihn ihnen ihr
            ihre ihrem ihren ihrer im in ins ist ja jede jeder jedes jetzt kann kein keine keinen können man
            mehr mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sei sein seine
            seinem seinen seiner selbst sich sie sind so soll sollte sollten über um und uns unser unter viel
            vom von vor wäre war waren was weil wenn wer werden wie wieder will wir wird wo wollen worden wurde
            wurden würde zu zum zur zwischen""".split()
        ),
        "en": frozenset(
            """a about after all also an and any are as at be because been before being but by can could did do
            does for from had has have he her here him his how i if in into is it its just may me might more
            most much must my no nor not now of off on one only or other our out over own said same say says
            shall she should so some such than that the their them then there these they this those through to
            too under until up us very was we were what when where which while who whom whose why will with
            would you your""".split()
        ),
        "es": frozenset(
            """a al algo ante antes aunque cada como con contra cual cuando de del desde donde dos el él ella ellas
            ellos en entre era es esa ese eso esta está estaba están estar este esto ha había han hasta hay la
            las le les lo los más me mi mientras muy nada ni no nos nosotros o otra otro para pero poco por
            porque pues que qué quien se sea según ser si sí sido sin sino sobre son su sus también tan tanto te
            tiene todo todos tras tu un una unas uno unos y ya yo""".split()
        ),
        "fr": frozenset(
            """à ainsi alors après au aucun aussi autre autres aux avait avant avec avoir c’ car ce cela celle
            celles celui ces cet cette ceux chaque comme contre d’ dans de depuis des donc dont du elle elles en
            encore entre est et été être eux fait faire il ils j’ je l’ la là le les leur leurs lui m’ ma mais
            même mes moins mon n’ ne ni non nos notre nous on ont ou où par parce pas peu peut plus pour
            pourquoi qu’ quand que quel quelle qui s’ sa sans se ses si son sont sous sur ta te tous tout toute
            toutes très tu un une vers vos votre vous y""".split()
        ),
    }
)
_ANY_LANGUAGE = frozenset().union(*FUNCTION_WORDS.values())
_WORD = re.compile(r"[^\W\d_]+’?")
_SAMPLE = 6000  # characters that tell a language
ENOUGH = 4  # function words that do


def is_function_word(form: str) -> bool:
    return form in _ANY_LANGUAGE


def language_of(text: str, declared: str = "", least: int = ENOUGH) -> str:
    """The declared language when its words are known here, else the one that its function words speak for, else "".

    least: how many of them do.
    """
    primary = declared.partition("-")[0].casefold()
    if primary in FUNCTION_WORDS:
        return primary
    count, likeliest = languages_of(text)
    return likeliest[0] if count >= least else ""


def languages_of(text: str) -> tuple[int, tuple[str, ...]]:
    """How many of its words are the commonest of one language, and of which; of several when they are as many."""
    words = _WORD.findall(text[:_SAMPLE].casefold().replace("'", "’"))
    counts = {language: sum(word in known for word in words) for language, known in FUNCTION_WORDS.items()}
    most = max(counts.values())
    return most, tuple(language for language, count in counts.items() if count == most)
