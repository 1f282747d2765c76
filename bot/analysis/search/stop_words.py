"""Words that nobody searches for, by language: grammar, and how one talks about talking."""

from __future__ import annotations

from bot.analysis.grounding.function_words import FUNCTION_WORDS
from bot.analysis.search.folding import folded

_TALK = {
    "de": """antwort artikel autor autorin bitte danke denkst du eben eigentlich erklär erkläre erwähnt euch frage
             gemeint genau gesagt gibts ich's kannst meinst mal meint mein meine nochmal sag sage sagen sagt
             schreibt steht uns vorher vorhin was warum weshalb weswegen wieso woher wohin weißt wurde zuvor""",
    "en": """again ago anything article articles ask asked author authors can't couldn't didn't doesn't don't each
             earlier ever every everything few find get give go got he's i'd i'm i've isn't it's let let's like look
             many maybe mention mentioned much ok okay please really recall remember remind said says something sure
             tell thank thanks that's there's they're think thing things though thought told want wasn't we're what's
             who's won't wrote yet you're your""",
    "es": """artículo articulo autor autora acuerdas cuándo cuánto cuál cuáles cómo decía dice dicen dicho dijo dónde
             dime favor gracias escribe explica explícame hablamos mencionó pregunta quién quiénes recuerda recuerdas
             respuesta era eran fue fueron""",
    "fr": """article articles auteur autrice as-tu c'est combien comment dis dit disait écrit est-ce explique
             expliquer merci moi parlé pourquoi question quoi quels quelles qu'est-ce rappelle rappelles réponse
             souvenir s'il était étaient""",
}

STOP_WORDS = frozenset(
    folded(word) for table in (*map(" ".join, FUNCTION_WORDS.values()), *_TALK.values()) for word in table.split()
)
