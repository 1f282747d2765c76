"""An area of readers' comments, taken apart: who said what.

Every comment has one head: its author, its time, or both side by side. Heads are found first; a comment is then the
largest element around one head only, or, where comments are not framed at all, what stands between two heads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from bot.models.article import Comment
from bot.sources.extract.blocks import HEADINGS, INLINE, Block, read_lines
from bot.sources.extract.comment_words import CONTROLS, NOTICES, SAYS, words
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import text_of, tidy

AUTHOR, TIME = "x-author", "x-time"  # elements renamed to these stand as blocks of their own

_AUTHOR_PARTS = frozenset(
    """
    author name username nickname nick fn commenter poster commentauthor autor autore auteur user usuario nutzer
    verfasser writer byline who pseudo displayname
    """.split()
)
_TIME_PARTS = frozenset(
    "date time datetime timestamp datum fecha heure data posted published created ago zeit uhrzeit when quand".split()
)
_NOT_AUTHOR_TAGS = frozenset(
    ("li", "article", "ol", "ul", "section", "img", "form", "input", "html", "body", "tr", "table")
)
_PART = re.compile(r"[a-z]+")
_NAME_CHARACTERS = 60
_NAME_WORDS = 7
_SAID = "|".join(map(re.escape, words(SAYS)))
_SAYS = re.compile(rf"\s*(?:\b(?:{_SAID})\b)?(?:\s+on\b|\s+am\b|\s+le\b)?\s*[:,…]?\s*$", re.IGNORECASE)
_SAYS_FIRST = re.compile(rf"^(?P<name>[^.!?:\n]{{1,50}}?)\s+(?:{_SAID})\s*:\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_PARTING = re.compile(rf"\s+(?:{_SAID})\b[:,]?\s*|\s*[,|•·–—(/-]\s*|\s+", re.IGNORECASE)
_SAYING = re.compile(rf"^(?P<name>.{{1,50}}?)\s+(?:{_SAID})\s*[:…]?$", re.IGNORECASE)
_CLOSED = re.compile(
    r"^.{0,25}\b(?:comment|kommentar|comentario|comentário|commenti|reactie|discussion|diskussion)\w*\b.{0,50}"
    r"\b(?:closed|not allowed|disabled|off|geschlossen|fermés|cerrados|chiusi|gesloten|encerrados|fechados)\W*$",
    re.IGNORECASE,
)
_IN_REPLY = re.compile(
    r"^(?:reply to|in reply to|replying to|répondre à|en réponse à|antwort auf|als antwort auf|responder a|"
    r"en respuesta a|in risposta a|rispondi a|em resposta a)\b.{0,60}$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]\s*$")
_BY_FIRST = re.compile(r"^(?:by|von|par|por|di|da|posted by|submitted by|eingesandt von|from)\s+", re.IGNORECASE)
_CONNECTORS = ("on", "at", "am", "um", "le", "el", "by", "von", "par", "por", "from", "to", "op", "den")
_CONTROLS = frozenset((*words(CONTROLS), *words(SAYS), *_CONNECTORS))
_NOTICES = words(NOTICES)
_HIDDEN_PARTS = ("visually-hidden", "visuallyhidden", "sr-only", "screen-reader")
_BOLD = frozenset(("b", "strong", "dt", "em", "i", "u", "th")) | HEADINGS
_ABBREVIATION = 5
_MOST_HEADS = 3_000
_COUNTS = re.compile(r"[\d#()\[\].,·•|+↑↓↳→←▲▼–—\s-]+")
_PUNCTUATION = ".!?…。！？"


def read(area: Sequence[HtmlElement], announced: int | None = None) -> list[Comment]:
    """The comments in sibling elements, in their order.

    announced: the number that the page gives for them; only with one are names told by bold type alone.
    """
    renamed: list[tuple[HtmlElement, str]] = []
    for element in area:
        renamed.extend(_mark_controls(element))
        renamed.extend(_mark_times(element))
    for element in area:
        renamed.extend(_mark_authors(element))
    try:
        blocks = _lines(area)
        heads = _heads(blocks, announced)
        if not heads and announced:
            for element in area:
                renamed.extend(_mark_bold_names(element))
            blocks = _lines(area)
            heads = _heads(blocks, announced)
        if not heads:
            return []
        return list(_comments(blocks, heads[:_MOST_HEADS], area))
    finally:
        for element, tag in reversed(renamed):
            element.tag = tag


def _lines(area: Iterable[HtmlElement]) -> list[Block]:
    return [
        block
        for element in area
        for block in read_lines(element)
        if block.element.tag in (AUTHOR, TIME) or not (is_control(block.text) or is_notice(block.text))
    ]


def _rename(element: HtmlElement, tag: str) -> tuple[HtmlElement, str]:
    old = str(element.tag)
    element.tag = tag
    return element, old


def _mark_controls(area: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Set buttons and badges apart that stand beside each other without a blank; hide what only screen readers say."""
    for element in list(area.iter("a", "span", "em", "i", "b", "small", "p", "div")):
        if any(hidden in (element.get("class") or "") for hidden in _HIDDEN_PARTS):
            yield _rename(element, "template")
        elif element.tag in INLINE and not _stands_in_text(element) and is_control(text_of(element)):
            yield _rename(element, "x-control")


