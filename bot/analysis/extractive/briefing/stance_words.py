"""Words with which authors approve or disapprove of what was done, by language; commentary on any event has them.

for_it: it is right, and may go on. against_it: it is wrong, and should be undone or not be done. Only plain words of
judgement and demand: what one side praises in its own proposal is a stance too, so praise of things is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.analysis.extractive.words.table import phrases


@dataclass(frozen=True, slots=True)
class Stances:
    """not_: in one of the first two, or in the words before it, it turns that round. forbids: turned round already.

    rivals: others who judge; what is said of them is no judgement on what was done.
    """

    for_it: re.Pattern[str]
    against_it: re.Pattern[str]
    forbids: re.Pattern[str]
    not_: re.Pattern[str]
    rivals: re.Pattern[str]


_ENGLISH = Stances(
    for_it=phrases(
        r"""
        (?:is|are|was|were|be|been|did|does|do|do what is|quite|entirely) (?:\w+ )?right | right to \w+
        (?:in the|the) right (?:place|direction|thing|step|way|answer|decision|call|choice|remedy)
        (?:has|have|had) done (?:well|its duty|his duty|her duty|their duty|the right thing)
        deserves? (?:\w+ )?(?:praise|thanks|credit|support|applause|respect) | (?:to|should|must) be (?:praised|thanked)
        (?:owe|owes) \w+(?: \w+)? thanks | (?:should|ought to|can|may) thank | thanks? for
        (?:we|i)(?: \w+)? (?:support|welcome|back|applaud|endorse|defend) | (?:should|must) (?:support|welcome|back)
        is (?:a )?(?:good|sound|sensible|wise|modest|fair|necessary|overdue|justified|reasonable)
        was (?:a )?(?:good|sound|sensible|wise|fair|necessary|justified|reasonable|high time)
        (?:good|sound|sensible|wise) (?:law|policy|decision|rule|step|plan|reform|idea|move)
        (?:the|an?) (?:only|most) (?:\w+ )?(?:sensible|responsible|honest|decent) (?:\w+ )?(?:thing|course|choice)
        high time | long overdue | let (?:them|it|him|her|the \w+(?: \w+)?) (?:go|fly|run|happen|stand|begin|be|have)
        (?:should|must|ought to) (?:go ahead|pass|stand|be passed|be adopted|be extended|be made use of|proceed)
        (?:make|makes|made) use of | take it up | (?:will|would) (?:help|work|save)
        """
    ),
    against_it=phrases(
        r"""
        (?:is|are|was|were|be|been) (?:\w+ )?wrong | wrong (?:remedy|answer|way|tool|decision|step|place|direction|idea)
        (?:a|the|this|that|grave|costly|serious) (?:\w+ )?(?:mistake|error|blunder|folly|betrayal|disgrace|outrage)
        mistaken | misguided | shameful | disgraceful | unjust | foolish | reckless | senseless | indefensible
        (?:must|should|ought to|to|can|please|could|will) (?:be )?(?:withdraw|withdrawn|reverse|reversed|revoke|revoked|
        repeal|repealed|scrap|scrapped|drop|dropped|abandon|abandoned|undo|undone|cancel|cancelled|rescind|rescinded|
        stop|stopped|refuse|refused|reject|rejected|resist|resisted|oppose|opposed|reconsider|reconsidered)
        (?:must|should|ought to|to) (?:be (?:taken back|given back|put off|voted down|kept|saved|restored|reinstated)|
        take (?:\w+ )?(?:back|decision back)|give (?:\w+ ){1,4}back|put (?:\w+ ){1,6}off|return to work|start again|
        think again|vote (?:no|against))
        (?:is|are|was|were|be) (?:reversed|withdrawn|revoked|repealed|scrapped|put off)
        (?:we|i)(?: \w+)? (?:oppose|reject|object|regret|protest) | (?:am|are|is|firm|vote|voting|voted) against
        too (?:soon|far|early|high a price) | (?:leave|left) it where it is
        """
    ),
    forbids=phrases(
        r"""
        (?:should|must|ought) (?:not|never) | (?:shouldn't|mustn't|oughtn't) | (?:so|that|hope that) no \w+
        (?:has|have) no (?:business|right|place)
        """
    ),
    not_=phrases(
        r"not | n't | never | no | nothing | nobody | hardly | isn't | wasn't | aren't | don't | doesn't | won't"
    ),
    rivals=phrases("those who | critics? | opponents? | supporters? | they (?:are|were) | fears?"),
)
_GERMAN = Stances(
    for_it=phrases(
        r"""
        (?:ist|sind|war|waren|bleibt|wäre) (?:\w+ )?(?:richtig|vernünftig|überfällig|gerechtfertigt|notwendig|geboten)
        (?:hat|haben|hatte) recht(?: daran)? | recht getan | (?:verdient|verdienen) (?:\w+ )?(?:lob|dank|respekt|
        unterstützung|beifall) | (?:ist|sind) zu begrüßen | (?:begrüßen|unterstützen|loben) wir | wir (?:begrüßen|
        unterstützen|loben) | höchste zeit | längst fällig | (?:ein|eine) (?:gute[sr]?|richtige[sr]?|kluge[sr]?|
        vernünftige[sr]?|sinnvolle[sr]?) (?:gesetz|entscheidung|schritt|reform|plan|idee|regel|beschluss)
        (?:der|die|das) einzig (?:richtige|vernünftige) | (?:soll|sollte|muss) (?:so )?(?:kommen|bleiben|gelten)
        """
    ),
    against_it=phrases(
        r"""
        (?:ist|sind|war|waren|wäre) (?:\w+ )?(?:falsch|verfehlt|unverantwortlich|ungerecht|töricht|schändlich|
        kurzsichtig) | (?:ein|der|grober|schwerer|teurer) (?:\w+ )?(?:fehler|irrweg|irrtum|skandal|verrat)
        (?:muss|müssen|soll|sollte|sollten|gehört|gehören) (?:[\w,]+ ){0,8}?(?:zurücknehmen|zurückgenommen|kippen|
        gekippt|stoppen|gestoppt|verhindern|verhindert|aufgeben|verzichten|ablehnen|abgelehnt|rückgängig|verworfen|
        erhalten bleiben|abgeschafft|widerrufen)
        (?:wir|ich) (?:lehnen|lehne) | stimmen sie dagegen | zu weit | zu früh
        """
    ),
    forbids=phrases(
        r"""
        (?:darf|dürfen|sollte|sollten) (?:\w+ ){0,4}?(?:nicht|nie|keinesfalls|kein|keine|keinen)
        """
    ),
    not_=phrases("nicht | kein | keine | keinen | keineswegs | nie | niemals | kaum"),
    rivals=phrases("wer | kritiker(?:in|innen)? | gegner(?:in|innen)? | befürworter(?:in|innen)? | ängste"),
)
_FRENCH = Stances(
    for_it=phrases(
        r"""
        (?:a|ont|avait|avaient|aura) (?:eu )?raison | (?:est|était|serait) (?:\w+ )?(?:juste|sage|nécessaire|
        raisonnable|justifiée?|bienvenue?|salutaire) | (?:mérite|méritent) (?:\w+ ){0,2}?(?:éloge|soutien|merci|respect|
        applaudissements) | (?:nous|je) (?:soutenons|soutiens|saluons|salue|approuvons|approuve) | il était temps
        (?:une?|la|le) (?:bonne?|sage|juste) (?:loi|décision|mesure|réforme|idée|choix|mesure) | à juste titre
        """
    ),
    against_it=phrases(
        r"""
        (?:a|ont|avait|avaient) (?:eu )?tort | (?:une?|l'|la|cette) (?:\w+ )?(?:erreur|faute|folie|trahison|honte)
        (?:est|était|serait) (?:\w+ )?(?:absurde|injuste|honteux|honteuse|irresponsable|injustifiable|aberrante?)
        (?:doit|doivent|devrait|devraient|faut) (?:\w+ ){0,3}?(?:retirer|retirée?|annuler|annulée?|renoncer|abandonner|
        abandonnée?|rejeter|refuser|revenir sur|abroger|abrogée?|stopper|suspendre)
        (?:nous|je) (?:refusons|refuse|rejetons|rejette) | trop loin | trop tôt
        """
    ),
    forbids=phrases(r"(?:doit|doivent|devrait|devraient|faut) (?:pas|jamais)"),
    not_=phrases("pas | jamais | aucun | aucune | nullement | guère | rien"),
    rivals=phrases("ceux qui | critiques | opposants | adversaires | partisans | craintes"),
)
_SPANISH = Stances(
    for_it=phrases(
        r"""
        (?:tiene|tienen|tuvo|tenía) razón | (?:hizo|hace|hacen|hicieron|ha hecho) bien | acierta | aciertan | acertó
        (?:es|era|fue|sería) (?:\w+ )?(?:justo|justa|sensato|sensata|necesario|necesaria|acertado|acertada|razonable)
        (?:merece|merecen) (?:\w+ ){0,2}?(?:elogio|apoyo|aplauso|respeto|gracias) | ya era hora
        (?:apoyamos|apoyo|celebramos|celebro|aplaudimos) | (?:una|la) (?:buena|sabia|justa) (?:ley|decisión|medida|
        reforma|idea) | con razón
        """
    ),
    against_it=phrases(
        r"""
        se (?:equivoca|equivocan|equivocó) | (?:un|el|grave) (?:\w+ )?(?:error|disparate|escándalo|desatino)
        (?:es|era|fue|sería) (?:\w+ )?(?:injusto|injusta|absurdo|absurda|irresponsable|vergonzoso|vergonzosa|
        injustificable) | (?:debe|deben|debería|deberían|hay que) (?:\w+ ){0,3}?(?:retirar|retirarse|anular|anularse|
        renunciar|abandonar|rechazar|rechazarse|derogar|derogarse|suspender|dar marcha atrás|revocar|frenar)
        (?:rechazamos|rechazo|nos oponemos|me opongo) | demasiado (?:lejos|pronto)
        """
    ),
    forbids=phrases("no (?:debe|deben|debería|deberían|puede|pueden)"),
    not_=phrases("no | nunca | jamás | ningún | ninguna | tampoco | apenas"),
    rivals=phrases("quienes | los que | críticos | opositores | detractores | partidarios | temores"),
)
_BY_LANGUAGE: Mapping[str, Stances] = {"de": _GERMAN, "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH}


def stances_of(language: str) -> Stances | None:
    """For a BCP 47 primary subtag; None for a language that we have no table of."""
    return _BY_LANGUAGE.get(language)
