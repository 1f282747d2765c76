"""What is said of several articles, each claim against the article that it is given to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.analysis.grounding.evidence import Evidence
from bot.analysis.grounding.support import Cited, Support
from bot.models.article import Article
from bot.models.comparison import Citation


class Claims:
    """Articles count from 1. spoken: the language in which things are said of them, "" for one that cannot be told."""

    def __init__(self, articles: Sequence[Article], spoken: str) -> None:
        self._evidence: Mapping[int, Evidence] = {n: Evidence(each, spoken) for n, each in enumerate(articles, 1)}
        comparable = (n for n, evidence in self._evidence.items() if evidence.same_language)
        self._support = Support([evidence.body for evidence in self._evidence.values()], comparable)

    def borne(self, n: int, claim: str, paragraphs: Sequence[int]) -> tuple[int, ...]:
        """The paragraphs that bear out what article `n` is said to claim; none when that is not its claim."""
        existing = self._existing(n, paragraphs)
        return self._support.of_one(n, claim, existing) if existing and self._is_of(n, claim) else ()

    def in_common(self, point: str, citations: Sequence[Citation]) -> Cited:
        """By article, the cited paragraphs that bear out what is said of each of the articles that are cited."""
        cited = {n: self._existing(n, (c.paragraph for c in citations if c.n == n)) for n in self._evidence}
        held = {n: paragraphs for n, paragraphs in cited.items() if paragraphs and self._is_of(n, point)}
        return self._support.in_common(point, held)

    def is_of_any(self, text: str, among: Iterable[int] | None = None) -> bool:
        """Whether one article has all of the text's numbers, names and quoted words; of all articles, or of some."""
        return any(self._is_of(n, text) for n in (self._evidence if among is None else among))

    def _existing(self, n: int, paragraphs: Iterable[int]) -> tuple[int, ...]:
        return self._evidence[n].citations.existing(tuple(paragraphs)) if n in self._evidence else ()

    def _is_of(self, n: int, claim: str) -> bool:
        """Whether numbers, names and words between quotation marks are the article's; an empty claim is nobody's."""
        evidence = self._evidence[n]
        finding = evidence.statements.check(claim)
        strange = finding.numbers or finding.is_borrowed or (finding.names and evidence.same_language)
        return bool(claim) and not strange and finding.text == claim
