"""What the readers' comments say, in one neutral sentence of their own words."""

from __future__ import annotations

from bot.analysis.extractive import weight
from bot.analysis.extractive.phrasing import phrase
from bot.analysis.extractive.reading import read, stems
from bot.models.article import Article

# Enough to tell what is typical; the rest is only counted.
_READ = 200
_LONGEST = 240


def reaction(article: Article, language: str) -> str:
    """How many comment, and the most typical comment's key sentence under its writer's name; "" without comments."""
    comments = [comment for comment in article.comments if comment.text.strip()]
    if not comments:
        return ""
    readings = [read(Article(paragraphs=(comment.text.strip(),)), language) for comment in comments[:_READ]]
    rarity = weight.rarities([line for each in readings for line in each.lines])
    about = weight.vector(stems(article.title, readings[0].words), rarity)
    middle = weight.centre([about, *(weight.vector(line.stems, rarity) for each in readings for line in each.lines)])
    _, number, text = max(
        (weight.cosine(weight.vector(line.stems, rarity), middle), -number, line.text)
        for number, each in enumerate(readings)
        for line in each.lines
    )
    writer = comments[-number].author.strip() or phrase("A_READER", language=language)
    text = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    if len(comments) == 1:
        return phrase("REACTION_ONE", writer, text, language=language)
    return phrase("REACTION_MANY", str(len(comments)), writer, text, language=language)
