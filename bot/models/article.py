"""An article as its readers know it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of piece it is; `UNKNOWN` beats a guess."""

    OP_ED = "op-ed"
    EDITORIAL = "editorial"
    COLUMN = "column"
    ANALYSIS = "analysis"
    LETTER = "letter"
    INTERVIEW = "interview"
    REPORT = "report"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """Whether what was read is an article."""

    OK = "ok"
    THIN = "thin"
    PAYWALL = "paywall"
    CONSENT = "consent"
    BLOCKED = "blocked"
    NOT_AN_ARTICLE = "not-an-article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A reader's comment; `author` is empty when the page names none."""

    author: str
    text: str


# Chinese and Japanese set no spaces: kana, ideographs and their later extensions, half-width kana.
_UNSPACED = r"\u3005\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f\U00020000-\U0003ffff"
_WORDS = re.compile(rf"(?=\w)[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:(?:['’]|(?<=\d)[.,](?=\d))[^\W{_UNSPACED}]+)*")


def count_words(text: str) -> int:
    """Words as a reader counts them: "don't" and "1,200" are one, of Chinese and Japanese each character is one."""
    return len(_WORDS.findall(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A commentary, taken apart. Paragraphs are numbered from 1 wherever they are cited (¶1).

    url: the address that was asked for; empty for a file of unknown origin.
    canonical_url: the address that the page calls its own, else `url`.
    published: the day in the outlet's own time zone.
    language: BCP 47 primary subtag, "" when it cannot be told.
    """

    url: str = ""
    canonical_url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    site: str = ""
    language: str = ""
    kind: Kind = Kind.UNKNOWN
    bio: str = ""
    paragraphs: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    verdict: Verdict = Verdict.OK

    @property
    def text(self) -> str:
        """The body alone, paragraphs apart by a blank line."""
        return "\n\n".join(self.paragraphs)

    @property
    def words(self) -> int:
        """Of the body alone; counted as a reader counts."""
        return count_words(self.text)

    @property
    def content_hash(self) -> str:
        """SHA-256 over what a summary is made of; equal for the same edition at any address."""
        comments = [(c.author, c.text) for c in self.comments]
        parts = json.dumps([self.title, self.authors, self.paragraphs, comments])  # no text can look like a separator
        return hashlib.sha256(parts.encode()).hexdigest()


def describe(article: Article) -> dict[str, Any]:
    """The article's facts as JSON, without paragraphs and text (DESIGN §2, `summarize --json`)."""
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "site": article.site,
        "language": article.language,
        "kind": article.kind.value,
        "bio": article.bio,
        "comments": [{"author": c.author, "text": c.text} for c in article.comments],
        "verdict": article.verdict.value,
        "words": article.words,
    }


def to_json(article: Article) -> dict[str, Any]:
    """The whole article as JSON (`extract --json`)."""
    facts = describe(article)
    comments, verdict, words = facts.pop("comments"), facts.pop("verdict"), facts.pop("words")
    body = {"paragraphs": list(article.paragraphs), "text": article.text}
    return facts | body | {"comments": comments, "verdict": verdict, "words": words}


def from_json(data: dict[str, Any]) -> Article:
    """The inverse of `to_json`; raises KeyError, TypeError or ValueError for another shape."""
    return Article(
        url=data["url"],
        canonical_url=data["canonical_url"],
        title=data["title"],
        authors=tuple(data["authors"]),
        published=date.fromisoformat(data["published"]) if data["published"] else None,
        site=data["site"],
        language=data["language"],
        kind=Kind(data["kind"]),
        bio=data["bio"],
        paragraphs=tuple(data["paragraphs"]),
        comments=tuple(Comment(author=c["author"], text=c["text"]) for c in data["comments"]),
        verdict=Verdict(data["verdict"]),
    )
