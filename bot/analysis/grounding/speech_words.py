"""Words around quotations, per language. Lower case, typographic apostrophes."""

from __future__ import annotations

from itertools import chain

_REGULAR_ENGLISH = """
    accus add admit admonish advis alleg announc argu ask assert assur clarif comment complain conced conclud
    confess confirm contend declar defend describ emphasis emphasiz exclaim explain fum gush insist intervien
    maintain mutter observ predict proclaim profess propos quip recall reckon recommend remember remind repeat repl
    retort scoff sneer suggest summaris summariz thunder urg vow
""".split()
# Nouns too in their other forms, so only the past counts.
_PAST_ENGLISH = """
    joked reasoned remarked lamented pleaded whispered wondered tweeted wonders admitted answered called cautioned
    claimed commented complained countered demanded denied dismissed expressed hissed mocked noted objected ordered
    pledged pointed pressed promised protested praised quipped quoted replied reported responded scolded shouted
    sighed snapped stated stressed swore testified voiced volunteered warned boasted referred
""".split()
_ENGLISH = """
    said says say saying told tells tell telling wrote writes write writing asks asking spoke speaks spoken thinks
    thought went calls calling notes warns denies replies puts put
""".split()
_GERMAN = """
    sagt sagte sagten sagen gesagt sage meint meinte meinten meinen gemeint erklärt erklärte erklärten erklären
    betont betonte betonten schreibt schrieb schrieben geschrieben nennt nannte nannten genannt fragt fragte fragten
    gefragt antwortet antwortete geantwortet warnt warnte warnten gewarnt fordert forderte forderten gefordert
    behauptet behauptete behaupteten findet fand erzählt erzählte berichtet berichtete kritisiert kritisierte
    verspricht versprach versprochen kontert konterte widerspricht widersprach widersprochen schimpft schimpfte
    urteilt urteilte beteuert beteuerte bekräftigt bekräftigte kommentiert kommentierte erinnert erinnerte
    prophezeit schwärmt höhnt ruft rief gerufen klagt klagte mahnt mahnte spottet spottete entgegnet entgegnete
    erwidert erwiderte ergänzt ergänzte versichert versicherte verteidigt verteidigte räumt räumte formuliert
    formulierte zitiert lobt lobte spricht sprach gesprochen
""".split()
_FRENCH = """
    dit dis disait disent disaient déclare déclarait déclaré déclarer affirme affirmait affirmé explique expliquait
    expliqué écrit écrivait demande demandait demandé répond répondait répondu répondit assure assurait assuré
    estime estimait juge jugeait confie confiait confié raconte racontait raconté ajoute ajoutait ajouté lance
    lançait lancé soupire soupirait reconnaît reconnaissait prévient prévenait insiste insistait promet promettait
    promis résume résumait précise précisait note notait appelle appelait appelé parle parlait parlé martèle plaide
    rétorque rétorquait réplique répliquait poursuit conclut souligne soulignait rappelle rappelait observe ironise
    glisse avoue avouait admet admettait regrette regrettait déplore dénonce dénonçait tonne tranche s’insurge
    s’agace s’emporte
""".split()
_SPANISH = """
    dice dijo dicen decía decían dicho afirma afirmó afirmaba explica explicó explicaba escribe escribió escribía
    pregunta preguntó preguntaba responde respondió respondía asegura aseguró cuenta contó contaba añade añadió
    añadía declara declaró sostiene sostuvo advierte advirtió reconoce reconoció repite repitió replica replicó
    llama llamó llamaba resume resumió promete prometió admite admitió insiste insistió habla habló contesta
    contestó contestaba comenta comentó comentaba señala señaló señalaba apunta apuntó recuerda recordó lamenta
    lamentó critica criticó exige exigió ironiza ironizó zanja zanjó
""".split()

SPEECH_VERBS = frozenset(
    chain(
        *((stem + "e", stem + "es", stem + "s", stem + "ed", stem + "ing", stem) for stem in _REGULAR_ENGLISH),
        _PAST_ENGLISH, _ENGLISH, _GERMAN, _FRENCH, _SPANISH,
    )
)  # fmt: skip
# Verbs that stand, with their subject after them, inside the marks: « …, disait-elle, … », "…—me dijo X—…".
INCISE_VERBS = frozenset((*_FRENCH, *_SPANISH))
# The source follows: "according to X", "selon X". German "so X" counts right after a quotation only.
SOURCE_WORDS = frozenset("according laut selon según so".split())
# Verbs that name the one spoken to right after them.
ADDRESSING = frozenset(
    """told tells tell telling asked asks ask assured assures reminded reminds warned urged
    warnt warnte fragt fragte""".split()
)

