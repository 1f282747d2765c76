"""The only maker of an Answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from bot.analysis.engine import AnswerAsk
from bot.analysis.grounding.talk.citing import segments
from bot.analysis.grounding.talk.judging import Judge
from bot.analysis.grounding.talk.streaming import Sentence, Sentences
from bot.models.discussion import Answer
from bot.models.summary import Fallback, Signature

# The text of an answer of which nothing stands. Whoever shows answers may word it in the reader's language.
NOTHING_CONFIRMED = "Nothing of the answer could be confirmed by the articles here."
LONGEST = 8_000  # characters of an answer; "…" marks one that would be longer
MOST_READ = 64_000  # characters of a stream; what comes after them is not read


class AnswerCheck:
    """One answer's way through the check, while it is written.

    A sentence joins `text` when it is whole and stands: its citations, quotations, numbers and names are right, and the
    cited paragraphs, or the messages of the member that it names, bear it out. What does not stand is dropped and
    counted. However the stream is cut, the text is the same. Never raises, whatever the texts hold.

    instructions: what the model was told, no sentence of which may come back.
    """

    def __init__(self, ask: AnswerAsk, instructions: Sequence[str] = ()) -> None:
        self._judge = Judge(ask, instructions)
        self.start_over()

    @property
    def text(self) -> str:
        """All that has been checked so far; paragraphs apart by a blank line."""
        return self._kept.text

    @property
    def is_full(self) -> bool:
        """Whether nothing more is read: the answer is as long as one may be."""
        return self._read >= MOST_READ or self._kept.is_full

    def start_over(self) -> None:
        """What was fed so far is void: another engine answers from here."""
        self._sentences, self._kept, self._read = Sentences(), _Kept(self._judge), 0

    def feed(self, piece: str) -> bool:
        """Takes the next piece; True when `text` has grown by a whole sentence."""
        piece = piece[: max(0, MOST_READ - self._read)]
        self._read += len(piece)
        return self._kept.add(self._sentences.feed(piece))

    def pause(self) -> str:
        """`text` as it would be if the stream ended with the last stop: for a stream that says nothing for a while."""
        sentences, kept = copy(self._sentences), copy(self._kept)
        kept.add(sentence for sentence in copy(sentences).end() if sentence.ends)
        return kept.text

    def finish(self, signature: Signature, fallback: Fallback | None = None, *, is_cut: bool = False) -> Answer:
        """The answer, when no more comes; its text is never empty. is_cut: what has no end is left out, for "…"."""
        self._kept.add(sentence for sentence in self._sentences.end() if sentence.ends or not is_cut)
        if is_cut:
            self._kept.cut()
        text = self.text if self._kept.says else NOTHING_CONFIRMED
        cited = dict.fromkeys(c for part in segments(text, None) for c in part.cited)
        dropped = self._kept.dropped + self._sentences.blocks
        return Answer(text=text, citations=tuple(cited), dropped=dropped, signature=signature, fallback=fallback)


class _Kept:
    """The sentences that stand, and how many fell."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.text, self.dropped, self.says, self.is_full = "", 0, False, False
        self._of: frozenset[str] = frozenset()
        self._opens = False

    def add(self, sentences: Iterable[Sentence]) -> bool:
        before = self.text
        for sentence in sentences:
            self._opens = self._opens or sentence.opens
            if not self.is_full:
                self._take(sentence)
        return self.text != before

    def cut(self) -> None:
        """There was more to say."""
        if self.text and not self.is_full:
            self.text, self.is_full = f"{self.text}\n\n…", True

    def _take(self, sentence: Sentence) -> None:
        judged = self._judge.judge(sentence, self._of)
        if judged is None:
            return
        self._of = judged.of
        if not judged.text or judged.text in self.text:
            self.dropped += 1
            return
        joint = ("\n\n" if self._opens else " ") if self.text else ""
        if len(self.text) + len(joint) + len(judged.text) > LONGEST:
            self.cut()
            return
        self.text, self._opens, self.says = self.text + joint + judged.text, False, self.says or judged.says
