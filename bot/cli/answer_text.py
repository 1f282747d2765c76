"""An answer in a terminal: as it grows, and with what it is from."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from bot.cli.terminal import plain, print_part, small
from bot.services.discuss import Asked
from bot.ui import phrases
from bot.ui.sentences import fallback_sentence, words_for


class Growing:
    """Prints each sentence when it has been checked; what turns out to be void is told, and begun anew."""

    def __init__(self) -> None:
        self.printed = ""

    def told(self, text: str) -> None:
        """All that was checked so far."""
        if not self.printed:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # over the line that told the progress
        if not text.startswith(self.printed):
            print("\n\n(Another engine answers.)\n", flush=True)
            self.printed = ""
        print(plain(text[len(self.printed) :]).plain, end="", flush=True)
        self.printed = text


def print_answer(asked: Asked, growing: Growing | None) -> None:
    """The whole of it; what `growing` has printed already stands."""
    if growing:
        growing.told(asked.answer.text)
        print("\n")
    else:
        print_part(plain(asked.answer.text), wraps_itself=True)
        print()
    print_part(Group(*_sources(asked), small(_footer(asked))), wraps_itself=True)


def _sources(asked: Asked) -> Iterator[RenderableType]:
    """The articles that are cited, and where they are."""
    for n in dict.fromkeys(cited.n for cited in asked.answer.citations if cited.n in asked.articles):
        article = asked.articles[n]
        facts = (article.title or "Untitled", ", ".join(article.authors), article.site,
                 article.canonical_url or article.url)  # fmt: skip
        yield Text.assemble((f"[{n}] ", "cyan"), plain(" · ".join(filter(None, facts)), "dim"))


def _footer(asked: Asked) -> Iterator[str]:
    said = asked.answer
    made = phrases.made_by(said.signature, asked.usage, cached=asked.cached, free=phrases.KEY_PASSAGES)
    yield " · ".join((made, *phrases.from_cache(asked.usage), *phrases.left_out(said.dropped)))
    for unread in asked.unread:
        yield words_for(unread.kind, unread.facts)
    if said.fallback:
        yield fallback_sentence(said.fallback, phrases.KEY_PASSAGES)
