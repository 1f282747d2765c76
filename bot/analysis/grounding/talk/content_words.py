"""Words of answers that say nothing about their subject, per language; lower case, most of them as stems."""

from __future__ import annotations

from itertools import chain

from bot.analysis.grounding.speech_words import SPEECH_VERBS
from bot.analysis.grounding.stems import stems

# They speak about texts and talk and are borne out by none; a sentence of nothing else says nothing.
_LINKING = {
    "de": """
        absatz absätze abschnitt also anderen anderer andererseits ansicht antwort argument argumente
        argumentiert artikel artikels aussage autor autoren autorin außerdem beide beiden befürwortet beispiel
        bezug beschreibt darüber dagegen daher damit demnach dazu deshalb einerseits einschätzung erster ersten
        zweiter zweiten dritten erwähnt folgende folgenden frage genannt grund gründe hält hingegen insgesamt ja
        jedoch kommentar konkret kurz laut lehnt lautet meinung nein nämlich passage passagen punkt sieht sowie
        stelle stellen stellt steht text textes texte these thema unterstützt verfasser verweist will wollen
        wünscht bevorzugt empfiehlt erwartet möchte während weist zudem zufolge zusammengefasst zusammenfassung
        gehört passt passen heißt dabei dafür hierzu bezeichnet nennt zitiert führt recht unrecht
    """,
    "en": """
        according account addition additionally again agrees also answer answers appears argues argument
        arguments article articles author authors author's because believes brief both called cited cites claim
        claims closest column columnist columnists commentary comparison concludes contrast contends describes
        different else end essay example explains explicitly fact finally first following follows found further
        furthermore general gives goes hand hence here however idea instead issue likewise main matter meanwhile
        mention mentioned mentions moreover namely nevertheless no note noted notes op-ed opinion opinions
        others otherwise overall paragraph paragraphs part particular passage passages piece pieces point points
        position positions question quote quoted quotes reason reasons refers regarding related relates says
        second section sees short shows side sides similarly simply specific specifically speaks stance states
        still suggests sum summary sure text texts thesis thinks third thus topic toward treats two view views
        whereas whether while writer writers writes yes yet accept accepts admits concede concedes criticises
        criticizes demand demands doubts expects fears hopes instead insists like likes need needs prefer
        prefers propose proposes recommend recommends reject rejects stresses urges want wants wanted wish
        wishes would oppose opposes support supports against favour favours right wrong correct
    """,
    "es": """
        además afirma argumenta argumento argumentos artículo artículos así autor autora autores ambos breve
        cita columna concreto considera contra dice ejemplo embargo favor finalmente menciona mientras opina
        opinión otra otro párrafo párrafos parte pasaje pasajes posición pregunta primer primero primera punto
        puntos razón razones respecto respuesta resumen resumidas segundo segunda según señala sí sostiene tanto
        tema tercer tercero texto textos tesis vista razón quiere quieren prefiere propone pide
    """,
    "fr": """
        affirme ailleurs ainsi argument arguments article articles auteur auteure auteurs autrice avis bref
        cependant cela chronique cite citation concernant contraire côté dessus deuxième deux deux dit donc
        écrit effet enfin estime évoque exemple façon juge lui même mentionne notamment oui opinion outre
        paragraphe paragraphes part partie passage passages pense point points position pourtant premier
        première question raison raisons répond réponse résumé second seconde selon sujet texte textes thèse
        tandis tribune troisième tort vue veut veulent préfère propose souhaite demande
    """,
    "it": """
        afferma articolo articoli autore autori autrice breve citazione cita dice domanda inoltre invece mentre
        opinione paragrafo passaggio passaggi posizione primo punto riassunto risposta scrive secondo sostiene
        terzo testo
    """,
    "nl": """
        alinea antwoord artikel artikelen auteur auteurs citaat kort passage passages punt samengevat schrijft
        standpunt stelt tekst terwijl volgens vraag zegt
    """,
    "pt": """
        afirma argumento artigo artigos autor autora autores breve cita diz enquanto opinião parágrafo passagem
        passagens pergunta ponto posição primeiro resposta resumo segundo terceiro texto
    """,
}  # fmt: skip
NEGATORS = frozenset(
    """
        no not nor neither never none nobody nothing nowhere without cannot nicht kein keine keinen keinem
        keiner keines nie niemals niemand nichts ohne weder ne n’ pas jamais rien aucun aucune sans nunca nada
        nadie ningún ninguna ninguno sin tampoco jamás
    """.split()
)
LINKING = stems(chain(*(words.split() for words in _LINKING.values()), SPEECH_VERBS, NEGATORS))

