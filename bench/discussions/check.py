"""Whether the material is sound: ``python -m bench.discussions.check``. Ends with status 1 when it is not.

A needle stands where it is said to be and nowhere else: not in the question, not in an earlier version of the fact, not
in any other turn or paragraph that the room holds at that point.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

from bench.discussions.counting import flat
from bench.discussions.material import Set, load
from bench.discussions.rooms import Need, RoomPlan
from bench.discussions.writing import rooms
from bot.models.article import Article

_SENTENCES = re.compile(r"(?<=[.!?»”])\s+")


def wrong_material(material: Set) -> Iterator[str]:
    """Facts and passages whose needles are not where they belong."""
    for subject in material.subjects:
        for fact in subject.facts:
            questions = (fact.plain, fact.other_words, fact.who, fact.pointing)
            before = [f"{said.text} {said.answer}" for said in fact.versions[:-1]]
            for needle in fact.needles:
                if needle not in f"{fact.last.text} {fact.last.answer}":
                    yield f"{subject.name}: “{needle}” is not told"
                if any(needle in text for text in (*questions, *before)):
                    yield f"{subject.name}: “{needle}” is in a question or an earlier version"
        for passage in subject.passages:
            if flat(passage.needle) not in flat(subject.article.paragraphs[passage.paragraph - 1]):
                yield f"{subject.name}: “{passage.needle}” is not in ¶{passage.paragraph}"


def wrong_probes(plan: RoomPlan) -> Iterator[str]:
    """Probes that something else answers as well."""
    articles: list[Article] = []
    for index, line in enumerate(plan.lines):
        articles += [line.article] if line.article else []
        for need in line.probe.needs if line.probe else ():
            said = [n for n, each in enumerate(plan.lines[:index]) if _in(need, f"{each.text} {each.answer}")]
            written = [
                (n, number)
                for n, article in enumerate(articles, 1)
                for number, paragraph in enumerate(article.paragraphs, 1)
                if _in(need, paragraph)
            ]
            expected = ([need.turn], []) if need.turn is not None else ([], [(need.n, need.paragraph)])
            if (said, written) != expected or _in(need, line.text):
                yield f"{plan.name} turn {index}: “{need.needle}” in turns {said}, paragraphs {written}"


def _in(need: Need, text: str) -> bool:
    return flat(need.needle) in flat(text)


def first_sentences(material: Set) -> tuple[int, int]:
    """How many passages are needed for their first sentence, which an outline holds; and how many there are."""
    passages = [(subject.article, passage) for subject in material.subjects for passage in subject.passages]
    first = [
        passage.needle in _SENTENCES.split(article.paragraphs[passage.paragraph - 1])[0]
        for article, passage in passages
    ]
    return sum(first), len(first)


def main() -> int:
    wrong: list[str] = []
    for name in ("tuned", "kept"):
        material = load(name)
        plans = rooms(material)
        wrong += [*wrong_material(material), *(line for plan in plans for line in wrong_probes(plan))]
        probes = [line.probe for plan in plans for line in plan.lines if line.probe]
        first, passages = first_sentences(material)
        facts = sum(len(subject.facts) for subject in material.subjects)
        print(f"{name}: {len(plans)} rooms, {sum(len(plan.lines) for plan in plans):,} turns, {len(probes)} probes")
        print(f"  {len(material.subjects)} articles, {facts} facts, {passages} passages, {first} in a first sentence")
        print("  " + ", ".join(f"{kind} {count}" for kind, count in sorted(Counter(p.kind for p in probes).items())))
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
