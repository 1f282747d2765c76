"""A room with articles to ask about, and an answer that has to stand up to the check of answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.analysis.engine import AnswerAsk
from bot.analysis.extractive.answering import Texts, answer
from bot.analysis.grounding import AnswerCheck
from bot.models.article import Article
from bot.models.discussion import Person
from bot.models.summary import Options, Signature
from tests.analysis.talks import ANA, BEN, bare, standing, turn

PIER = Article(
    title="Keep the old pier",
    authors=("Morag Tulloch",),
    language="en",
    paragraphs=(
        "The old pier at Kirkhaven has been closed since the storm. Nobody has repaired it.",
        "A new pier would cost nine million pounds. The town has two million.",
        "Critics say that the money is better spent on the school. They have a point, but the school has its roof.",
        "The council should repair the pier before winter. Fishermen have nowhere else to land their catch.",
        "My grandfather built its first planks in 1931.",
    ),
)
SCHOOL = Article(
    title="The school comes first",
    authors=("Dennis Quill",),
    language="en",
    paragraphs=(
        "The school at Kirkhaven leaks on rainy days and the children move their desks.",
        "A new pier would cost nine million pounds and serve eleven boats.",
        "The council should spend its money on the school roof and let the pier go.",
    ),
)
HAFEN = Article(
    title="Rettet den Steg",
    authors=("Henrike Stollberg",),
    language="de",
    paragraphs=(
        "Der alte Steg in Oberweiden ist seit dem Sturm gesperrt.",
        "Ein neuer Steg würde neun Millionen Euro kosten.",
        "Der Gemeinderat sollte den Steg vor dem Winter reparieren.",
    ),
)
JETEE = Article(
    title="Sauvons la jetée",
    authors=("Maïwenn Le Guirriec",),
    language="fr",
    paragraphs=(
        "La vieille jetée du port est fermée depuis la tempête.",
        "Une jetée neuve coûterait neuf millions d'euros.",
        "Le conseil devrait réparer la jetée avant l'hiver.",
    ),
)
MUELLE = Article(
    title="Salvemos el muelle",
    authors=("Rosario Benjumea",),
    language="es",
    paragraphs=(
        "El viejo muelle del puerto está cerrado desde la tormenta.",
        "Un muelle nuevo costaría nueve millones de euros.",
        "El ayuntamiento debería reparar el muelle antes del invierno.",
    ),
)
TEXTS = Texts()


def ask(
    question: str, *articles: Article, person: Person = ANA, options: Options | None = None, **changes: Any
) -> AnswerAsk:
    shown = bare(question, articles=tuple(standing(n, one) for n, one in enumerate(articles, 1)), **changes)
    return AnswerAsk(
        context=replace(shown, question=replace(shown.question, person=person)), options=options or Options()
    )


def said(asked: AnswerAsk) -> str:
    """The answer; every sentence of it has to stand up to the check of answers."""
    sentences = answer(asked, TEXTS)
    check = AnswerCheck(asked)
    check.feed("\n\n".join(sentences))
    assert check.finish(Signature(engine="extractive")).dropped == 0, sentences
    assert 1 <= len(sentences) <= 5
    return "\n\n".join(sentences)


def cited(text: str) -> list[str]:
    return re.findall(r"\[(\d+¶\d+)\]", text)


TALK = (
    turn(3, "I would keep the pier, my boat lies there.", "Noted.", ANA),
    turn(4, "The school needs the money more than eleven boats do.", "Noted.", BEN),
    turn(5, "Our meeting about the pier is on Friday at six.", "Noted.", BEN),
)
