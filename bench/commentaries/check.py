"""Check the labels of every set below this directory: ``python bench/commentaries/check.py [-v]``."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KINDS = {"op-ed", "column", "editorial", "analysis"}
NATURES = {"fact", "opinion", "prediction", "recommendation"}
CRITIQUE = {
    "number without source",
    "claim without support",
    "sweeping",
    "one-sided sourcing",
    "anecdote",
    "false alternative",
    "unnamed source",
    "other",
}
KEYS = {
    "title": str,
    "authors": list,
    "language": str,
    "kind": str,
    "paragraphs": list,
    "bio": str,
    "comments": list,
    "thesis": list,
    "key_points": list,
    "rejected": list,
    "ironic": list,
    "natures": list,
    "quotes": list,
    "critique": list,
}
CLOSING = "\"'”’»“‘)"
OPENING = "\"'“‘«„‚(—–¿¡"


def is_whole(sentence: str, paragraph: str) -> bool:
    """True when the sentence stands in the paragraph from one sentence border to another."""
    at = paragraph.find(sentence)
    while at >= 0:
        before = paragraph[:at].rstrip()
        after = paragraph[at + len(sentence) :]
        starts = not before or before.rstrip(CLOSING + OPENING + " \u00a0\u202f")[-1:] in ".!?…:;"
        ends = not after.lstrip(CLOSING + " \u00a0\u202f") or (
            sentence.rstrip(CLOSING + " \u00a0\u202f")[-1:] in ".!?…:;" and after[:1] in " \u00a0\u202f" + CLOSING
        )
        if starts and ends:
            return True
        at = paragraph.find(sentence, at + 1)
    return False


def sentences(label: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every labelled sentence with the name of its label."""
    for name in ("thesis", "rejected", "ironic"):
        for sentence in label[name]:
            yield name, sentence
    for number, group in enumerate(label["key_points"], 1):
        for sentence in group:
            yield f"key point {number}", sentence
    for item in label["natures"]:
        yield f"nature {item['nature']}", item["sentence"]


def problems(text: str, label: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one text and its labels."""
    for key, kind in KEYS.items():
        if not isinstance(label.get(key), kind):
            yield f"{key}: missing or not a {kind.__name__}"
            return
    if set(label) - set(KEYS):
        yield f"unknown keys: {sorted(set(label) - set(KEYS))}"
    if not re.fullmatch(r"[a-z]{2}", label["language"]):
        yield f"language: {label['language']!r}"
    if label["kind"] not in KINDS:
        yield f"kind: {label['kind']!r}"

    body: list[str] = label["paragraphs"]
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text)]
    if blocks[0] != label["title"]:
        yield "the first line is not the title"
    at = 1
    for number, paragraph in enumerate(body, 1):
        if paragraph not in blocks[at:]:
            yield f"¶{number} is not in the text, or out of order: {paragraph[:60]!r}"
        else:
            at = blocks.index(paragraph, at) + 1
    rest = "\n\n".join(blocks[at:])
    for author in label["authors"]:
        if author not in rest:
            yield f"author not named after the body: {author!r}"
    if label["bio"] and label["bio"] not in rest:
        yield "the bio does not follow the body"
    for comment in label["comments"]:
        if comment["author"] not in rest or comment["text"] not in rest:
            yield f"comment not found: {comment['author']!r}"
    words = sum(len(paragraph.split()) for paragraph in body)
    if not 300 <= words <= 1200:
        yield f"{words} words in the body"

    for name, sentence in sentences(label):
        homes = [number for number, paragraph in enumerate(body, 1) if sentence in paragraph]
        if not homes:
            yield f"{name}: not in any paragraph: {sentence!r}"
        elif not any(is_whole(sentence, body[number - 1]) for number in homes):
            yield f"{name}: not a whole sentence of ¶{homes[0]}: {sentence!r}"

    known = {item["sentence"] for item in label["natures"]}
    wanted = {*label["thesis"], *(sentence for group in label["key_points"] for sentence in group)}
    for sentence in sorted(wanted - known):
        yield f"thesis or key point without a nature: {sentence!r}"
    for sentence in sorted(wanted & {*label["rejected"], *label["ironic"]}):
        yield f"both the author's claim and rejected or ironic: {sentence!r}"
    if len(known) != len(label["natures"]):
        yield "a sentence has two natures"
    for item in label["natures"]:
        if item["nature"] not in NATURES:
            yield f"nature: {item['nature']!r}"
    if not label["thesis"]:
        yield "no thesis"
    for key, low, high in (("key_points", 3, 6), ("natures", 8, 15), ("critique", 2, 5)):
        if not low <= len(label[key]) <= high:
            yield f"{key}: {len(label[key])}, not {low} to {high}"

    for key, field in (("quotes", "text"), ("critique", "words")):
        for item in label[key]:
            number = item["paragraph"]
            if not 1 <= number <= len(body):
                yield f"{key}: no ¶{number}"
            elif item[field] not in body[number - 1]:
                yield f"{key}: not in ¶{number}: {item[field]!r}"
    for item in label["critique"]:
        if item["kind"] not in CRITIQUE:
            yield f"critique kind: {item['kind']!r}"
    whole = " ".join([label["title"], *body, *label["authors"], label["bio"]])
    for item in label["quotes"]:
        if item["speaker"] is not None and item["speaker"] not in whole:
            yield f"speaker not named in the text: {item['speaker']!r}"


def main(argv: list[str]) -> int:
    """Check every set; 1 when anything is wrong."""
    root = Path(__file__).parent
    bad = total = 0
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        names = sorted({path.stem for path in folder.iterdir() if path.suffix in (".txt", ".json")})
        for name in names:
            total += 1
            text_file, label_file = folder / f"{name}.txt", folder / f"{name}.json"
            if not text_file.exists() or not label_file.exists():
                found = [f"only one of {text_file.name} and {label_file.name}"]
            else:
                label: dict[str, Any] = json.loads(label_file.read_text(encoding="utf-8"))
                found = list(problems(text_file.read_text(encoding="utf-8"), label))
                if "-v" in argv and not found:
                    counts = " ".join(f"{key}={len(label[key])}" for key in KEYS if isinstance(label[key], list))
                    words = sum(len(paragraph.split()) for paragraph in label["paragraphs"])
                    print(f"{folder.name}/{name}: {label['language']} {label['kind']} words={words} {counts}")
            for line in found:
                print(f"{folder.name}/{name}: {line}")
            bad += bool(found)
    print(f"{total} texts, {bad} with problems")
    return 1 if bad or not total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
