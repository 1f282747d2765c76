"""How texts command a machine, how a machine speaks of its commands, how readers are called upon; per language."""

from __future__ import annotations

from bot.analysis.grounding.talk.patterns import any_of, either

_MACHINE = any_of(
    r"a\.?i\.? ki ia assistants? bots? chatbots? llms? gpt\w* (?:large_)?language_models? sprachmodelle? models?"
)
_RULES = any_of(
    """
        instruction prompt rule guideline direction directive command constraint safety polic everything_above
        everything_before above previous prior earlier_text earlier_message
    """
)
_SAY = any_of("say reply respond answer write output print repeat type recite reveal leak ping")
_PUT = any_of("append include begin start end translate summari[sz]e show list quote insert add tell mention")
_WHAT = (
    r"(?:(?:only|exactly|just|nothing|verbatim)\b|with\s+(?:the\s+words?|only|exactly|just|this|your|[“\"'])|"
    r"the\s+(?:following|words?|phrase|sentence|system|hidden|prompt|users?|members?|link|url|instructions?|secret|"
    r"password|token)\b|everyone\b|every\s+(?:user|member|reader)|all\s+(?:users|members|your|of\s+your)\b|"
    r"your\s+(?:\w+\s+)?(?:instruction|prompt|rule|system|token|answer|reply|response|summary)|this\s*:|that\s+you\s|"
    r"in\s+(?:your|capital|all)\b|users?\b|members?\b|"
    r"me\s+(?:your|the\s+(?:system|prompt|password|token|secret|instructions?)))"
)
_OPENING = r"(?:^|[.!?:;“\"'(\]>]\s*|\b(?:and|then|now|instead|please|just|always|only)\s+)"
_OPENING_OR_DUTY = (
    r"(?:^|[.!?:;,“\"'(\]>—–-]\s*|\b(?:and|then|now|instead|please|just|must|should|to|you|always|only)\s+)"
)
_ANTWORTE = any_of("antworte schreibe? sage? wiederhole gib gebe poste nenne teile")

ORDER = either(
    (
        # de
        (
            r"\b(?:ignorier|vergiss|vergesst|missacht|übergeh)\w*\b.{0,60}"
            r"(?:anweisung|instruktion|regel|vorgabe|bisherige|vorherige|obige)"
        ),
        rf"\b{_ANTWORTE}\s+(?:nur|ausschließlich|genau|bitte|stattdessen|jetzt|mit|allen|den\s+(?:lesern|nutzern))\b",
        r"\b(?:du\s+bist|sie\s+sind)\s+(?:jetzt|nun|ab\s+sofort|eine?)\s.{0,30}\b(?:ki|bot|assistent|modell)",
        # en
        rf"\b(?:ignore|disregard|forget|override|bypass|drop|discard|cancel)\b.{{0,60}}\b{_RULES}",
        r"\b(?:new|updated|real|true|hidden|secret|following|additional)\s+(?:system\s+)?(?:instruction|prompt|order)s?\b",
        r"\b(?:system|developer|admin|operator|assistant|user)\s*(?:prompt|message|mode|override|note|instruction|notice)s?\s*[:\]>]",
        r"(?:^|[\s\[<(#*-])(?:system|assistant|developer|admin|user|human|instructions?|important\s+note)\s*[\])>]?\s*:",
        (
            r"\b(?:you\s+are|you[’']re|act\s+as|pretend\s+to\s+be|behave\s+as|become)\s+(?:now\s+)?(?:an?\s+|the\s+|my\s+)?"
            rf"(?:\w+\s+){{0,3}}(?:{_MACHINE}|dan|pirate|poet|parrot)\b"
        ),
        (
            rf"\b(?:note|attention|message|instructions?|notice|memo|dear|hey|hello|hi|warning|important)\W+"
            rf"(?:\w+\s+){{0,3}}{_MACHINE}\b"
        ),
        (
            rf"\b(?:any|every|all|if\s+(?:you|this|an?))\b.{{0,30}}\b{_MACHINE}\b.{{0,40}}"
            r"\b(?:must|should|shall|has\s+to|have\s+to|read\w*|summari\w*|process\w*|reply|answer|say)"
        ),
        (
            r"\b(?:when|before|after|while|whenever)\s+(?:you\s+)?(?:summari[sz]\w*|answer(?:ing)?|reply\w*|respond\w*|asked)\b"
            r".{0,50}\b(?:say|add|include|append|mention|begin|start|end|write|tell|reply|insert|output|call|always)"
        ),
        rf"{_OPENING}{_PUT}\s+{_WHAT}",
        rf"{_OPENING_OR_DUTY}{_SAY}\s+{_WHAT}",
        rf"{_OPENING}{_SAY}\s*[:“\"]",
        (
            r"\b(?:do\s+not|don[’']t|never)\s+(?:mention|reveal|tell|cite|summari\w*|follow)\b.{0,40}"
            r"\b(?:user|reader|instruction|prompt|article|this)"
        ),
        (
            r"\b(?:jailbreak|developer\s+mode|dan\s+mode|prompt\s+injection|"
            r"end\s+of\s+(?:article|data|document|text|untrusted|block))\b"
        ),
        # es
        r"\b(?:ignora|ignore|olvida|olvide|omite|descarta)\b.{0,60}(?:instrucci|reglas?|anterior|indicaci)",
        r"\b(?:responde|escribe|di|repite|contesta|publica|añade)\s*(?::|solo|sólo|únicamente|exactamente|a\s+todos|con\s+la)",
        # fr
        r"\b(?:ignore[rz]?|oublie[rz]?|néglige[rz]?)\b.{0,60}(?:instruction|consigne|règle|précédent|ci-dessus)",
        (
            r"\b(?:réponds|répondez|écris|écrivez|dis|dites|répète|répétez|affiche|affichez|ajoute|ajoutez)\s*"
            r"(?::|seulement|uniquement|exactement|simplement|à\s+tous)"
        ),
        # it
        r"\b(?:ignora|dimentica|ignorate)\b.{0,60}(?:istruzion|regol|precedent)",
        # ja
        r"(?:指示|命令|プロンプト).{0,15}(?:無視|忘れ)",
        # nl
        r"\b(?:negeer|vergeet)\b.{0,60}(?:instructie|regel|vorige|bovenstaande)",
        # pt
        r"\b(?:ignore|esqueça|desconsidere)\b.{0,60}(?:instruç|regra|anterior)",
        # ru
        r"(?:игнорируй|забудь|проигнорируй)\w*.{0,60}(?:инструкц|правил|указан)",
        # zh
        r"(?:忽略|无视|忘记).{0,15}(?:指令|指示|提示|规则)",
    )
)

