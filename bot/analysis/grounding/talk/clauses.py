"""A sentence in the parts that are held against different witnesses: members, articles, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.analysis.grounding.quotation import Scene
from bot.analysis.grounding.speech_words import RELATIVES
from bot.analysis.grounding.subjects import Manner
from bot.analysis.grounding.talk.discussion_words import CLAUSE_BORDER
from bot.analysis.grounding.talk.members import Members, Mention
from bot.analysis.grounding.words import words_of

PLAIN_MANNER = Manner(proper=frozenset(), ordinary=frozenset(), capitalises_nouns=False)
_JOINS = frozenset("and but while whereas und aber während et mais pero mientras y".split())


def clauses(text: str, members: Members) -> list[str]:
    """The parts in order; together they are the text. A quotation is never cut."""
    narration = Scene(text, PLAIN_MANNER).narration
    borders = [match.end() for match in CLAUSE_BORDER.finditer(narration)]
    parts = [text[a:b] for a, b in zip([0, *borders], [*borders, len(text)], strict=True) if text[a:b].strip()]
    return [piece for part in parts for piece in _by_speaker(part, members)]


def addressed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without a name that only calls somebody: "Ana, the article says …"."""
    words = words_of(text)
    return [mention for mention in mentions if not _is_call(text, mention, [(w.form, w.start, w.end) for w in words])]


def _is_call(text: str, mention: Mention, words: Sequence[tuple[str, int, int]]) -> bool:
    following = words[mention.last + 1][0].casefold() if mention.last + 1 < len(words) else ""
    after = text[words[mention.last][2] :].lstrip()[:1]
    opens = mention.first == 0 and after in (",", ":") and following not in RELATIVES
    closes = mention.last == len(words) - 1 and text[: words[mention.first][1]].rstrip().endswith(",")
    return opens or closes


def _by_speaker(part: str, members: Members) -> Iterator[str]:
    """ "Ana wants it open and Ben wants it closed" in two; "Ana and Ben want it open" in one."""
    words, at = words_of(part), 0
    before: Mention | None = None
    for mention in members.mentions(part):
        join = mention.first - 1
        if before and join > before.last + 1 and words[join].form.casefold() in _JOINS:
            yield part[at : words[join].start]
            at = words[join].start
        before = mention
    yield part[at:]


def without_quotations(text: str) -> str:
    """The narration alone, blanks in place of what stands in quotation marks."""
    return re.sub(r" {2,}", " ", Scene(text, PLAIN_MANNER).narration)