def _stands_in_text(element: HtmlElement) -> bool:
    """Whether words stand directly beside it, as around a link in a sentence."""
    before, parent = element.getprevious(), element.getparent()
    ahead = before.tail if before is not None else parent.text if parent is not None else ""
    return any(c.isalnum() for c in f"{ahead or ''}{element.tail or ''}")


def _mark_times(area: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Make what tells a time stand apart from the text beside it."""
    for element in list(area.iter()):
        if isinstance(element.tag, str) and _tells_time(element):
            yield _rename(element, TIME)


def _tells_time(element: HtmlElement) -> bool:
    if element.tag == "time":
        return True
    if element.tag not in INLINE and _TIME_PARTS.isdisjoint(_parts(element)):
        return False
    return len(element) <= 3 and is_timestamp(text_of(element))


def _mark_authors(area: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The innermost of the elements whose name says that they hold an author's."""
    outer: set[HtmlElement] = set()
    for element in reversed(list(area.iter())):
        if not isinstance(element.tag, str) or element in outer or not _is_called_author(element):
            continue
        named = element if _is_name_alone(element) else _first_name_in(element)
        if named is not None:
            outer.update(element.iterancestors())
            yield from _place_apart(named)
            yield _rename(named, AUTHOR)


def _place_apart(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Hide what is set apart after "Name, "."""
    if (element.text or "").rstrip().endswith((",", "|", "·")):
        for child in element:
            yield _rename(child, "template")


def _is_called_author(element: HtmlElement) -> bool:
    if element.tag in _NOT_AUTHOR_TAGS:
        return False
    if element.tag == "cite" or element.get("itemprop") in ("author", "creator") or element.get("rel") == "author":
        return True
    return not _AUTHOR_PARTS.isdisjoint(_parts(element))


def _is_name_alone(element: HtmlElement) -> bool:
    return is_name(text_of(element)) and not any(below.tag == TIME for below in element.iterdescendants())


def _first_name_in(element: HtmlElement) -> HtmlElement | None:
    """Of "name, date, badge" in one element the name."""
    if len(text_of(element)) > 2 * _NAME_CHARACTERS:
        return None
    for below in element.iterdescendants():
        if isinstance(below.tag, str) and below.tag != TIME and len(below) == 0 and is_name(text_of(below)):
            return below
    return None


def _mark_bold_names(area: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Where nothing is called an author and no time is told: names set apart by their type, at the start of a text."""
    for element in list(area.iter()):
        if element.tag in _BOLD and is_name(text_of(element)) and _starts_its_parent(element):
            yield _rename(element, AUTHOR)


def _starts_its_parent(element: HtmlElement) -> bool:
    before, parent = element.getprevious(), element.getparent()
    return before is None and (parent is None or not (parent.text or "").strip())


def _parts(element: HtmlElement) -> set[str]:
    names = " ".join((element.get("class") or "", element.get("id") or "", element.get("itemprop") or ""))
    return set(_PART.findall(names[:300].lower()))


def is_control(text: str) -> bool:
    """A button, a badge or a count, and no words of a reader's."""
    if len(text) > 50:
        return False
    plain = _COUNTS.sub(" ", text.casefold()).strip(" :")
    return not plain or plain in _CONTROLS


def is_notice(text: str) -> bool:
    if text.casefold()[:80].startswith(_NOTICES):
        return True
    return len(text) < 120 and (_CLOSED.match(text) is not None or _IN_REPLY.match(text) is not None)


def is_name(text: str) -> bool:
    """Short, few words, no sentence."""
    return (
        0 < len(text) <= _NAME_CHARACTERS
        and len(text.split()) <= _NAME_WORDS
        and not is_control(text)
        and not is_notice(text)
        and not is_timestamp(text)
        and not _ends_a_sentence(text)
        and any(c.isalnum() for c in text)
    )


def _ends_a_sentence(text: str) -> bool:
    """ "Keep it clean." does, "Hedda M." and "R. Zobel jun." do not."""
    return text[-1] in _PUNCTUATION and len(text.split()[-1]) > _ABBREVIATION


def _heads(blocks: Sequence[Block], announced: int | None) -> list[int]:
    """Indices of the blocks that stand for one comment each: its author where authors are marked, else its time."""
    authors = _firsts(n for n, block in enumerate(blocks) if _named_by(block))
    times = _firsts(n for n, block in enumerate(blocks) if _is_time(block))
    if announced is not None:
        for heads in (authors, times):
            if len(heads) == announced:
                return heads
    return times if len(times) > len(authors) or len(authors) > 1.5 * len(times) > 1 else authors


def _named_by(block: Block) -> str:
    """The author that a line names and does nothing else: "Gesa sagt:", "Alois H. schrieb am 16.03.2004:"."""
    if block.element.tag == AUTHOR:
        return plain_name(block.text)
    return named_in(block.text)


def named_in(text: str) -> str:
    """The author in a line that only opens a comment: "Gesa sagt:", "Alois H. schrieb am 16.03.2004:"; else ""."""
    if len(text) > 2 * _NAME_CHARACTERS:
        return ""
    if is_timestamp(text):
        return ""
    if (said := _SAYING.match(text)) and is_name(said["name"]):
        return plain_name(said["name"])
    for parting in _PARTING.finditer(text):
        name, time = text[: parting.start()], text[parting.end() :]
        if any(c.isdigit() for c in time) and is_timestamp(time.strip(" ):")) and is_name(name):
            return plain_name(name)
    return ""


def _firsts(indices: Iterable[int]) -> list[int]:
    """Of neighbours the first."""
    found: list[int] = []
    last = -2
    for n in indices:
        if n != last + 1:
            found.append(n)
        last = n
    return found


def _is_time(block: Block) -> bool:
    return block.element.tag == TIME or is_timestamp(block.text)


def _comments(blocks: Sequence[Block], heads: Sequence[int], area: Sequence[HtmlElement]) -> Iterator[Comment]:
    owned = _owned(blocks, heads, area)
    for head in heads:
        name = _name_for(blocks, head, owned[head])
        texts = _texts(blocks, head, name, owned[head])
        author = "" if name is None else _named_by(blocks[name]) or plain_name(blocks[name].text)
        if not author and texts:
            author, texts[0] = _author_in(texts[0])
        text = "\n".join(texts).strip()
        if text:
            yield Comment(author=author, text=text)


def _texts(blocks: Sequence[Block], head: int, name: int | None, lines: Sequence[int]) -> list[str]:
    """A comment's own lines: those after its head, or before it where names stand below."""
    own = [n for n in lines if n not in (head, name) and not _is_time(blocks[n])]
    after = [blocks[n].text for n in own if n > head]
    before = [blocks[n].text for n in own if n < head]
    return before if sum(map(len, before)) > 3 * sum(map(len, after)) else after


def _owned(blocks: Sequence[Block], heads: Sequence[int], area: Sequence[HtmlElement]) -> dict[int, list[int]]:
    """Which blocks belong to each head: those in the largest element around it alone, or else those up to the next."""
    tops = {parent for element in area if (parent := element.getparent()) is not None}
    counts: Counter[HtmlElement] = Counter()
    for head in heads:
        counts.update(_upward(blocks[head].element, tops))
    frame_of: dict[HtmlElement, int] = {}
    for head in heads:
        for element in _upward(blocks[head].element, tops):
            if counts[element] > 1:
                break
            frame_of[element] = head
    owned: dict[int, list[int]] = {head: [] for head in heads}
    loose: list[int] = []
    for n, block in enumerate(blocks):
        nearest = next((above for above in _upward(block.element, tops) if counts[above]), None)
        if nearest is not None and nearest in frame_of and len(heads) > 1:
            owned[frame_of[nearest]].append(n)
        else:
            loose.append(n)
    _give_away(blocks, heads, owned, loose)
    return owned


def _give_away(blocks: Sequence[Block], heads: Sequence[int], owned: dict[int, list[int]], loose: list[int]) -> None:
    """Lines outside every frame go to the head before them, when it has no text in a frame of its own."""
    bare = {head for head in heads if not _has_text(blocks, head, owned[head])}
    position = 0
    for n in loose:
        while position + 1 < len(heads) and heads[position + 1] <= n:
            position += 1
        head = heads[position]
        is_own_name = n == head - 1 and not _named_by(blocks[head])
        if head in bare and (n >= head or is_own_name):
            owned[head].append(n)
    for head in bare:
        owned[head].sort()


def _has_text(blocks: Sequence[Block], head: int, lines: Sequence[int]) -> bool:
    name = _name_for(blocks, head, lines)
    return any(n not in (head, name) and not _is_time(blocks[n]) for n in lines)


def _upward(element: HtmlElement, tops: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The element and those around it, within the area."""
    while element not in tops:
        yield element
        parent = element.getparent()
        if parent is None:
            return
        element = parent


def _name_for(blocks: Sequence[Block], head: int, lines: Sequence[int]) -> int | None:
    """The block with the author's name: marked as such, or a short one right beside the time."""
    if _named_by(blocks[head]):
        return head
    marked = [n for n in lines if _named_by(blocks[n])]
    if marked:
        return marked[0]
    for n in (head - 1, head + 1):
        if n in lines and is_name(plain_name(blocks[n].text)):
            return n
    return next((n for n in lines[:1] if n != head and is_name(blocks[n].text)), None)


def _author_in(line: str) -> tuple[str, str]:
    """Author and text of "Gesa said: …"."""
    if found := _SAYS_FIRST.match(line):
        return found["name"], found["rest"]
    return "", line


def plain_name(text: str) -> str:
    """ "By Carl Whitlock (not verified) says:" -> "Carl Whitlock"."""
    name = _SAYS.sub("", _BY_FIRST.sub("", tidy(text)))
    return _REMARK.sub("", name).strip(" :,-–—|•·>")
