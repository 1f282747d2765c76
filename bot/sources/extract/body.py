"""Which blocks of a page are its article."""

from __future__ import annotations

from copy import deepcopy

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from bot.sources.extract.blocks import Block
from bot.sources.extract.wording import squeezed

_SHORT = 60  # shorter texts ("Share this") may stand in the body by chance: only a whole line counts for them
_ENOUGH = 300


def choose(tree: HtmlElement, blocks: list[Block]) -> list[Block]:
    """The blocks that trafilatura takes for the article's."""
    lines = _trafilatura(tree)
    whole = {squeezed(line) for line in lines}
    joined = "\n".join(whole)
    return [block for block in blocks if _stands_in(squeezed(block.text), whole, joined)]


def _stands_in(text: str, whole: set[str], joined: str) -> bool:
    return text in whole or (len(text) > _SHORT and text in joined)


def _trafilatura(tree: HtmlElement) -> list[str]:
    """Its lines in the precise mode, or in the balanced one where that finds too little."""
    best: list[str] = []
    for precise in (True, False):
        found = bare_extraction(
            deepcopy(tree), options=Extractor(fast=True, precision=precise, comments=False, output_format="python")
        )
        lines = (found.text or "").splitlines() if found is not None and not isinstance(found, dict) else []
        if sum(map(len, lines)) > sum(map(len, best)):
            best = lines
        if sum(map(len, best)) >= _ENOUGH:
            break
    return best
