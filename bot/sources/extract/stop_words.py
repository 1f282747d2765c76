"""Words that a language cannot do without, and letters of its own: data of `language.py`."""

from __future__ import annotations

STOP_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in that is was for it with as his on be at by had not are but from or have they",
        "de": "der die und das ist nicht ein eine den von zu mit sich des auf für im dem es als auch werden aus",
        "fr": "le la les de des et est un une du que dans qui il pour pas sur au plus par ce avec sont ne cette",
        "es": "el la los de que y en un una es se las por del con no para su al lo como más pero sus este ha",
        "it": "il la di che e un una è per non del della le in con si sono al dei nel alla come più ma anche ha",
        "pt": "o a os de que e em um uma é não do da para com se as no na por mais dos como mas foi ao das são",
        "nl": "de het een van en in is dat op te zijn niet met voor die er aan ook als maar om hij bij naar",
        "sv": "och att det som en är på för av med den till inte ett har de om men var sig från så vi kan",
        "da": "og at det er en til af på som den for med ikke der et de har var fra han vi kan blev også",
        "no": "og det er en som på til av for med at ikke den et har de var fra men vi kan ble også seg",
        "fi": "ja on ei se että hän oli joka mutta kun niin ovat myös sen olla kuin vain tai jo",
        "pl": "i w na z się nie do że jest to o jak po co za od dla przez był są który ale ma jego",
        "cs": "a se v na je že to z s do i o za by ale jako pro po byl jsou jeho které než také",
        "hu": "a az és hogy nem is egy ez van meg de csak volt már mint el még azt minden vagy",
        "ro": "și de la în a cu pe nu este din că o un care mai pentru sunt au fost se ce prin",
        "tr": "ve bir bu da de için ile çok ne daha gibi olan olarak o ama var kadar sonra ise değil",
        "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan adalah oleh juga ke sebagai ada",
        "ca": "el la els de que i en un una és no per del amb les al com més dels però ha",
        "is": "og að er á sem í til um við með var ekki það hann en af fyrir hafa voru eru",
        "hr": "i je u na se da za od su s o a što kao ne koji iz nije bi će ili",
    }.items()
}

# Scripts that one language (of those that news is written in) has nearly to itself; the first match in a text decides.
SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("zh", "\u3400-\u9fff"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("th", "\u0e00-\u0e7f"),
    ("hi", "\u0900-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("ta", "\u0b80-\u0bff"),
    ("ka", "\u10a0-\u10ff"),
    ("hy", "\u0530-\u058f"),
)

# In scripts that several languages share, letters that tell them apart; the first language whose letters occur.
CYRILLIC = (("uk", "їєґ"), ("be", "ў"), ("sr", "ђћљњ"), ("mk", "ѓќѕ"), ("ru", "ыэё"), ("bg", ""))
ARABIC = (("ur", "ٹڈڑےں"), ("fa", "پچژگ"), ("ar", ""))
