"""Rooms in four languages, with what was said in one of them, to check answers in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.analysis.engine import AnswerAsk
from bot.analysis.grounding import AnswerCheck
from bot.models.article import Article, Comment
from bot.models.discussion import Answer, Context, Kept, Memo, Memory, Person, Question, Standing, Turn
from bot.models.summary import Options, Signature

SIGNATURE = Signature(engine="openai", model="m")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

FERRY = Article(
    title="Keep the night ferry running",
    authors=("Marta Quillon",),
    site="The Sound Courier",
    language="en",
    paragraphs=(
        "The night ferry between Harsk and Elvenes carried 38,000 passengers last year, a tenth more than before.",
        "The county wants to cancel it in March. That would be a mistake, and an expensive one.",
        "“My nurses start at six, and there is no other way across,” says Ingrid Solheim, who runs the hospital.",
        "It is true that the ship is old: the Havbris was built in 1987 and burns four tonnes of diesel a night.",
        "A battery ferry would cost 120 million kroner, but the state would pay 40 percent of it.",
        "Those who speak of a bridge should say when it will open. Nobody at the roads office expects it before 2038.",
    ),
    bio="Marta Quillon commutes from Harsk.",
    comments=(Comment(author="reader", text="The captain drinks, everybody in the harbour knows that for years."),),
)
BRIDGE = Article(
    title="Stop feeding the old ship",
    authors=("Tobias Renner",),
    site="Fjord Weekly",
    language="en",
    paragraphs=(
        "I grew up with the night ferry, and I would cancel it tomorrow.",
        "Each crossing loses 900 kroner for every car that it carries, the county's auditors found.",
        "Most passengers travel in summer; in February the ferry sails with eleven people on average.",
        "The money belongs in the bridge, which would serve both towns at every hour of the day.",
        "A hospital can change its shifts. “We did it in Vikna, and nobody left,” says Per Aune, a retired director.",
        "The old ship burns as much diesel in a year as the whole bus fleet of the county.",
    ),
)
FAEHRE = Article(
    title="Lasst die Fähre fahren",
    authors=("Jutta Brandis",),
    language="de",
    paragraphs=(
        "Die Nachtfähre ist für die Pendler kein Luxus, sondern der einzige Weg zur Arbeit.",
        "Im Februar fuhren im Schnitt 11 Menschen mit, im Juli waren es 214.",
        "„Ohne die Fähre müsste ich umziehen“, sagt der Bäcker Ole Hansen aus Elvenes.",
        "Der Landkreis sollte eine Elektrofähre bestellen und die Pläne für die Brücke vergessen.",
    ),
)
BAC = Article(
    title="Gardons le bac de nuit",
    authors=("Solène Kervadec",),
    language="fr",
    paragraphs=(
        "Le bac de nuit relie les deux rives depuis 1952, et le département veut le supprimer au printemps.",
        "Ce serait une faute : 340 salariés de l’hôpital le prennent chaque semaine.",
        "« Sans le bac, je démissionne », prévient l’infirmière Maëlle Quéré.",
        "Un pont coûterait 85 millions d’euros et n’ouvrirait pas avant quinze ans.",
    ),
)
BARCA = Article(
    title="La barca de noche debe seguir",
    authors=("Inés Arrabal",),
    language="es",
    paragraphs=(
        "La barca nocturna cruza la ría desde 1961, y el ayuntamiento quiere suprimirla en otoño.",
        "Sería un error: la usan 220 trabajadores del puerto cada semana.",
        "«Sin la barca tendría que mudarme», dice el panadero Ramón Lago.",
        "Un puente costaría 60 millones de euros y tardaría doce años en abrirse.",
    ),
)

ANA, BEN, CLEO, DAG = (Person(id=n, name=name) for n, name in enumerate(("Ana", "Ben Kolar", "cleo_77", "Dag"), 1))


def answered(text: str) -> Answer:
    return Answer(text=text, citations=(), dropped=0, signature=SIGNATURE)


def turn(number: int, person: Person, text: str, answer: str = "", **changes: Any) -> Turn:
    return Turn(
        id=number, person=person, text=text, asked_at=NOW, answer=answered(answer) if answer else None, **changes
    )


TURNS = (
    turn(11, ANA, "Is the Havbris really that old? My uncle worked on her in 1989.", "She was built in 1987 [1¶4]."),
    turn(12, BEN, "I would rather wait for the bridge, even if it takes until 2040.", "Renner wants it too [2¶4]."),
    turn(13, CLEO, "Tickets should be free for nurses and teachers.", "The articles here don't say."),
)
MEMORY = Memory(
    memos=(
        Memo(kind=Kept.POSITION, text="The voters in Harsk should decide first.", turns=(3,), person=DAG),
        Memo(kind=Kept.FACT, text="The last public meeting drew sixty people.", turns=(4,)),
    ),
    through=10,
    signature=SIGNATURE,
)
QUESTIONS = {
    "en": "Should the ferry stay, and what would the bridge change?",
    "de": "Soll die Fähre bleiben, und was sagt die Autorin dazu?",
    "fr": "Faut-il garder le bac, et que dit l’auteure de cela ?",
    "es": "¿Debe seguir la barca, y qué dice la autora sobre eso?",
}
ARTICLES = {"en": (FERRY, BRIDGE), "de": (FAEHRE,), "fr": (BAC,), "es": (BARCA,)}


def ask(language: str = "en", **changes: Any) -> AnswerAsk:
    """A question in one of the rooms; only the English one has heard anything before."""
    articles = changes.pop("articles", ARTICLES[language])
    is_first = language != "en"
    context = Context(
        articles=tuple(Standing(n=n, article=a, lines=(), is_whole=True) for n, a in enumerate(articles, 1)),
        memory=None if is_first else MEMORY,
        window=() if is_first else TURNS,
        passages=(),
        recalled=(),
        question=Question(text=changes.pop("question", QUESTIONS[language]), person=changes.pop("person", ANA)),
        asked_at=NOW,
    )
    return AnswerAsk(context=replace(context, **changes), options=Options())


def checked(text: str, asked: AnswerAsk | None = None, instructions: tuple[str, ...] = ()) -> Answer:
    check = AnswerCheck(asked or ask(), instructions)
    check.feed(text)
    return check.finish(SIGNATURE)
