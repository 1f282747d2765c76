"""The only maker of a Summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.analysis.grounding.hygiene import printable
from bot.analysis.grounding.sources import Sources
from bot.analysis.grounding.statements import Finding, Statements
from bot.models.article import Article
from bot.models.summary import Argument, Draft, Grounding, Quote, Remark, Summary


def check(article: Article, draft: Draft) -> Summary:
    """The draft, as far as the article bears it out. Never raises, whatever the texts hold.

    Quotations are kept in the article's own spelling, given to whom the article gives them. Of the tldr, sentences that
    fail are dropped; a thesis that fails gives way to the first opinion among the claims; either stays, with what fails
    in it listed, when nothing better is left, but never with readers' words. A claim that fails takes its argument with
    it, a support only itself. An argument without a paragraph is dropped, as is a remark whose paragraphs do not exist.
    Marks around words that the article does not hold are removed. Names decide only when draft and article are in one
    language: translated ones are listed.
    """
    return _Check(article, _printable(draft)).summary()


class _Check:
    """One draft's way through the check; collects what fails."""

    def __init__(self, article: Article, draft: Draft) -> None:
        self._article, self._draft = article, draft
        self._sources = Sources(article, draft)
        self._numbers: dict[str, None] = {}
        self._names: dict[str, None] = {}
        self._citations_dropped = 0

    def summary(self) -> Summary:
        quotes = tuple(self._quotes())
        arguments = tuple(self._arguments())
        critique = tuple(self._critique())
        opinions = [a.claim for a in sorted(arguments, key=lambda a: a.nature == "fact")]
        thesis = self._statement(self._draft.thesis, self._sources.thesis, opinions)
        tldr = self._statement(self._draft.tldr, self._sources.body, [thesis, *opinions])
        return Summary(
            tldr=tldr,
            thesis=thesis,
            arguments=arguments,
            quotes=quotes,
            critique=critique,
            reader_reaction=self._reader_reaction(),
            grounding=Grounding(
                quotes_offered=len(self._draft.quotes),
                quotes_kept=len(quotes),
                numbers_unmatched=tuple(self._numbers),
                names_unmatched=tuple(self._names),
                citations_dropped=self._citations_dropped,
            ),
            signature=self._draft.signature,
            fallback=self._draft.fallback,
        )

    def _quotes(self) -> Iterator[Quote]:
        for offered in self._draft.quotes:
            if kept := self._sources.quotes.checked(offered):
                self._citations_dropped += kept.paragraph != offered.paragraph
                yield replace(kept, text=printable(kept.text))

    def _arguments(self) -> Iterator[Argument]:
        for offered in self._draft.arguments:
            claim = self._note(self._sources.thesis.check(offered.claim))
            support = self._note(self._sources.thesis.check(offered.support))
            paragraphs = self._sources.citations.checked(offered.paragraphs, offered.claim, offered.support)
            self._citations_dropped += len(set(offered.paragraphs) - set(paragraphs))
            if claim.text and paragraphs and self._stands(claim):
                yield replace(
                    offered,
                    claim=claim.text,
                    support=support.text if self._stands(support) else "",
                    paragraphs=paragraphs,
                )

    def _critique(self) -> Iterator[Remark]:
        for offered in self._draft.critique:
            remark = self._note(self._sources.body.check(offered.text))
            paragraphs = self._sources.citations.existing(offered.paragraphs)
            self._citations_dropped += len(set(offered.paragraphs) - set(paragraphs))
            is_cited = bool(paragraphs) or not offered.paragraphs
            if remark.text and is_cited and self._stands(remark):
                yield Remark(text=remark.text, paragraphs=paragraphs)

    def _statement(self, text: str, statements: Statements, better: list[str]) -> str:
        findings = [self._note(finding) for finding in statements.check_sentences(text)]
        if standing := [finding.text for finding in findings if self._stands(finding)]:
            return " ".join(standing)
        instead = next(filter(None, better), "")
        return instead or " ".join(finding.text for finding in findings if not finding.is_borrowed)

    def _reader_reaction(self) -> str:
        if not self._article.comments:
            return ""
        findings = [self._note(f) for f in self._sources.comments.check_sentences(self._draft.reader_reaction)]
        return " ".join(finding.text for finding in findings if self._stands(finding))

    def _stands(self, finding: Finding) -> bool:
        return not (finding.numbers or finding.is_borrowed or (finding.names and self._sources.same_language))

    def _note(self, finding: Finding) -> Finding:
        self._numbers.update(dict.fromkeys(finding.numbers))
        self._names.update(dict.fromkeys(finding.names))
        return finding


def _printable(draft: Draft) -> Draft:
    return replace(
        draft,
        tldr=printable(draft.tldr),
        thesis=printable(draft.thesis),
        reader_reaction=printable(draft.reader_reaction),
        arguments=tuple(replace(a, claim=printable(a.claim), support=printable(a.support)) for a in draft.arguments),
        quotes=tuple(replace(q, text=printable(q.text), speaker=printable(q.speaker)) for q in draft.quotes),
        critique=tuple(replace(r, text=printable(r.text)) for r in draft.critique),
    )
