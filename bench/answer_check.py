"""What the check of answers keeps of true sentences and drops of false: ``python -m bench.answer_check [-v] [SET…]``.

The sentences are those of the labelled commentaries, two of which stand in a room: as they are, reported, thinned and
reworded with their own citation (true); with a citation, a number, a name or an author that is wrong, taken from a
third article, or joined to one of its sentences (false). A false citation counts as dropped when the sentence falls, or
when it comes out with the right one. Quotations are given to their speakers (true) and to the text's others (false).
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.grounding import article_of, labelled, swapped
from bot.analysis.engine import AnswerAsk
from bot.analysis.grounding import AnswerCheck
from bot.analysis.grounding.talk.streaming import Sentences
from bot.models.article import Article
from bot.models.comparison import Citation
from bot.models.discussion import Context, Person, Question, Standing
from bot.models.summary import Options, Quote, Signature

ROOT = Path(__file__).parent / "commentaries"
SIGNATURE = Signature(engine="bench")
LEAST = 7  # words of a sentence that is tried
REPORTED = {"en": "According to {}, {}", "de": "Laut {} gilt: {}", "fr": "Selon {}, {}", "es": "Según {}, {}"}
ADDED = {"en": ", and {}", "de": ", und {}", "fr": ", et {}", "es": ", y {}"}
NEUTRAL = {
    "en": "matter plainly certain aspect largely usual",
    "de": "Sache deutlich gewisse weitgehend üblich jeweils",
    "fr": "chose nettement certain largement habituel",
    "es": "asunto claramente cierto ampliamente habitual",
}
STRANGERS = ("Gordon Whitlock", "Beate Molitor", "Hugues Valantin", "Odile Serrano")
_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True)
class Trial:
    """right: the paragraph of article 1 that holds it, 0 for a sentence that nothing holds."""

    kind: str
    text: str
    right: int
    is_true: bool


ASKED = {
    "en": "What does the author say about it, and why is that so?",
    "de": "Was sagt der Autor dazu, und warum ist das so?",
    "fr": "Que dit l’auteur de cela, et pourquoi est-ce ainsi ?",
    "es": "¿Qué dice el autor sobre esto, y por qué es así?",
}


def ask_about(articles: tuple[Article, ...]) -> AnswerAsk:
    standing = tuple(Standing(n=n, article=a, lines=(), is_whole=True) for n, a in enumerate(articles, 1))
    context = Context(
        articles=standing,
        memory=None,
        window=(),
        passages=(),
        recalled=(),
        question=Question(text=ASKED[articles[0].language], person=Person(id=1, name="Ana")),
        asked_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return AnswerAsk(context=context, options=Options())


def sentences_of(article: Article) -> list[tuple[int, str]]:
    """Sentences without quotation marks, with their paragraphs."""
    found = []
    for paragraph, text in enumerate(article.paragraphs, 1):
        splitter = Sentences()
        found += [(paragraph, s.text) for s in (*splitter.feed(text), *splitter.end())]
    return [(p, s) for p, s in found if len(s.split()) >= LEAST and not re.search('[“”„«»"]', s)]


def surname(article: Article) -> str:
    """Of the author, "" for a board."""
    last = article.authors[0].split()[-1] if article.authors else ""
    return last if last.istitle() else ""


def cited(text: str, n: int, paragraph: int) -> str:
    return f"{text.rstrip('.!?… ')} [{n}¶{paragraph}]."


def lowered(sentence: str) -> str:
    first = sentence.split()[0]
    return sentence if first in ("I", "I'm", "I’ve") or first.isupper() else sentence[0].lower() + sentence[1:]


def thinned(sentence: str, chance: random.Random) -> str:
    return " ".join(w for at, w in enumerate(sentence.split()) if at == 0 or chance.random() > 0.15 or w[0].isdigit())


def reworded(sentence: str, language: str, chance: random.Random) -> str:
    """A fifth of the long words, names apart, in words that the article hardly has."""
    neutral = NEUTRAL[language].split()

    def in_others(word: re.Match[str]) -> str:
        return chance.choice(neutral) if word[0].islower() and chance.random() < 0.2 else word[0]

    return _WORD.sub(in_others, sentence)


def true_ones(article: Article, language: str, chance: random.Random) -> Iterator[Trial]:
    author = surname(article)
    for paragraph, sentence in sentences_of(article):
        yield Trial("as it is", cited(sentence, 1, paragraph), paragraph, True)
        if author:
            reported = REPORTED[language].format(author, lowered(sentence))
            yield Trial("reported", cited(reported, 1, paragraph), paragraph, True)
        yield Trial("thinned", cited(thinned(sentence, chance), 1, paragraph), paragraph, True)
        yield Trial("reworded", cited(reworded(sentence, language, chance), 1, paragraph), paragraph, True)


def false_ones(
    article: Article, other: Article, third: Article, language: str, chance: random.Random
) -> Iterator[Trial]:
    theirs = surname(other)
    strange = sentences_of(third)
    for paragraph, sentence in sentences_of(article):
        elsewhere = chance.choice([p for p in range(1, len(article.paragraphs) + 1) if p != paragraph] or [99])
        spoken = reworded(sentence, language, chance)
        yield Trial("cited elsewhere", cited(spoken, 1, elsewhere), paragraph, False)
        yield Trial("cited in the other", cited(spoken, 2, chance.randint(1, len(other.paragraphs))), paragraph, False)
        if theirs:
            text = REPORTED[language].format(theirs, lowered(sentence))
            yield Trial("the other author's", cited(text, 1, paragraph), 0, False)
        for number in re.findall(r"(?<![\d.,])\d+(?:[.,]\d+)?(?![\d.,]*\d)", sentence)[:1]:
            changed = sentence.replace(number, str(chance.randint(103, 997)), 1)
            yield Trial("another number", cited(changed, 1, paragraph), 0, False)
        name = chance.choice(STRANGERS)
        yield Trial("a stranger's", cited(REPORTED[language].format(name, lowered(sentence)), 1, paragraph), 0, False)
        _, foreign = chance.choice(strange)
        yield Trial("of a third article", cited(foreign, 1, paragraph), 0, False)
        joined = sentence.rstrip(".!?… ") + ADDED[language].format(lowered(foreign))
        yield Trial("half of a third article", cited(joined, 1, paragraph), 0, False)


def quotations(quotes: list[Quote], kind: str, *, is_true: bool) -> Iterator[Trial]:
    for quote in quotes:
        if quote.speaker:
            yield Trial(kind, f"{quote.speaker}: “{quote.text}” [1¶{quote.paragraph}].", quote.paragraph, is_true)


def is_kept(check: AnswerCheck, trial: Trial) -> bool:
    """Whether the sentence comes out, with any citation but, for one that was moved, the right one."""
    check.start_over()
    check.feed(trial.text)
    answer = check.finish(SIGNATURE)
    if not answer.citations:
        return False
    is_right = answer.citations == (Citation(n=1, paragraph=trial.right),)
    return is_right if trial.is_true else not (trial.right and is_right)


def measure(folder: Path, *, verbose: bool) -> None:
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    articles = [article_of(label) for label in labels]
    kept: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    spent: list[float] = []
    chance = random.Random(5)
    for at, (label, article) in enumerate(zip(labels, articles, strict=True)):
        same = [a for a in articles[at + 1 :] + articles[:at] if a.language == article.language]
        other, third = (same[0], same[1 % len(same)]) if same else (articles[at - 1], articles[at - 2])
        check = AnswerCheck(ask_about((article, other)))
        trials = [
            *true_ones(article, article.language, chance),
            *false_ones(article, other, third, article.language, chance),
            *quotations(labelled(label), "quoted", is_true=True),
            *quotations(list(swapped(label)), "quoted for another", is_true=False),
        ]
        for trial in trials:
            started = time.process_time()
            outcome = is_kept(check, trial)
            spent.append(time.process_time() - started)
            tried[trial.kind] += 1
            kept[trial.kind] += outcome
            if verbose and outcome != trial.is_true:
                print(f"  {at} {trial.kind}: {trial.text} → {check.text}")
    print(f"{folder.name}: {len(articles)} articles")
    kinds = {trial.kind: trial.is_true for trial in trials}
    for is_true in (True, False):
        names = [kind for kind in tried if kinds.get(kind) is is_true]
        rate = sum(kept[kind] for kind in names) / sum(tried[kind] for kind in names)
        each = ", ".join(f"{kind} {kept[kind] / tried[kind]:.3f} of {tried[kind]}" for kind in names)
        print(f"  {'true' if is_true else 'false'} kept {rate:.3f}: {each}")
    spent.sort()
    print(f"  a sentence takes {1000 * spent[len(spent) // 2]:.1f} ms, slowest {1000 * spent[-1]:.1f} ms")


def main(argv: list[str]) -> int:
    names = [name for name in argv if not name.startswith("-")]
    for folder in sorted(path for path in ROOT.iterdir() if path.is_dir()):
        if not names or folder.name in names:
            measure(folder, verbose="-v" in argv)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
