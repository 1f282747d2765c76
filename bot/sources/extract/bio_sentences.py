"""Whether a sentence speaks about an author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.sources.extract.bio_words import ARTICLES, JOINTS, OPENINGS, PARTICLES, SUBJECTS, TITLES, VERBS, words
from bot.sources.extract.edges import is_foot
from bot.sources.extract.wording import squeezed

MOST_CHARACTERS = 1_200
FEWEST_WORDS = 4
_OPENINGS = words(OPENINGS)
_SUBJECTS = words(SUBJECTS)
_VERBS = frozenset(words(VERBS))
_PARTICLES = frozenset(words(PARTICLES))
_JOINTS = frozenset(words(JOINTS))
_ARTICLES = frozenset(words(ARTICLES))
_TITLE = re.compile(rf"^(?:(?:{'|'.join(map(re.escape, words(TITLES)))})\.?\s+)+(?=[^\W\d_])", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜÉÈÀ])")
_WORD = re.compile(r"[\w’'-]+")
_DISCLOSURE = re.compile(r"\breceived? (?:any )?funding|\bown shares\b|\bconflicts? of interest\b", re.IGNORECASE)
_DASHES = ("–", "—", "-", "|", "·")
_AROUND = "*_—–-•■▪◆()（）[] "
_SIGNATURE_CHARACTERS = 60
_MOST_NAME_WORDS = 9  # "Ana de la Vega and José Luis Prado"


def count_words(text: str) -> int:
    """A hyphenated word is one; so is a run of a script that sets no spaces."""
    return len(_WORD.findall(text))


def begins_about_author(text: str, authors: Sequence[str]) -> bool:
    """Begins with an author's name, or with "The author is"."""
    text = text.strip(_AROUND)
    if not text or len(text) > MOST_CHARACTERS:
        return False
    plain = text.casefold()
    if plain.startswith(_OPENINGS) or _is_subject_of_biography(plain):
        return True
    return starts_with_author(text, authors) and count_words(text) > FEWEST_WORDS


def _is_subject_of_biography(plain: str) -> bool:
    """ "The writer" and a verb of biographies, perhaps with a word between them ("Der Autor selbst lebt …")."""
    for subject in _SUBJECTS:
        if plain.startswith(subject):
            return any(word in _VERBS for word in _WORD.findall(plain[len(subject) :][:40])[:2])
    return False


def starts_with_author(text: str, authors: Sequence[str]) -> bool:
    """A name and then a verb or a comma: "Jana Rühl, Jahrgang 1986, …", "Noor covers …", "Ms. Osei is …"."""
    texts = {text, _TITLE.sub("", text)}
    names = [(name, author) for author in authors for name in (author, *_by_half(author))]
    return any(_is_followed_up(one, name, author) for one in texts for name, author in names)


def tells_of_author(text: str, authors: Sequence[str]) -> bool:
    """The same by a verb of biographies alone, for sentences that stand anywhere."""
    texts = {text, _TITLE.sub("", text)}
    names = [name for author in authors for name in (author, *_by_half(author))]
    return any(_has_verb_after(one, name) for one in texts for name in names) and not _DISCLOSURE.search(text)


def _has_verb_after(text: str, name: str) -> bool:
    if not text.casefold().startswith(f"{name.casefold()} "):
        return False
    return any(word in _VERBS for word in _WORD.findall(text[len(name) :][:40].casefold())[:2])


def _is_followed_up(text: str, name: str, author: str) -> bool:
    if not text.casefold().startswith(name.casefold()):
        return False
    rest = text[len(name) :]
    following = _WORD.findall(rest[:40].casefold())
    if rest[:1] in (",", "(", "'", "’") or rest.lstrip()[:1] in ("(", *_DASHES):
        return True
    return bool(following) and rest[:1] == " " and _is_predicate(following, name, author)


def _is_predicate(following: Sequence[str], name: str, author: str) -> bool:
    """After the full name any sentence will do; after a half of it, a verb of biographies must follow."""
    if name == author and following[0] not in ("and", "und", "et", "y", "|"):
        return True
    return any(word in _VERBS for word in following[:3])


def _by_half(author: str) -> list[str]:
    """First and last name, for they stand alone in "Noor covers insurance"."""
    parts = author.split()
    return [part for part in (parts[0], parts[-1]) if len(part) > 2] if len(parts) > 1 else []


def starts_with_person(text: str) -> bool:
    """Begins as a biography of anybody does: "Dr Ada Holm – a hydrologist …", "Tom Weir and Ada Holm teach …"."""
    tokens = _TITLE.sub("", text.strip(_AROUND)).split()
    name = list(takewhile(_may_be_of_name, tokens[:_MOST_NAME_WORDS]))
    if not name or name[0].casefold() in _ARTICLES:
        return False
    capitals = sum(word[0].isupper() for word in name)
    following = tokens[len(name)] if len(tokens) > len(name) else ""
    if any(word.endswith(",") for word in name[1:]):
        return capitals > 1
    return capitals > 1 and (following in _DASHES or following[:1] == "(" or following.casefold() in _VERBS)


def _may_be_of_name(word: str) -> bool:
    return word[0].isupper() or word.casefold() in _PARTICLES or word.casefold() in _JOINTS


def without_credits(text: str) -> str:
    """A bio without "This essay first appeared in …" at its end."""
    sentences = _SENTENCES.split(text)
    kept = " ".join(sentence for sentence in sentences if not is_foot(sentence, last=True))
    return kept.lstrip("([") if kept != text and not kept.endswith((")", "]")) else kept


def is_signature(text: str, authors: Sequence[str]) -> bool:
    """An author's name and perhaps a place below a letter."""
    return len(text) <= _SIGNATURE_CHARACTERS and any(squeezed(text).startswith(squeezed(author)) for author in authors)
