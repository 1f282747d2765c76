"""Quotations: kept when the article holds them word for word, near the person they are given to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.marks import without_outer_marks
from bot.analysis.grounding.passages import Passages, Places
from bot.analysis.grounding.people import with_roles
from bot.analysis.grounding.speakers import Speaker, speaker_of
from bot.analysis.grounding.voices import Voices
from bot.analysis.grounding.words import Text
from bot.models.article import Article
from bot.models.summary import Quote


class Quotes:
    """Looks quotations up in an article's body; title, bio and readers' comments hold none.

    speakers: all to whom quotations are given.
    """

    def __init__(self, article: Article, text: Text, passages: Passages, speakers: Sequence[str]) -> None:
        self._passages = passages
        self._speakers = {
            name: with_roles(speaker_of(name, article.authors, article.site), text) for name in speakers if name
        }
        self._voices = Voices(text, language_of(article.text, article.language), list(self._speakers.values()))

    def checked(self, quote: Quote) -> Quote | None:
        """In the article's own spelling and with the paragraph where it stands; None when it is not kept."""
        speaker = self._speakers.get(quote.speaker)
        offered = without_outer_marks(quote.text)
        found = self._passages.find(offered)
        for places in sorted(found, key=lambda places: abs(places[0].paragraph + 1 - quote.paragraph)):
            if self._are_said_by(speaker, places):
                text, paragraph = self._passages.spelled(offered, places), places[0].paragraph + 1
                return Quote(text=text, speaker=quote.speaker, paragraph=paragraph)
        return None

    def _are_said_by(self, speaker: Speaker | None, places: Places) -> bool:
        return self._voices.share_one(places) and all(self._voices.permits(place, speaker) for place in places)
