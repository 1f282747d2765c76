"""How a sentence says that something is not there, per language."""

from __future__ import annotations

import re

from bot.analysis.grounding.talk.patterns import any_of, either

_SOURCE = any_of(
    """
        article text piece passage paragraph source column op-ed editorial commentar author writer outline here
        excerpt discussion conversation memory chat member context anyone anybody it they she he both either
    """
)
_SAYING = any_of(
    """
        say mention state tell discuss address cover contain give provide specify explain name report include
        answer indicate quote describe reveal clarif touch detail make_clear make_it_clear go_into speak talk
        refer present list identif elaborat comment suggest deal_with bring_up take_up
    """
)
_TOLD = any_of(
    """
        mentioned stated said given specified discussed addressed covered provided answered explained named
        reported described found settled confirmed
    """
)
_LACK = any_of(
    """
        mention information figure indication word statement answer evidence passage paragraph article detail
        reference discussion number reason source explanation about on in_the
    """
)
_NOT = r"(?:\s?n[’']?o?t)"
_DENIALS = (
    # de
    (r"\b(?:artikel|text|autor|verfasser|abs[aä]tz|passage|stelle|hier|beitrag|beitr[aä]g|quelle|gespräch|diskussion|er|sie)\w{0,3}\b"
    r".{0,60}\b(?:sag|erwähn|nenn|steh|enth[aä]lt|gib|geb|schreib|bericht|erklär|erläuter|behandel|find|äußer|erfahr|lies|les|verr[aä]t|beantwort)\w*\b"
    r".{0,60}\b(?:nicht|nichts|kein\w*|niemand)\b"),
    r"\b(?:gib|geb|sag|mach)\w*\b.{0,40}\bkeine\s+(?:auskunft|angaben?|aussagen?)\b",
    r"\b(?:nicht|nichts|kein\w*|niemand|nirgends)\b.{0,50}\b(?:artikel|text|beitr[aä]g|quelle|abs[aä]tz|passage|erwähnt|gesagt|genannt|beantwortet)",
    r"\b(?:darüber|dazu|davon|hierzu)\s+(?:\w+\s+){0,6}(?:nicht|nichts|kein\w*)\b|\bgeht\b.{0,40}\bnicht\s+hervor",
    # en
    rf"\b{_SOURCE}\w*\b.{{0,60}}\b(?:do|does|did|is|are|was|were|has|have|can|could){_NOT}\b.{{0,20}}\b{_SAYING}",
    rf"\b(?:no|neither|none|nothing|nowhere|never|not\s+one)\b.{{0,30}}\b{_SOURCE}(?:s|s’|[’']s)?\b",
    rf"\b(?:nothing|nobody|no\s+one|nowhere|no\s+member|neither)\b.{{0,30}}\b(?:{_SAYING}|{_TOLD})",
    rf"\b{_SOURCE}\w*\b.{{0,20}}\b(?:nothing|never|nowhere|no\s+{_LACK})\b",
    rf"\bthere\s+(?:is|are|was|were)\s+(?:no|nothing|{_NOT}?\s?(?:not\s+)?(?:a|any))\s+(?:\w+\s+)?{_LACK}s?\b",
    (r"\b(?:(?:can|could)(?:not|n?[’']t|\s+not)|unable\s+to|not\s+able\s+to)\s+(?:be\s+)?(?:\w+\s+)?"
    r"(?:find|tell|say|answer|confirm|determine|know|see|found|answered|told|confirmed)\b"),
    r"\b(?:silent|unclear|unanswered|unspecified|unmentioned|unsaid|left\s+open|remains\s+open|leaves?\s+(?:\w+\s+){0,3}open)\b",
    rf"\b(?:not|n[’']t|never)\s+(?:explicitly\s+|directly\s+)?{_TOLD}\b",
    # es
    r"\b(?:art[ií]culos?|textos?|autora?|autores|pasajes?|aqu[ií]|discusi[oó]n|nadie|ning[uú]n\w*)\b.{0,60}\bno\b",
    r"\bno\b.{0,40}\b(?:art[ií]culos?|textos?|pasajes?|mencion\w+|dicen?|indican?|aparece|consta|se\s+dice|hay)\b",
    r"\b(?:ning[uú]n\w*|nada|tampoco)\b.{0,50}\b(?:art[ií]culos?|textos?|dice|menciona|habla)\b",
    # fr
    (r"\b(?:articles?|textes?|auteure?s?|autrice|passages?|ici|discussion|personne|aucun\w*|rien|ils?|elles?)\b.{0,60}"
    r"(?:\bne\b|\bn[’'])\s?.{0,40}\b(?:pas|rien|jamais|aucun\w*|mot)\b"),
    r"\b(?:aucun\w*|rien|personne)\b.{0,50}(?:\bne\b|\bn[’'])",
    # it
    r"\b(?:articol[oi]|test[oi]|autor[ei]|autrice|nessun\w*)\b.{0,50}\bnon\b|\bnon\b.{0,40}\b(?:articol[oi]|test[oi]|si\s+dice)\b",
    # ja
    r"(?:記事|本文|筆者|著者).{0,40}(?:ありません|いません|ません|ない)",
    # nl
    r"\b(?:artikel(?:en)?|tekst(?:en)?|auteurs?|hier|niemand)\b.{0,60}\b(?:niet|niets|geen|nergens)\b",
    # pt
    r"\b(?:artigos?|textos?|autora?(?:es)?|nenhum\w*)\b.{0,50}\bn[aã]o\b|\bn[aã]o\b.{0,40}\b(?:artigos?|textos?|mencion\w+)\b",
    # zh
    r"(?:文章|文中|作者|这里|這裡).{0,30}(?:没有|沒有|未|并未|並未)",
)  # fmt: skip
DENIAL = either(_DENIALS)
# "Ana did not say": whatever follows, it is denied that a member said it.
NOT_SAID = re.compile(
    rf"\b(?:did|does|has|have|had|do){_NOT}\s+(?:\w+\s+)?{_SAYING}|\bnever\s+{_TOLD}|\b(?:hat|haben)\b.{{0,40}}\b(?:nicht|nichts|nie)\b"
    r"|\b(?:pas|jamais|rien)\s+(?:dit|mentionné|écrit)|\bno\s+(?:dijo|ha\s+dicho|menciona|mencionó)",
    re.IGNORECASE,
)
