"""The written material: what people say about a subject, what is asked about it later, and the words between.

`talk/SET/NAME.talk` is a subject with its article, `talk/SET/LANGUAGE.frames` the sentences in between. The sets share
no sentence. A fact is a block of lines: `>` what somebody says, `<` what the bot answers, `=` words that stand in
either and nowhere else (the needle), `?` a question for it and `~` one in other words, `@` a turn that names the
subject, its answer, and a question that only points to it, `w` a question for what one of several said. After
`+correction` or `+superseded` comes what replaces it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.models.article import Article

HERE = Path(__file__).parent
TALK, BENCH = HERE / "talk", HERE.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said to the bot, and what was answered."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`versions` in their order: only the last one holds. `change`: "correction", "superseded", or "" for one version.

    lead: the turn before the question that only points (`pointing`), if there is one.
    """

    versions: tuple[Said, ...]
    change: str
    needles: tuple[str, ...]
    plain: str = ""
    other_words: str = ""
    who: str = ""
    lead: Said | None = None
    pointing: str = ""

    @property
    def last(self) -> Said:
        return self.versions[-1]

    @property
    def is_in_answer(self) -> bool:
        """Whether a part of what is needed is the bot's."""
        return any(needle in self.last.answer for needle in self.needles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A question that one paragraph of the article answers. `needs_ordinal`: it names no article but by its number."""

    paragraph: int
    needle: str
    question: str
    needs_ordinal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    name: str
    article: Article
    language: str
    things: tuple[str, ...]
    claims: tuple[str, ...]
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Sentences in one language with places for {thing}, {claim}, {other}, {name}, {who} and {fact}."""

    say: tuple[str, ...]
    answer: tuple[str, ...]
    small_talk: tuple[Said, ...]
    back: tuple[str, ...]
    opening: tuple[str, ...]
    told: tuple[str, ...]
    told_by_me: tuple[str, ...]
    ordinals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """All that the rooms of one set are made of."""

    name: str
    subjects: tuple[Subject, ...]
    frames: dict[str, Frames] = field(default_factory=dict)


def load(name: str) -> Set:
    """The set "tuned" or "kept"."""
    folder = TALK / name
    subjects = tuple(_subject(path) for path in sorted(folder.glob("*.talk")))
    return Set(name, subjects, {path.stem: _frames(path) for path in sorted(folder.glob("*.frames"))})


def _sections(path: Path) -> dict[str, str]:
    parts = path.read_text(encoding="utf-8").split("\n# ")
    return {"": parts[0].removeprefix("# ")} | {
        title: body.strip() for title, _, body in (part.partition("\n") for part in parts[1:])
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line)


def _blocks(text: str) -> list[str]:
    return [block for block in text.split("\n\n") if block.strip()]


def _subject(path: Path) -> Subject:
    sections = _sections(path)
    head = dict(line.split(": ", 1) for line in sections[""].split("\n") if line)
    language = head.get("language", "en")
    return Subject(
        name=path.stem,
        article=_article(path.stem, BENCH / f"{head['article']}.txt", language),
        language=language,
        things=_lines(sections["things"]),
        claims=_lines(sections["claims"]),
        passages=tuple(map(_passage, _lines(sections["paragraphs"]))),
        facts=tuple(map(_fact, _blocks(sections["facts"]))),
    )


def _article(name: str, file: Path, language: str) -> Article:
    """A labelled commentary's body is in its labels; an article of our own is its text."""
    import json

    path = file if file.exists() else HERE / file.relative_to(BENCH)
    labels = path.with_suffix(".json")
    url = f"https://{name}.example/commentary"
    if labels.exists():
        facts = json.loads(labels.read_text(encoding="utf-8"))
        title, authors, body = facts["title"], facts["authors"], facts["paragraphs"]
    else:
        title, author, *body = path.read_text(encoding="utf-8").strip().split("\n\n")
        authors = [author.removeprefix("By ")]
    return Article(
        url=url,
        canonical_url=url,
        title=title,
        authors=tuple(authors),
        language=language,
        paragraphs=tuple(body),
    )


def _passage(line: str) -> Passage:
    where, needle, question = line.split(" | ")
    return Passage(
        paragraph=int(where.removeprefix("second ")),
        needle=needle,
        question=question,
        needs_ordinal=where.startswith("second "),
    )


def _fact(block: str) -> Fact:
    marked: dict[str, list[str]] = {}
    change = ""
    for line in block.splitlines():
        if line.startswith("+"):
            change = line[1:]
        else:
            marked.setdefault(line[0], []).append(line[2:])
    lead, pointing = _pointing(marked.get("@", []))
    return Fact(
        versions=tuple(Said(text=text, answer=answer) for text, answer in zip(marked[">"], marked["<"], strict=True)),
        change=change,
        needles=tuple(marked["="]),
        plain="".join(marked.get("?", [])),
        other_words="".join(marked.get("~", [])),
        who="".join(marked.get("w", [])),
        lead=lead,
        pointing=pointing,
    )


def _pointing(lines: list[str]) -> tuple[Said | None, str]:
    if not lines:
        return None, ""
    text, answer, question = lines[0].split(" | ")
    return Said(text=text, answer=answer), question


def _frames(path: Path) -> Frames:
    sections = _sections(path)
    first = sections.pop("")  # the file begins with a title
    title, _, body = first.partition("\n")
    parts = sections | {title: body}
    return Frames(
        say=_lines(parts["say"]),
        answer=_lines(parts["answer"]),
        small_talk=tuple(_small(block) for block in _blocks(parts["small talk"])),
        back=_lines(parts["back"]),
        opening=_lines(parts["opening"]),
        told=_lines(parts["told"]),
        told_by_me=_lines(parts["told by me"]),
        ordinals=_lines(parts["ordinals"]),
    )


def _small(block: str) -> Said:
    text, answer = (line[2:] for line in block.strip().splitlines())
    return Said(text=text, answer=answer)
