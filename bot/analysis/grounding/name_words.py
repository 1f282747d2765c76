"""Names that go by several words, and words beside names."""

from __future__ import annotations

# Whoever writes one of a group may be quoted with another. Casefolded; English, German, French, Spanish.
SAME_PLACES = tuple(
    frozenset(group.split())
    for group in (
        "us usa united states america american americans amerika amerikaner amerikanische états-unis états unis eeuu",
        "vereinigte vereinigten staaten estados unidos américaine américain américains estadounidense",
        "uk united kingdom britain british britons england english großbritannien britisch royaume-uni britannique",
        "eu european union europe europeans europa europäische europäischen ue européenne europea",
        "un united nations uno vereinte vereinten nationen onu",
        "france french frankreich französisch französische franzosen français française francia francés francesa",
        "germany german germans deutschland deutsche deutschen allemagne allemand allemande alemania alemán alemana",
        "spain spanish spaniards spanien spanisch spanische espagne espagnol espagnole españa español española",
        "netherlands dutch holland niederlande niederländisch pays-bas néerlandais",
        "switzerland swiss schweiz schweizer suisse suiza",
        "china chinese chinas chinois chinoise chino china",
        "russia russian russians russland russisch russie russe rusia ruso moscow kremlin",
        "ireland irish irland", "wales welsh", "scotland scottish scots schottland",
        "poland polish poles polen pologne polonais", "denmark danish danes dänemark", "turkey turkish turks türkei",
        "greece greek greeks griechenland grèce", "peru peruvian", "ukraine ukrainian ukrainians",
        "pakistan pakistani pakistanis", "afghanistan afghan afghans afghanen", "brussels brüssel bruxelles bruselas",
    )
)  # fmt: skip
DEMONYM_ENDINGS = frozenset(
    """ n an ian ean ish i is s ns ans ians ese er ers ien isch ische ischen ischer isches ais aise ain aine ains ano
    ana és esa e en a ia y ey land ism ist ists""".split()
) | {""}
MONTHS = (
    ("January", "Januar"), ("February", "Februar"), ("March", "März"), ("April", "April"), ("May", "Mai"),
    ("June", "Juni"), ("July", "Juli"), ("August", "August"), ("September", "September"), ("October", "Oktober"),
    ("November", "November"), ("December", "Dezember"),
)  # fmt: skip
# German nouns that stand right before another noun without making a name of it.
GERMAN_MEASURES = frozenset(
    """prozent millionen milliarden million milliarde euro cent dollar liter tonnen tonne meter kilometer hektar
    quadratmeter ende anfang mitte stück art dutzend grad kilo gramm stunden jahre jahren monate wochen tage
    jahr uhr teil hälfte drittel viertel menge reihe thema stichwort""".split()
)
