"""How one points at an article, a paragraph or what was just said, by language; folded (small letters, no accents)."""

from __future__ import annotations

# What an article is called.
ARTICLES = {
    "de": "artikel beitrag text kommentar kolumne leitartikel meinungsstuck stuck essay glosse",
    "en": "article piece text column op-ed oped editorial commentary essay analysis letter story link source",
    "es": "articulo texto columna tribuna editorial pieza ensayo enlace comentario",
    "fr": "article texte tribune chronique editorial papier billet essai lien commentaire",
}
WRITERS = {
    "de": "autor autorin verfasser verfasserin",
    "en": "author writer columnist",
    "es": "autor autora columnista",
    "fr": "auteur autrice auteure chroniqueur",
}
PARAGRAPHS = {"de": "absatz", "en": "paragraph para", "es": "parrafo", "fr": "paragraphe alinea"}

# Patterns of the first ten, of the last and of the one before it, of the other ones, of all.
ORDINALS = {
    "de": "erste[nrsm]? zweite[nrsm]? dritte[nrsm]? vierte[nrsm]? funfte[nrsm]? sechste[nrsm]? siebte[nrsm]? "
    "achte[nrsm]? neunte[nrsm]? zehnte[nrsm]?",
    "en": "first|1st second|2nd third|3rd fourth|4th fifth|5th sixth|6th seventh|7th eighth|8th ninth|9th tenth|10th",
    "es": "primer[oa]? segund[oa] tercer[oa]? cuart[oa] quint[oa] sext[oa] septim[oa] octav[oa] noven[oa] decim[oa]",
    "fr": "premiere? deuxieme|seconde? troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme",
}
LAST = {
    "de": "letzte[nrsm]? neueste[nrsm]? jungste[nrsm]?",
    "en": "last latest newest",
    "es": "ultim[oa]",
    "fr": "derniere?",
}
PREVIOUS = {
    "de": "vorletzte[nrsm]? vorige[nrsm]?",
    "en": "previous",
    "es": "penultim[oa] anterior",
    "fr": "precedente?",
}
OTHER = {"de": "andere[nrsm]?", "en": "other", "es": "otr[oa]s?", "fr": "autres?"}
ALL = {
    "de": "beide[nr]? alle[nr]?",
    "en": "both all",
    "es": "amb[oa]s tod[oa]s",
    "fr": "tous toutes les[ ]deux",
}

# Words that lean on what was said before.
LEANING = {
    "de": """er ihm ihn ihr ihre ihren ihrem ihnen sein seine seinen seinem sie dies dieser diese dieses diesem diesen
             das davon dafur dagegen damit darauf daruber deshalb dann also dort es jene jener jenes beides solche""",
    "en": """he him his she her hers they them their theirs it its this that these those there then one ones so
             such former latter same else""",
    "es": """el ella ellos ellas le les lo su sus ese esa eso esos esas este esta esto estos estas aquel aquella
             ahi alli entonces mismo misma""",
    "fr": """il elle ils elles lui leur leurs son sa ses ce cet cette ces cela ca celui celle ceux y en donc alors
             meme""",
}
# What a follow-up opens with.
GOING_ON = {
    "de": "und aber warum wieso weshalb also sondern oder dann",
    "en": "and but why so then or how[ ]come",
    "es": "y pero entonces o por[ ]que",
    "fr": "et mais pourquoi alors ou donc",
}
# What a question without its mark opens with.
ASKING = {
    "de": """was wer wen wem wann wo wohin woher warum wieso weshalb wie welche[rsnm]? wieviel ob kannst erklar sag
             erinner nenn fass""",
    "en": """what who whom whose when where why how which is are was were do does did can could would should tell
             remind explain show list summarize summarise give describe compare""",
    "es": "que quien quienes cuando donde como cual cuales cuanto cuantos cuanta cuantas dime recuerdame explica",
    "fr": """que qu qui quand ou pourquoi comment quel quelle quels quelles combien est-ce dis rappelle explique
             resume""",
}
# Who asks about what was her own.
MINE = {
    "de": "ich mein meine meiner meinen meinem meines mir mich",
    "en": "i my me mine",
    "es": "yo mi mis mio mia me",
    "fr": "je j mon ma mes mien mienne moi",
}
