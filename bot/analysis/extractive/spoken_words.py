"""Words of people who talk to each other and to a bot, as data: four languages, all read at once."""

from __future__ import annotations

from bot.analysis.extractive.words.table import openings, phrases

# Somebody of the room is meant: "who of us", "did anyone mention", "what did we agree on".
OF_THE_ROOM = phrases(
    r"""
    haben wir | hat (?:hier )?jemand | hier gesagt | vorhin | von uns | wir
    wer (?:hat |war |ist )?(?:gesagt|dafür|dagegen|fragte|gefragt|meint|will)
    anyone | anybody | earlier | of us | our | ours | somebody here | someone here | we | us
    who (?:here|said|says|asked|wants|wanted|thinks|thought|agreed|brought|mentioned|suggested)
    alguien | antes | dijimos | hemos | nosotros | nuestr[oa]s? | quién (?:dijo|preguntó|quiere|quería|piensa)
    avons-nous | nous | notre | nos | plus tôt | quelqu'un | qui (?:a dit|a demandé|pense|veut|voulait)
    """
)
# Who asks is meant.
MYSELF = phrases(
    r"""
    habe ich | hatte ich | meinte ich | sagte ich | ich gesagt | ich gemeint | meine (?:ansicht|frage|meinung|position)
    am i | did i | do i | had i | have i | i asked | i mentioned | i said | i say | i told | i wanted | was i
    my (?:own |last |first )?(?:argument|claim|figure|number|opinion|point|position|question|stance|suggestion|view|
    vote)
    dije | he dicho | mi (?:opinión|posición|pregunta|punto) | pregunté
    ai-je | j'ai dit | j'avais dit | ma (?:position|question) | mon (?:argument|avis)
    """
)

# What somebody said or thinks is asked for.
SPEAKS = phrases(
    r"""
    denkt | fand | fragte | gefragt | gemeint | gesagt | geschrieben | glaubt | hält | meint | meinte | sagt | sagte
    will
    wollte
    argue | argued | ask | asked | believe | believes | claim | claimed | mention | mentioned | propose | proposed
    said
    say | says | suggest | suggested | tell | think | thinks | thought | told | want | wanted | wants | write | wrote
    cree | dice | dicho | dijo | opina | pensaba | piensa | preguntó | propuso | quería | quiere
    demandait | demandé | dit | disait | pense | pensait | propose | proposé | veut | voulait
    """
)
# What somebody asked is asked for, not what somebody said.
OF_QUESTIONS = phrases(
    "fragte | gefragt | frage | asked | question | preguntó | preguntado | demandé | demandait | question"
)
# Who speaks takes back, or makes better, what was said before.
CORRECTS = phrases(
    r"""
    doch nicht | eigentlich | habe mich (?:geirrt|vertan|verrechnet) | ich meinte | korrektur | lag falsch
    stimmt nicht
    actually | changed my mind | correction | i meant | i was wrong | i misread | no longer | not \w+ but | scratch that
    cambié de opinión | corrección | corrijo | en realidad | me equivoqué | quise decir | ya no
    changé d'avis | correction | en fait | finalement | je me suis trompée? | je voulais dire | ne \w+ plus
    """
)

# "Summarize this", "Tell me more": a request to whoever answers.
REQUESTS = openings(
    r"""
    (?:bitte )?(?:erkläre?|erzähle?|fasse?|gib|liste|nenne?|sage?|schreibe?|übersetze?|vergleiche?|zeige?) (?:mir|uns|
    das|die|den|es|bitte|alle)
    (?:please |can you |could you |now |ok(?:ay)? |and )*(?:compare|describe|explain|give|list|look up|quote|read|
    remind|rephrase|say|search|show|summari[sz]e|tell|translate)(?! (?:people|them|him|her|everyone))
    (?:por favor,? )?(?:compara|cuénta(?:me|nos)|di(?:me|nos)|explica(?:me|nos)?|haz|lista|muestra|resume|traduce)
    (?:s'il te plaît,? )?(?:compare|dis|donne|explique|liste|montre|raconte|résume|traduis)(?:-(?:moi|nous))?
    """
)
# Nobody asks for it again.
SMALL_TALK = phrases(
    r"""
    danke | hallo | guten (?:morgen|tag|abend) | gute nacht | okay | haha | tschüss | bis (?:morgen|später|dann)
    thanks | thank you | hello | hi all | hi everyone | good (?:morning|evening|night) | okay | ok | lol | haha | bye
    see you | brb | back now | got it | never mind | nice one | welcome
    gracias | hola | buenos días | buenas (?:tardes|noches) | vale | jaja | adiós | hasta (?:luego|mañana)
    merci | bonjour | bonsoir | salut | bonne nuit | d'accord | au revoir | à (?:demain|plus tard)
    """
)
# A speaker's own view, or what befell the speaker.
FIRST_PERSON = phrases(
    r"""
    ich | mir | mich | mein | meine | meinem | meinen | meiner | wir | uns | unser | unsere
    i | i'm | i've | i'd | i'll | me | my | mine | we | we're | we've | us | our
    yo | me | mi | mis | creo | pienso | quiero | prefiero | opino | nosotros | nuestro | nuestra
    je | j'ai | j' | moi | me | mon | ma | mes | nous | notre | nos
    """
)
