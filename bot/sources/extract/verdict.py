"""Whether what was read is an article; if not, what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.models.article import Verdict, count_words
from bot.sources.extract.blocks import Block
from bot.sources.extract.document import Document
from bot.sources.extract.furniture import is_prose
from bot.sources.extract.metadata import Metadata
from bot.sources.extract.verdict_words import (
    BLOCKED,
    CONSENT,
    JOINING,
    LIST_PARENTS,
    LIST_SEGMENTS,
    OFFER,
    READING,
    words,
)

_BLOCKED = re.compile("|".join(map(re.escape, words(BLOCKED))))
_CONSENT = re.compile("|".join(map(re.escape, words(CONSENT))))
_OFFER = re.compile("|".join(map(re.escape, words(OFFER))))
_JOINING = re.compile(rf"(?<![a-zà-ÿ])(?:{'|'.join(map(re.escape, words(JOINING)))})")
_READING = re.compile(rf"(?<![a-zà-ÿ])(?:{'|'.join(map(re.escape, words(READING)))})(?![a-zà-ÿ])")
_JOINING_FOR_OTHER_ENDS = re.compile(
    r"com+ent|komm?ent|news-?letter|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|rundbrief|bülten|boletín|infolettre"
)
_TICKET = re.compile(
    r"\b(?:request|reference|incident|support|event|session|client|transaction)\W{0,2}"
    r"(?:id|#|no|number|code)\b.{0,3}\w*\d|\bray id\b|\breference #"
)
_REFUSAL = re.compile(
    r"\b(?:401|403|406|429|503)\b|block|denied|forbidden|reject|secur|unusual|automated|robot|\bbot\b"
)
_LIST_SEGMENTS = frozenset(words(LIST_SEGMENTS))
_LIST_PARENTS = frozenset(words(LIST_PARENTS))
_RECORDING_TYPES = ("videoobject", "audioobject", "podcastepisode", "radioepisode", "tvepisode", "podcastseries")
_ARTICLE_TYPES = ("article", "blogposting", "report", "review")
_LIST_TYPES = ("collectionpage", "itemlist", "product", "searchresultspage", "profilepage", "store", "offercatalog")

_CHECK_CHARACTERS = 3_000  # a robot check says little
_CONSENT_LINES = 3
_CONSENT_WORDS = 4
_OFFER_CHARACTERS = 250
_RECORDING_WORDS = 120
_FEWEST_TEASERS = 4
_FEW_SIGNS = -2
_OTHER_PROSE = 600
THIN_WORDS = 50
_STUB_WORDS = 180
_LONG_STUB_WORDS = 350
_LONG_PARAGRAPH = 180
_CONSENT_CHARACTERS = 8_000
_MOST_LINKED = 0.5
_SURELY_LIST = -2
_LISTED_THROUGHOUT = -3
_MANY_LEADING = 20
_SCRIPTS_WITHOUT_BLANKS = 2  # a Chinese or Japanese character counts as a word, about half of an English one


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows, before and after furniture was taken off.

    blocks: everything visible. body: what was chosen as the article's. cards: how many `article` elements there are.
    """

    document: Document
    metadata: Metadata
    blocks: Sequence[Block]
    body: Sequence[str]
    cards: int = 0


def of(evidence: Evidence) -> Verdict:
    """The first that fits of blocked, consent, paywall, a list, too little; else ok."""
    length = words_in(evidence.body)
    if _is_blocked(evidence):
        return Verdict.BLOCKED
    if _is_consent(evidence):
        return Verdict.CONSENT
    listed = _list_signs(evidence)
    score = _for_article(evidence) + listed + _littleness(evidence, length)
    if (score > _SURELY_LIST or listed >= _FEW_SIGNS) and _is_stub(evidence, length):
        return Verdict.PAYWALL
    if listed >= _FEW_SIGNS and _is_recording(evidence, length):
        return Verdict.THIN
    if score <= _SURELY_LIST:
        return Verdict.NOT_AN_ARTICLE
    if length < THIN_WORDS:
        is_list = listed <= _LISTED_THROUGHOUT or (not _is_declared(evidence) and _has_teasers(evidence))
        return Verdict.NOT_AN_ARTICLE if is_list else Verdict.THIN
    return Verdict.NOT_AN_ARTICLE if score < 1 else Verdict.OK