# Those that point back over a comma: "X, who runs the port, said".
RELATIVES = frozenset("who whom which der die das welcher welche qui que quien".split())
SECOND_PERSON = frozenset("you ihr du tu vous usted ustedes vosotros".split())
FIRST_PERSON = frozenset("i we my our ich wir mein unser je j’ nous yo nosotros nosotras".split())
THIRD_PERSON = frozenset("he she they it one er sie es man wer il elle ils elles on él ella ellos ellas".split())
ADVERB_ENDINGS = ("ly", "lich", "ment", "mente")
# Between a subject and its verb: "has also said", "hat einmal gesagt".
BETWEEN = frozenset(
    """has have had is was were will would did does also then once later recently often still already once famously
    himself herself rightly simply just only then now repeatedly publicly previously reportedly not
    hat haben hatte hatten habe wird würde auch dann einmal mir uns ihm mich immer noch schon nun
    a ai avait ont aurait me m’ nous lui l’ se s’ y en alors encore aussi
    ha había han habrá me nos le les lo se también ya""".split()
)
DETERMINERS = frozenset(
    """the a an its his her their our my der die das ein eine seine ihre le la les l’ un une son sa leur el los las su
    una""".split()
)
OBLIQUE = frozenset(
    """of in to at from by about on for with near inside under over between through across into after before against
    von in aus bei zu nach mit für gegen über im am vom zum zur beim gegenüber an auf vor
    de du des d’ à au aux en dans pour par sur avec contre sous chez vers del al con por para sobre desde
    hasta""".split()
)
# What follows one of these is a place more often than a person.
LOCATIVE = frozenset(
    "in at on near from of outside across around aus in bei nach dans en à chez près de desde en".split()
)
# Who speaks for another is not that other: "a spokesman for X said".
REPRESENTATIVES = frozenset(
    """spokesman spokeswoman spokesperson spokespeople aide aides lawyer lawyers attorney deputy wife husband son
    daughter sprecher sprecherin anwalt anwältin mitarbeiter porte-parole avocat avocate portavoz abogado
    abogada""".split()
)
AND = frozenset("and und et y e".split())
BY = frozenset("by von par por".split())
PASSIVE = frozenset("was were is been being wurde wird worden été fue ha".split())
# A letter's opening names the "you" in it.
SALUTATIONS = ("Dear", "Sehr geehrter", "Sehr geehrte", "Lieber", "Liebe", "Cher", "Chère", "Querido", "Querida")

# What stands before a name and is no part of it.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative gov governor president
    chancellor minister premier prime secretary commissioner mayor judge justice general gen colonel col captain capt
    major sergeant sgt lieutenant lt admiral chief chairman chairwoman chair director sister brother father mother rev
    reverend bishop archbishop cardinal pope rabbi imam king queen prince princess duke councillor councilman
    councilwoman alderman mp mep mla md phd jr sr ambassador envoy speaker leader treasurer attorney detective officer
    inspector superintendent principal dean coach aunt uncle ceo cfo vice deputy former ex us uk eu
    herr herrn frau dr professorin präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin
    ministerin senatorin kämmerer kämmerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat
    landrätin pfarrer pfarrerin richter richterin abgeordnete abgeordneter chef chefin bundestagsabgeordnete
    m mme mlle monsieur madame maître me président présidente ministre maire sénateur sénatrice député députée docteur
    señor señora señorita sr sra srta don doña presidente presidenta ministro ministra alcalde alcaldesa senador
    senadora diputado diputada consejero consejera doctor doctora""".split()
)
_TITLE_ENDINGS = tuple(
    """minister ministerin präsident präsidentin meister meisterin chef chefin direktor direktorin sprecher sprecherin
    leiter leiterin forscher forscherin planer planerin""".split()
)


def is_title(form: str) -> bool:
    """Whether a word stands before names; German composes new ones ("Hafenchefin")."""
    folded = form.casefold()
    return folded in TITLES or folded.endswith(_TITLE_ENDINGS)


PARTICLES = frozenset("de del della der den van von zu zur la le du des di da dos el al bin ibn ben".split())

AUTHOR_NAMES = frozenset(
    """the author|author|the writer|the columnist|the editorial|the editors|the editorial board|the newspaper|i|we
    |der autor|die autorin|autor|autorin|der verfasser|die verfasserin|die redaktion|ich|wir
    |l’auteur|l’auteure|l’autrice|auteur|autrice|la rédaction|je|nous
    |el autor|la autora|autor|autora|la redacción|yo|nosotros""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)

# A passage with one of these cannot be left out of a quotation: what is left may say the opposite.
TURNING = frozenset(
    """no not nor neither never none nobody nothing nowhere without unless except hardly barely scarcely cannot but
    however instead rather although though if only
    nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne aber sondern jedoch kaum weder noch
    außer falls wenn nur doch
    ne n’ pas jamais rien aucun aucune personne sans mais sauf ni guère cependant pourtant si seulement
    ni nunca nada nadie ningún ninguna ninguno sin pero sino salvo tampoco jamás apenas""".split()
)

# Words that are capitalised for beginning a sentence only.
OPENERS = frozenset(
    """the a an but and or so yet when while as if in on at for by to of with from after before because since although
    though this that these those it he she they we i you there here now then what who where why how not no once even
    still only all some many most both each every one two another such its his her their my our your also meanwhile
    moreover however perhaps last first today yesterday according asked says said addressing while apparently clearly
    der die das ein eine einer und aber doch als wenn weil denn in im am an auf für mit von vom zu zum zur bei nach
    es er sie wir ich man dass so da dann nun auch nur noch schon was wer wie wo warum dieser diese dieses jeder jede
    kein keine nicht vor laut
    le la les l’ un une des et mais ou où donc or ni car quand si comme en dans à au aux pour par sur avec de du d’ ce
    cet cette ces c’est il elle ils elles on nous vous je j’ qui que qu’ ne pas selon
    el los las una y o pero cuando si como en para por con de del al a este esta estos no ya que lo su según""".split()
)
