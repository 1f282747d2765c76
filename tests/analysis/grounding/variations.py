"""Ways to quote rightly and wrongly, made from an article's own quotations by a seeded hand.

Every function takes a quotation and a source of chance; it returns the words offered, or None where the way does not
apply. `stands` is the oracle: it knows nothing of how the check works.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from bot.models.article import Article

Way = Callable[[str, Random], str | None]

_NEGATION = {"no", "not", "nobody", "never", "none", "nicht", "keine", "ne", "n", "pas", "but", "nur"}


def bare(text: str) -> str:
    """Letters and digits alone, words apart by one blank."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def stands(text: str, article: Article) -> bool:
    return any(f" {bare(text)} " in f" {bare(paragraph)} " for paragraph in article.paragraphs)


# --- right ----------------------------------------------------------------------------------------------------------


def as_it_is(text: str, chance: Random) -> str:
    return text


def in_marks(text: str, chance: Random) -> str:
    marks = chance.choice(["“”", '""', "„“", "«»", "‘’", "»«"])
    return f"{marks[0]}{text}{marks[1]}"


def typewritten(text: str, chance: Random) -> str:
    return text.replace("’", "'").replace("—", "-").replace("…", "...")


def typeset(text: str, chance: Random) -> str:
    return text.replace("'", "’").replace(" ", "\u00a0", 2)


def spaced(text: str, chance: Random) -> str:
    words = text.split(" ")
    return "".join(word + chance.choice([" ", "  ", "\u202f", "\n", "\u2009"]) for word in words).strip()


def hyphenated(text: str, chance: Random) -> str:
    """With soft hyphens where a line might break."""
    return re.sub(r"(\w{3})(\w{3})", "\\1\u00ad\\2", text)


def decomposed(text: str, chance: Random) -> str:
    return unicodedata.normalize("NFD", text)


def with_ligatures(text: str, chance: Random) -> str:
    return text.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def with_zero_width(text: str, chance: Random) -> str:
    at = chance.randrange(1, len(text) - 1)
    return text[:at] + "\u200b" + text[at:] if text[at - 1].isalpha() and text[at].isalpha() else "\ufeff" + text


def other_first_case(text: str, chance: Random) -> str:
    return text[0].swapcase() + text[1:]


def new_case_in_brackets(text: str, chance: Random) -> str:
    return f"[{text[0].swapcase()}]{text[1:]}"


def other_ending(text: str, chance: Random) -> str:
    return text.rstrip(".,") + chance.choice([",", ".", "", "…", " …"])


def a_run_of_words(text: str, chance: Random) -> str | None:
    words = text.split()
    if len(words) < 7:
        return None
    first = chance.randrange(len(words) - 5)
    return " ".join(words[first : first + 5])


def with_an_ellipsis(text: str, chance: Random) -> str | None:
    words = text.split()
    if len(words) < 9:
        return None
    first, last = 3, len(words) - 3
    if {word for part in words[first:last] for word in bare(part).split()} & _NEGATION:
        return None
    mark = chance.choice([" … ", " ... ", " […] ", " [...] ", "… ", " (…) "])
    return " ".join(words[:first]) + mark + " ".join(words[last:])


def with_a_bracket(text: str, chance: Random) -> str | None:
    words = text.split()
    if len(words) < 7:
        return None
    at = chance.randrange(2, len(words) - 3)
    return " ".join([*words[:at], "[the county]", *words[at + chance.randrange(2) :]])


RIGHT: tuple[Way, ...] = (
    as_it_is, in_marks, typewritten, typeset, spaced, hyphenated, decomposed, with_ligatures, with_zero_width,
    other_first_case, new_case_in_brackets, other_ending, a_run_of_words, with_an_ellipsis, with_a_bracket,
)  # fmt: skip

# --- wrong ----------------------------------------------------------------------------------------------------------

_STRANGERS = ["trees", "money", "Geld", "morgen", "jamais", "maison", "seventy", "always"]


def a_word_changed(text: str, chance: Random) -> str:
    words = text.split()
    words[chance.randrange(len(words))] = chance.choice(_STRANGERS)
    return " ".join(words)


def a_word_added(text: str, chance: Random) -> str:
    words = text.split()
    words.insert(chance.randrange(1, len(words)), chance.choice(_STRANGERS))
    return " ".join(words)


def a_word_lost(text: str, chance: Random) -> str | None:
    words = text.split()
    del words[chance.randrange(1, len(words) - 1)]
    return " ".join(words)


def two_words_exchanged(text: str, chance: Random) -> str | None:
    words = text.split()
    at = chance.randrange(1, len(words) - 1)
    words[at - 1], words[at] = words[at], words[at - 1]
    return " ".join(words)


def negated(text: str, chance: Random) -> str:
    words = text.split()
    words.insert(chance.randrange(1, len(words)), chance.choice(["not", "nicht", "pas", "never", "[not]"]))
    return " ".join(words)


def a_letter_changed(text: str, chance: Random) -> str:
    at = chance.choice([at for at, char in enumerate(text) if char.isalpha() and at])
    return text[:at] + chance.choice([c for c in "aeinrst" if c != text[at]]) + text[at + 1 :]


def cut_within_a_word(text: str, chance: Random) -> str | None:
    words = text.rstrip(".?!,").split()
    return text.rstrip(".?!,")[:-2] if len(words[-1]) > 4 else None


def an_accent_lost(text: str, chance: Random) -> str | None:
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return plain if plain != text else None


def parts_in_the_wrong_order(text: str, chance: Random) -> str | None:
    words = text.split()
    return " ".join(words[-4:]) + " … " + " ".join(words[:4]) if len(words) > 8 else None


def said_twice(text: str, chance: Random) -> str:
    return f"{text} {text}"


WRONG: tuple[Way, ...] = (
    a_word_changed, a_word_added, a_word_lost, two_words_exchanged, negated, a_letter_changed, cut_within_a_word,
    an_accent_lost, parts_in_the_wrong_order, said_twice,
)  # fmt: skip
