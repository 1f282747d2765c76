"""The engine's own words, by language: remarks, the sentence about readers' comments, what articles are about."""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH: Mapping[str, str] = {
    "NUMBER": "“{}” comes without a source",
    "SWEEPING": "“{}”: is there no exception?",
    "UNSUPPORTED": "“{}” is claimed without support",
    "ONE_SIDED": "only one side is heard here: {}",
    "UNNAMED": "“{}” is an unnamed source",
    "ALTERNATIVE": "“{}” may be a false alternative",
    "ANECDOTE": "“{}” is an anecdote, one case",
    "REACTION_ONE": "One reader comments; {}: “{}”",
    "REACTION_MANY": "{} readers comment; {}: “{}”",
    "A_READER": "one writes",
    "SUBJECT": "What do they make of {}?",
    "THESES": "What each of them claims",
    "ABOUT": "About: {}",
    "DIFFER": "On this they differ",
}
_GERMAN: Mapping[str, str] = {
    "NUMBER": "„{}“ steht ohne Quelle da",
    "SWEEPING": "„{}“: gilt das ohne Ausnahme?",
    "UNSUPPORTED": "„{}“ wird ohne Beleg behauptet",
    "ONE_SIDED": "hier kommt nur eine Seite zu Wort: {}",
    "UNNAMED": "„{}“: die Quelle bleibt ungenannt",
    "ALTERNATIVE": "„{}“ ist womöglich eine falsche Alternative",
    "ANECDOTE": "„{}“ ist ein Einzelfall, eine Anekdote",
    "REACTION_ONE": "Eine Leserstimme; {}: „{}“",
    "REACTION_MANY": "{} Leserstimmen; {}: „{}“",
    "A_READER": "jemand schreibt",
    "SUBJECT": "Was sagen sie zu: {}?",
    "THESES": "Was sie jeweils vertreten",
    "ABOUT": "Zu: {}",
    "DIFFER": "Hier gehen sie auseinander",
}
_FRENCH: Mapping[str, str] = {
    "NUMBER": "« {} » : chiffre sans source",
    "SWEEPING": "« {} » : sans aucune exception ?",
    "UNSUPPORTED": "« {} » : affirmé sans preuve",
    "ONE_SIDED": "une seule voix se fait entendre ici : {}",
    "UNNAMED": "« {} » : source anonyme",
    "ALTERNATIVE": "« {} » : peut-être une fausse alternative",
    "ANECDOTE": "« {} » : une anecdote, un seul cas",
    "REACTION_ONE": "Un lecteur commente ; {} : « {} »",
    "REACTION_MANY": "{} lecteurs commentent ; {} : « {} »",
    "A_READER": "l’un écrit",
    "SUBJECT": "Que disent-ils de : {} ?",
    "THESES": "Ce que chacun soutient",
    "ABOUT": "À propos de : {}",
    "DIFFER": "Ici ils divergent",
}
_SPANISH: Mapping[str, str] = {
    "NUMBER": "«{}»: cifra sin fuente",
    "SWEEPING": "«{}»: ¿sin ninguna excepción?",
    "UNSUPPORTED": "«{}» se afirma sin pruebas",
    "ONE_SIDED": "aquí se oye una sola voz: {}",
    "UNNAMED": "«{}»: fuente anónima",
    "ALTERNATIVE": "«{}»: quizá una falsa alternativa",
    "ANECDOTE": "«{}»: una anécdota, un solo caso",
    "REACTION_ONE": "Comenta un lector; {}: «{}»",
    "REACTION_MANY": "Comentan {} lectores; {}: «{}»",
    "A_READER": "uno escribe",
    "SUBJECT": "¿Qué dicen de: {}?",
    "THESES": "Lo que sostiene cada uno",
    "ABOUT": "Sobre: {}",
    "DIFFER": "Aquí discrepan",
}
_BY_LANGUAGE: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}


def phrase(key: str, *words: str, language: str) -> str:
    """A sentence of the engine's in the article's language; in English where we have none."""
    template = _BY_LANGUAGE.get(language, _ENGLISH)[key]
    return template.format(*words)
