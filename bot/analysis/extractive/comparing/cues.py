"""Words with which authors grant a point and take a side, by language; commentaries are full of them in any subject."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.analysis.extractive.words.table import phrases


@dataclass(frozen=True, slots=True)
class Cues:
    """grants: what both camps hold, conceded or taken as common ground; sides: the author's own stand, a demand."""

    grants: re.Pattern[str]
    sides: re.Pattern[str]


_ENGLISH = Cues(
    grants=phrases(
        r"""
        (?:i|we)(?:'ll| will| would|'d| do| must| have to|'ve)? (?:want to )?(?:gladly |freely |readily |
        happily )?(?:concede|grant|admit|accept|acknowledge|agree)
        (?:nobody|no one|no-one|none of us|few)\b[^.;]{0,50}? (?:disputes?|denies|deny|doubts?|questions?|pretends?|
        otherwise|defends?|contradicts?|against|a good word)
        (?:i|we) (?:don't|do not|can't|cannot|won't|would not|have no|have yet|never) (?:\w+ ){0,3}?(?:dispute|deny|
        doubt|quarrel|argue|pretend|blame|laugh|light|wave|fault)
        (?:nor|neither) (?:do|would|will|can) (?:i|we) (?:deny|doubt|dispute|pretend|blame)
        (?:no|little|much|any|without) (?:quarrel|dispute|disagreement|excuse|defence|defense)
        common ground | (?:on|in) (?:one|this|that) (?:point|matter|thing|respect) | in the right | entirely right
        (?:it|that|this|which)(?:'s| is| was) (?:\w+ )?(?:true|right|real|genuine|fair)
        (?:is|are) (?:genuine|real|serious|justified|a disgrace|a scandal|indefensible)
        (?:give|grant) (?:them|him|her|it|you) (?:this|that|credit) | to be fair | in fairness | credit
        both (?:sides|camps) | (?:on )?either side | what i can't | let me (?:start|begin|not be)
        (?:i'm|i am|we are|we're) not (?:against|opposed|blind|naive)
        (?:everyone|everybody|all sides|all of us|we all|even \w+(?: \w+)?) (?:\w+ )?(?:agrees?|accepts?|admits?|
        grants?|knows?|concedes?|wants?)
        (?:nobody|no one|no-one|hardly anyone) (?:\w+ )?(?:wants|likes|wishes|could|can)
        (?:beyond|past|without|not in) (?:dispute|doubt|question) | undisputed | indisputabl[ey] | undeniabl[ey]
        (?:foolish|idle|dishonest|wrong|absurd|hard|impossible) to (?:deny|dispute|pretend|argue)
        (?:i|we) (?:share|sympathi[sz]e) | fair enough | point taken | that much is | (?:has|have) a point | rightly
        (?:on|about) (?:this|that|which) (?:we|both|they|all|i) | (?:i'll|i will|i) give (?:them|him|her|it)
        of course | to be sure | granted | admittedly | certainly | no question | true enough
        (?:i|we) take (?:this|that|it|them) seriously
        (?:some|they|it|he|she|one) (?:did|does|do|has|have|can|could|is|are|may|might|will|would)(?=[.,;:])
        """
    ),
    sides=phrases(
        r"""
        (?:i|we)(?:'m| am| are|'re| was| were|'d be|'ll be)? (?:for|against|in favou?r|opposed|wrong|voting|asking|
        convinced|persuaded)
        (?:i|we)(?:'d|'ll| shall| will| would| do| can| must| have)? (?:\w+ ){0,2}?(?:hope|urge|ask|propose|support|
        oppose|want|wish|call for|vote|voted|think|believe|prefer|back|argue|recommend|conclude|favou?r|reject|keep|
        choose)
        (?:vote|voting|voted|say|says|said) (?:for|against|yes|no) | what (?:i|we) (?:propose|ask|want|suggest)
        in favou?r | my (?:answer|proposal|view|case|conclusion) | the answer is | that is why | this is why | please
        should | must | ought to | it is time | deserves? | let (?:us|it|them|the) | so (?:i|we|let|put|take|keep)
        """
    ),
)
_FRENCH = Cues(
    grants=phrases(
        r"""
        (?:je|nous|on) (?:l'|le |la |lui |leur |vous )?(?:concède|concédons|accorde|accordons|admets|admettons|admet|
        reconnais|reconnaissons|reconnaît|conviens|convenons)
        (?:personne|nul|aucun d'entre nous)\b[^.;]{0,50}? (?:conteste|nie|doute|prétend|défend|contredit)
        (?:je|nous) ne (?:\w+ ){0,2}?(?:conteste|nie|doute|contestons|nions|doutons)
        terrain d'entente | sur (?:un|ce) point | d'accord | ont raison | a raison | les deux camps | de part et d'autre
        (?:c'est|cela est|il est) (?:\w+ )?(?:vrai|juste|exact|réel) | soit dit | pour être juste | rendons
        tout le monde (?:\w+ )?(?:admet|convient|sait|reconnaît|s'accorde) | indéniable | incontestable | à juste titre
        bien sûr | certes | sans doute | assurément | évidemment | il faut (?:bien )?(?:le )?reconnaître
        """
    ),
    sides=phrases(
        r"""
        (?:je|nous) (?:suis|sommes|voterai|voterons|voudrais|voudrions|propose|proposons|demande|demandons|souhaite|
        souhaitons|crois|croyons|pense|pensons|refuse|refusons|soutiens|soutenons|préfère|préférons|espère|espérons)
        (?:voter|votez|votons) (?:pour|contre|oui|non) | pour ma part | à mon sens | à mes yeux | ma réponse
        il (?:faut|faudrait|est temps) | doit | doivent | devrait | devraient | mérite | c'est pourquoi | que l'on
        """
    ),
)
_GERMAN = Cues(
    grants=phrases(
        r"""
        (?:ich|wir) (?:gebe|geben|gestehe|gestehen|räume|räumen|erkenne|erkennen|teile|teilen) (?:\w+ ){0,4}?(?:zu|ein|
        an|sorge|befund)
        (?:niemand|keiner)\b[^.;]{0,50}? (?:bestreitet|leugnet|bezweifelt|zweifelt|behauptet)
        (?:ich|wir) (?:bestreite|bestreiten|leugne|leugnen|bezweifle|bezweifeln) (?:\w+ ){0,3}?nicht
        unbestritten | unstrittig | einig | in einem punkt | hat recht | haben recht | recht haben | beide seiten
        (?:das|es) (?:ist|stimmt) (?:\w+ )?(?:wahr|richtig|berechtigt|echt) | das stimmt | stimmt | fairerweise
        (?:alle|jeder) (?:\w+ )?(?:weiß|wissen|einig|räumt|räumen) | unbestreitbar | zu recht | niemand (?:will|wünscht)
        natürlich | gewiss | sicher | sicherlich | zugegeben | zwar | freilich | keine frage | ohne zweifel
        """
    ),
    sides=phrases(
        r"""
        (?:ich|wir) (?:bin|sind|stimme|stimmen|hoffe|hoffen|bitte|bitten|fordere|fordern|schlage|schlagen|will|wollen|
        möchte|möchten|würde|würden|glaube|glauben|meine|meinen|halte|halten|lehne|lehnen|unterstütze|unterstützen)
        stimmen sie | mit (?:ja|nein) | dafür | dagegen | meine antwort | deshalb | darum | es ist (?:an der )?zeit
        sollte | sollten | muss | müssen | soll | sollen | müsste | müssten | gehört | gehören | verdient
        """
    ),
)
_SPANISH = Cues(
    grants=phrases(
        r"""
        (?:lo )?(?:concedo|concedemos|admito|admitimos|reconozco|reconocemos|acepto|aceptamos)
        nadie\b[^.;]{0,50}? (?:discute|niega|duda|pretende|defiende|contradice)
        no (?:lo |la )?(?:discuto|niego|dudo|discutimos|negamos|dudamos)
        terreno común | en (?:un|este|ese|eso) punto | de acuerdo | tienen razón | tiene razón | ambas partes
        ambos bandos
        (?:es|era) (?:\w+ )?(?:cierto|verdad|justo|real) | en justicia | para ser justos
        todos (?:\w+ )?(?:admiten|saben|reconocen|coinciden) | innegable | indiscutible | con razón | nadie quiere
        por supuesto | claro que | desde luego | sin duda | ciertamente | es verdad | hay que reconocer
        """
    ),
    sides=phrases(
        r"""
        (?:estoy|estamos) (?:a favor|en contra|por) | (?:propongo|proponemos|pido|pedimos|quiero|queremos|espero|
        esperamos|creo|creemos|pienso|pensamos|apoyo|apoyamos|rechazo|rechazamos|prefiero|preferimos)
        (?:votar|voten|votaré|voto) (?:a favor|en contra|sí|no|por) | a mi juicio | mi respuesta | por eso
        hay que | debe | deben | debería | deberían | tiene que | tienen que | merece | es hora de
        """
    ),
)
_NONE = Cues(grants=phrases(""), sides=phrases(""))
_BY_LANGUAGE: Mapping[str, Cues] = {"de": _GERMAN, "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH}


def cues_of(language: str) -> Cues:
    """For a BCP 47 primary subtag; cues that match nothing for a language that we have no table of."""
    return _BY_LANGUAGE.get(language, _NONE)