def _is_recording(evidence: Evidence, length: float) -> bool:
    """A page around something to hear or to watch, with little to read."""
    document = evidence.document
    is_played = _types(document, _RECORDING_TYPES) or document.meta.get("og:type", ("",))[0].startswith(
        ("video", "music")
    )
    return is_played and not _types(document, _ARTICLE_TYPES) and length < _RECORDING_WORDS


def _has_teasers(evidence: Evidence) -> bool:
    """Several titles of other pages in elements of one make, which nothing written here outweighs."""
    teasers: Counter[tuple[object, str | None]] = Counter()
    for block in evidence.blocks:
        if block.linked >= 0.6 * len(block.text) and " " in block.text.strip() and not _is_in_menu(block):
            teasers[block.element.tag, block.element.get("class")] += 1
    return max(teasers.values(), default=0) >= _FEWEST_TEASERS


def _is_in_menu(block: Block) -> bool:
    return any(above.tag in ("nav", "footer", "header") for above in block.element.iterancestors())


def words_in(paragraphs: Sequence[str]) -> float:
    """About how many words of English the paragraphs make."""
    if _is_dense(paragraphs):
        return count_words(" ".join(paragraphs)) / _SCRIPTS_WITHOUT_BLANKS
    return sum(text.count(" ") + 1 for text in paragraphs)


def _is_dense(paragraphs: Sequence[str]) -> bool:
    """Whether the script sets hardly any blanks."""
    return sum(text.count(" ") for text in paragraphs) * 20 < sum(map(len, paragraphs))


def _is_blocked(evidence: Evidence) -> bool:
    shown = sum(len(block.text) for block in evidence.blocks)
    if shown > _CHECK_CHARACTERS or _is_declared(evidence):
        return False
    title = " ".join(element.text or "" for element in evidence.document.tree.iter("title"))
    text = " ".join((title, *(block.text for block in evidence.blocks))).casefold().replace("’", "'")
    return _BLOCKED.search(text) is not None or (_TICKET.search(text) is not None and _REFUSAL.search(text) is not None)


def _is_declared(evidence: Evidence) -> bool:
    """Whether the page calls itself an article, or gives the day on which it appeared."""
    if _types(evidence.document, _ARTICLE_TYPES) or evidence.metadata.published is not None:
        return True
    return evidence.document.meta.get("og:type", ("",))[0].lower() == "article"


def _is_consent(evidence: Evidence) -> bool:
    """Lines about consent with hardly any other prose beside them."""
    if _is_declared(evidence) and words_in(evidence.body) > _STUB_WORDS:
        return False
    about = [block for block in evidence.blocks if _CONSENT.search(block.text.casefold())]
    about_it = set(map(id, about))
    other = sum(len(block.text) for block in evidence.blocks if is_prose(block) and id(block) not in about_it)
    prose = sum(len(block.text) for block in about if is_prose(block))
    if sum(len(block.text) for block in evidence.blocks) > _CONSENT_CHARACTERS or _linked(evidence) > _MOST_LINKED:
        return False
    said = sum(len(set(_CONSENT.findall(block.text.casefold()))) for block in about)
    is_all_there_is = said >= _CONSENT_WORDS and not other and not evidence.metadata.authors
    return (len(about) >= _CONSENT_LINES or is_all_there_is) and prose > other and other < _OTHER_PROSE