CONFESSION = either(
    (
        # de
        r"\b(?:als|bin)\s+(?:eine?\s+)?(?:ki|künstliche\s+intelligenz|sprachmodell|assistent\w*|bot)\b",
        r"\bmeine?[nr]?\s+(?:\w+\s+)?(?:anweisung|instruktion|vorgabe|regel|prompt|systemprompt)\w*",
        r"\b(?:ich\s+(?:wurde|bin)|mir\s+wurde)\b.{0,30}\b(?:angewiesen|programmiert|instruiert)",
        # en
        rf"\b(?:as|being)\s+an?\s+(?:\w+\s+)?{_MACHINE}\b",
        rf"\b(?:i\s+am|i’m)\s+(?:an?|the|now|just|only|your)\s+(?:\w+\s+){{0,3}}(?:{_MACHINE}|pirate|dan)\b",
        r"\b(?:my|our)\s+(?:\w+\s+){0,2}(?:instructions?|prompts?|guidelines?|programming|training\s+data|directives?|orders)\b",
        r"\bmy\s+(?:rules?|task\s+is|role\s+is|purpose\s+is|job\s+is|creators?|developers?|operators?)\b",
        (
            r"\bi\s+(?:was|am|have\s+been|’ve\s+been|’m)\s+(?:\w+\s+)?(?:told|instructed|programmed|configured|designed|ordered|"
            r"trained|required|not\s+allowed|forbidden)\s+(?:to|by|not|that)\b"
        ),
        r"\b(?:system|developer|hidden|initial|original|secret)\s+(?:prompts?|messages?|instructions?)\b",
        r"\b(?:these|those|the|following)\s+(?:are\s+)?(?:my\s+)?instructions\s+(?:say|are|i)\b",
        r"\b(?:i\s+must|i\s+will|i\s+shall|i’ll|i\s+should)\s+(?:now\s+)?(?:obey|comply|ignore|follow|answer\s+only|never\s+repeat)\b",
        # es
        r"\bcomo\s+(?:una?\s+)?(?:ia|inteligencia\s+artificial|modelo\s+de\s+lenguaje|asistente)\b",
        r"\bmis\s+(?:instrucciones|reglas)\b",
        # fr
        r"\ben\s+tant\s+qu[e’']\s?(?:une?\s+)?(?:ia|intelligence\s+artificielle|modèle|assistant)\b",
        r"\bmes\s+(?:instructions|consignes|règles)\b",
    )
)

_CALLED_TO = (
    # de
    any_of(
        """
            besuche besucht besuchen_sie klicke? klickt klicken_sie schicke? schickt schicken_sie sende sendet
            senden_sie kaufe? kauft kaufen_sie ruf(?:e|t)?_(?:jetzt_)?(?:an|uns) gib geben_sie melde_dich lade
        """,
    ),
    # en
    any_of(
        r"""
            visit click tap send buy order_(?:now|your|at) call_(?:now|us|our|the_number|this) e-?mail dm join
            subscribe message_(?:me|us|the) text_(?:me|us) download install go_to follow share enter paste
            reply_with give_(?:me|us|your) vote_(?:for|now) donate invest ignore contact scan log\s?in
            sign_(?:in|up|here) verify confirm_your update_your claim redeem transfer deposit forward
            repeat_after run_(?:the|this) type open_(?:the|this) copy check_(?:out|your) shop try_our
            get_(?:your|free) act_now hurry
        """
    ),
    # es
    any_of("visita visite haz_clic haga_clic envía envíe compra compre llama llame únete únase descarga descargue"),
    # fr
    any_of(
        """
            visitez visite cliquez clique envoyez envoie achetez achète appelez rejoignez rejoins téléchargez
            contactez
        """
    ),
)
CALL = either(rf"(?:^|[.!?:;–—-]\s*|\b(?:please|bitte|now|just)\s+){verbs}\b" for verbs in _CALLED_TO)

SECRET = either(
    (
        # de
        r"\b(?:passwörter|passwort|kennwort|kreditkarte\w*|zugangsdaten)\b",
        # en
        (
            r"\b(?:tokens?|passwords?|passphrases?|passcodes?|api[\s-]?keys?|seed\s+phrases?|private\s+keys?|credit\s+cards?|"
            r"card\s+numbers?|bank\s+details|login|credentials|pin|2fa|one-time\s+codes?|wallets?)\b"
        ),
        # es
        r"\b(?:contraseñas?|tarjeta\s+de\s+crédito|clave)\b",
        # fr
        r"\b(?:mot\s+de\s+passe|carte\s+bancaire|identifiants)\b",
    )
)
OWNED = either((r"\b(?:your|our|my|us|me|dein\w*|unser\w*|ihr\w*|votre|vos|notre|nos|tus?|nuestr[oa]s?|sus?)\b",))