# A sentence that says how authors stand to each other; without any of their words it says nothing that can be checked.
_STANDING = {
    "de": "einig uneinig uneins streiten widersprechen widersprüchlich übereinstimmen gegensatz konflikt",
    "en": """
        agree agreement agreed disagree disagreement differ difference conflict contradict contrary opposite
        dispute concur
    """,
    "es": "acuerdo desacuerdo coinciden difieren discrepan contradicen conflicto opuestas opuestos",
    "fr": "accord désaccord divergent opposent contredisent conflit contraires opposées",
}
STANDING = stems(chain(*(words.split() for words in _STANDING.values())))

# What such sentences are made of that say that something is not there.
_LACKING = {
    "de": """
        angabe angaben angeben auskunft behandeln behandelt details enthalten enthält erklären erklärt erwähnen
        erwähnung geben gibt hervor information informationen konkreten leider mitgeteilt nennen sagen schreiben
        verraten wissen ausdrücklich    """,
    "en": """
        address addressed answered any available clear clarify confirm confirmed contain contains context cover
        covered detail details determine directly discuss discussed discussion conversation contradict excerpt
        exact evidence figure find found given indicate indication information items known knows members memory
        name nobody none nothing number offer open outline outright provide provided provides record reference
        remains report say said silent source sources specified specify state stated statement tell unclear
        unfortunately use word words yet sorry afraid able anyone outright
    """,
    "es": """
        aborda aquí cuándo cuánta cuántas cuánto cuántos dónde expresamente concreta contiene dato datos detalla
        explica figura indica información informa mención
    """,
    "fr": """
        aborde combien ici expressément disent contient détail détails donne donnent donnée explique hélas indique
        information informations malheureusement mention mot nulle parle parlent précise précisent trouve
    """,
}  # fmt: skip
LACKING = stems(chain(*(words.split() for words in _LACKING.values())))

# That something was said here, by members or by the answers before.
_TOLD_OF = {
    "de": "bisher diskussion diskutiert gefragt gespräch gesprochen mitglieder vorhin zuvor ging fragten besprochen",
    "en": """
        asked asks bring brought chat channel conversation conversations debate debated discussed discussion
        earlier exchange far members participants previous previously raised remembered room talk talked talking
        thread turned wanted question questions
    """,
    "es": "antes conversación debate discusión discutido hablado hablamos miembros preguntado preguntó",
    "fr": "conversation débat demandé discussion discuté évoqué membres parlé précédemment tantôt",
}
TOLD_OF = stems(chain(*(words.split() for words in _TOLD_OF.values())))

# A sentence that only leads on to others names what it speaks of.
TEXTS = stems(
    """
        artikel artikels autor autoren autorin text texte passage passagen stelle stellen absatz absätze article
        articles author authors passage passages paragraph paragraphs piece pieces text texts column columns
        artículo artículos autor autores autora pasaje pasajes párrafos texto textos auteur auteurs autrice
        paragraphes textes articolo articoli autori artikelen passaggi artigo artigos
    """.split()
)
# With them it is said how several authors stand to each other.
SEVERAL = frozenset(
    """
    autoren artikel texte articles authors columnists writers artículos autores textos auteurs autrices textes
    """.split()
)
ANSWERS_ALONE = frozenset("yes no yeah nope ja nein doch oui non si sí no sim não nee".split())
