"""How commentaries and reports speak, by language: data of `voice.py`."""

from __future__ import annotations

from bot.sources.kind_words import phrases

# The author speaking in the first person singular.
FIRST_PERSON: dict[str, tuple[str, ...]] = {
    "en": phrases(
        """
        i, i'm, i’m, i've, i’ve, i'd, i’d, i'll, i’ll, my, mine, myself
        """
    ),
    "de": phrases(
        """
        ich, mein, meine, meinen, meiner, mich
        """
    ),
    "fr": phrases(
        """
        je, j'ai, j’ai, mon, mes
        """
    ),
    "es": phrases(
        """
        yo, creo, mi, mis
        """
    ),
    "it": phrases(
        """
        io, mio, mia, credo
        """
    ),
    "pt": phrases(
        """
        eu, meu, minha, acho
        """
    ),
    "nl": phrases(
        """
        ik, mijn
        """
    ),
}

# The author arguing: what ought to be, what is wrong, what one believes.
ARGUING: dict[str, tuple[str, ...]] = {
    "en": phrases(
        """
        should, must, ought, let us, i believe, i want to argue,
        i would argue, in my view, it is time, the truth is, the question is, wrong, we cannot, we can't,
        enough
        """
    ),
    "de": phrases(
        """
        muss, müssen, sollte, sollten, dürfen, darf, falsch, es ist zeit, ich glaube, ich meine, ich finde,
        wir brauchen
        """
    ),
    "fr": phrases(
        """
        doit, doivent, devons, devrait, il faut, faut-il, je crois, il est temps, cessons, nous ne pouvons
        """
    ),
    "es": phrases(
        """
        debe, deben, debemos, debería, hay que, creo que, es hora, no podemos
        """
    ),
    "it": phrases(
        """
        deve, devono, dobbiamo, dovrebbe, bisogna, credo che, è ora
        """
    ),
    "pt": phrases(
        """
        deve, devem, devemos, deveria, é preciso, é hora, acredito
        """
    ),
    "nl": phrases(
        """
        moet, moeten, zou moeten, ik vind, ik geloof, het is tijd
        """
    ),
}

# A reporter giving what others said.
ATTRIBUTIONS: dict[str, tuple[str, ...]] = {
    "en": phrases(
        """
        said, told reporters, told, according to, spokesman, spokeswoman, spokesperson, announced,
        declined to comment, reported, officials
        """
    ),
    "de": phrases(
        """
        sagte, sagten, teilte, teilten, laut, nach angaben, sprecher, sprecherin, hieß es, erklärte,
        wie die, berichtete, kündigte
        """
    ),
    "fr": phrases(
        """
        a déclaré, a annoncé, selon, a indiqué, a affirmé, porte-parole, a précisé, d'après
        """
    ),
    "es": phrases(
        """
        dijo, según, informó, anunció, aseguró, portavoz, señaló, explicó, declaró
        """
    ),
    "it": phrases(
        """
        ha detto, secondo, ha dichiarato, ha annunciato, portavoce, ha spiegato, ha affermato
        """
    ),
    "pt": phrases(
        """
        disse, segundo, afirmou, anunciou, de acordo com, informou, porta-voz
        """
    ),
    "nl": phrases(
        """
        zei, volgens, aldus, woordvoerder, meldde, liet weten
        """
    ),
    "ar": phrases(
        """
        قال, وقال, أعلن, وفقا
        """
    ),
}

# The reader being told what to do: a guide, no argument.
SECOND_PERSON: dict[str, tuple[str, ...]] = {
    "en": phrases("you, your, you're, you’re, you'll, you’ll"),
    "de": phrases("du, dein, deine, deinen, dir, dich"),
    "fr": phrases("vous, votre, vos, tu, ton"),
    "es": phrases("tú, tu, tus, usted"),
    "it": phrases("tu, tuo, tua, tuoi"),
    "pt": phrases("você, seu, sua"),
    "nl": phrases("je, jij, jouw"),
}