def _is_stub(evidence: Evidence, length: float) -> bool:
    """A flag or an offer, and a short body: many pages carry either over a full text."""
    if length > _LONG_STUB_WORDS:
        return False
    flagged = any(_is_locked(item) for item in evidence.document.jsonld)
    tier = " ".join(evidence.document.meta.get("article:content_tier", ())).lower()
    offered = any(_is_offer(block.text.casefold()) for block in evidence.blocks)
    if flagged and offered:
        return True
    return length <= _STUB_WORDS and (flagged or offered or tier in ("locked", "metered"))


def _is_offer(text: str) -> bool:
    """A phrase of paywalls, or a few words that name both joining and reading.

    Those about a newsletter or comments are none.
    """
    if _OFFER.search(text):
        return True
    is_short = len(text) <= _OFFER_CHARACTERS and not _JOINING_FOR_OTHER_ENDS.search(text)
    return is_short and _JOINING.search(text) is not None and _READING.search(text) is not None


def _is_locked(item: dict[str, Any]) -> bool:
    return str(item.get("isAccessibleForFree", "")).strip().lower() == "false"


def _types(document: Document, wanted: Sequence[str]) -> bool:
    for item in document.jsonld:
        kinds = item.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and any(kind.lower().endswith(name) for name in wanted):
                return True
    return False


def _long_paragraphs(evidence: Evidence) -> int:
    shortest = _LONG_PARAGRAPH // 3 if _is_dense(evidence.body) else _LONG_PARAGRAPH
    return sum(len(paragraph) >= shortest for paragraph in evidence.body)


def _for_article(evidence: Evidence) -> int:
    document, facts = evidence.document, evidence.metadata
    long = _long_paragraphs(evidence)
    return (
        2 * _types(document, _ARTICLE_TYPES)
        + (document.meta.get("og:type", ("",))[0].lower() == "article")
        + (facts.published is not None)
        + bool(facts.authors)
        + (long >= 4)
        + (long >= 10)
    )


def _list_signs(evidence: Evidence) -> int:
    """Negative: what speaks for a front page, a list or a shop rather than for one piece of writing."""
    document = evidence.document
    linked = _linked(evidence)
    headings = [block for block in evidence.blocks if block.is_heading]
    leading = sum(block.linked > 0.6 * len(block.text) for block in headings)
    og_type = document.meta.get("og:type", ("",))[0].lower()
    return -(
        2 * (_types(document, _LIST_TYPES) and not _types(document, _ARTICLE_TYPES))
        + 3 * _is_front_page(evidence)
        + 3 * _is_list_address(evidence)
        + (linked > 0.3)
        + (linked > 0.5)
        + (evidence.cards >= 8)
        + (leading >= 8 and leading > 0.4 * len(headings))
        + (leading >= _MANY_LEADING and leading > 0.7 * len(headings))
        + 3 * og_type.startswith("product")
        + (og_type == "profile")
    )


def _littleness(evidence: Evidence, length: float) -> int:
    """Negative: a few short paragraphs are what is left of a list."""
    is_short = THIN_WORDS < length < _STUB_WORDS and not _types(evidence.document, _ARTICLE_TYPES)
    return -((_long_paragraphs(evidence) == 0 and length > THIN_WORDS) + is_short)


def _linked(evidence: Evidence) -> float:
    """The share of the visible text that stands in links."""
    return sum(block.linked for block in evidence.blocks) / (sum(len(block.text) for block in evidence.blocks) or 1)


def _path(evidence: Evidence) -> list[str] | None:
    url = evidence.metadata.canonical_url or evidence.document.url
    return [part for part in urlsplit(url).path.lower().split("/") if part] if url else None


def _is_front_page(evidence: Evidence) -> bool:
    return _path(evidence) == [] and not urlsplit(evidence.metadata.canonical_url or evidence.document.url).query


def _is_list_address(evidence: Evidence) -> bool:
    """An address whose last part is a section, or that numbers the pages of one."""
    path = _path(evidence)
    if not path:
        return False
    last = path[-1].partition(".")[0]
    above = path[-2] if len(path) > 1 else ""
    return last in _LIST_SEGMENTS or above in _LIST_PARENTS or (last.isdigit() and above == "page")
