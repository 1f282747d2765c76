"""What of a room's articles stands in every prompt, whatever is asked; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.analysis.lines import head_line, paragraph_line
from bot.analysis.llm.key_paragraphs import shares
from bot.models.article import Article
from bot.models.discussion import Line, Standing

Count = Callable[[str], int]
Outline = Sequence[Line]  # of every paragraph its first sentence, of the one with the thesis more

MOST_ARTICLES = 12  # the latest; what is asked about an older one is looked up
AROUND = 20  # tokens of what a prompt sets around an article


def standings(
    articles: Mapping[int, Article], outlines: Mapping[int, Outline], room: int, count: Count
) -> tuple[Standing, ...]:
    """Each within an equal share of `room` tokens, what one does not need being for the others.

    Whole where that fits; else as much of its outline as does; of the oldest, where even that is too much, nothing.
    """
    latest = sorted(articles)[-MOST_ARTICLES:]
    while latest:
        sizes = [standing_size(_whole(n, articles[n]), count) for n in latest]
        given = shares(sizes, room)
        heads = [standing_size(head_only(n, articles[n]), count) for n in latest]
        if all(head <= share for head, share in zip(heads, given, strict=True)):
            return tuple(
                _whole(n, articles[n]) if size <= share else _outlined(n, articles[n], outlines[n], share, count)
                for n, size, share in zip(latest, sizes, given, strict=True)
            )
        latest = latest[1:]
    return ()


def standing_size(standing: Standing, count: Count) -> int:
    """Tokens of it in a prompt."""
    return AROUND + count(head_line(standing.article)) + sum(count(paragraph_line(line)) + 1 for line in standing.lines)


def head_only(n: int, article: Article) -> Standing:
    """An article of which no more than its title, author and outlet is shown."""
    return Standing(n=n, article=article, lines=(), is_whole=False)


def _whole(n: int, article: Article) -> Standing:
    lines = tuple(Line(paragraph=at, text=text) for at, text in enumerate(article.paragraphs, 1))
    return Standing(n=n, article=article, lines=lines, is_whole=True)


def _outlined(n: int, article: Article, outline: Outline, room: int, count: Count) -> Standing:
    """Where not all of the outline fits, lines spread over the text; where more does, as many paragraphs as do."""
    left = room - standing_size(head_only(n, article), count)
    sizes = [count(paragraph_line(line)) + 1 for line in outline]
    every = next((step for step in range(1, len(outline) + 1) if sum(sizes[::step]) <= left), 0)
    lines = {line.paragraph: line for line in outline[::every]} if every else {}
    left -= sum(sizes[::every]) if every else 0
    whole = [Line(paragraph=at, text=article.paragraphs[at - 1]) for at in lines]
    grown = {line.paragraph: _growth(lines[line.paragraph], line, count) for line in whole}
    for line in sorted(whole, key=lambda line: grown[line.paragraph]):
        if grown[line.paragraph] > left:
            break
        left -= grown[line.paragraph]
        lines[line.paragraph] = line
    return Standing(n=n, article=article, lines=tuple(lines.values()), is_whole=False)


def _growth(line: Line, whole: Line, count: Count) -> int:
    return count(paragraph_line(whole)) - count(paragraph_line(line))
