"""How a discussion reads in a prompt, a line for each thing: one form for whoever counts tokens and whoever renders.

Nothing that somebody wrote holds a line break here, so nobody can write a line in another's name. A line depends on
nothing but what it shows: prompts of one room begin alike.
"""

from __future__ import annotations

from bot.models.article import Article
from bot.models.discussion import Kept, Line, Memo, Passage, Person, Question, Remark, Standing, Turn

ANSWER = "answer"  # who says what the bot said
_NOBODY = "somebody"


def turn_lines(turn: Turn) -> tuple[str, ...]:
    """What was asked about, what was said, and what was answered: "#12 Ana: Why?", "#12 answer: Because [1¶3]."."""
    answer = (f"{ANSWER}: {one_line(turn.answer.text)}",) if turn.answer else ()
    to = f", on #{turn.reply_to}" if turn.reply_to is not None else ""
    said = f"{speaker(turn.person)}{to}: {one_line(turn.text)}"
    return tuple(f"#{turn.id} {line}" for line in (*_remark_lines(turn.about), said, *answer))


def question_lines(question: Question) -> tuple[str, ...]:
    """The question that is to be answered; the turn that it replies to has its own lines."""
    return (*_remark_lines(question.about), f"{speaker(question.person)}: {one_line(question.text)}")


def head_line(article: Article) -> str:
    """What is known of an article besides its text."""
    published = article.published.isoformat() if article.published else ""
    facts = (article.title, ", ".join(article.authors), article.site, published, article.kind.value)
    return " · ".join(one_line(fact) for fact in facts if fact.strip())


def article_lines(standing: Standing) -> tuple[str, ...]:
    """Its paragraphs, or what an outline keeps of them: "¶3 The fund is empty."."""
    return tuple(map(paragraph_line, standing.lines))


def paragraph_line(line: Line) -> str:
    """ "¶3 The fund is empty." """
    return f"¶{line.paragraph} {one_line(line.text)}"


def passage_line(passage: Passage) -> str:
    """As it is cited: "[1¶3] The fund is empty."."""
    return f"[{passage.n}¶{passage.paragraph}] {one_line(passage.text)}"


def memo_line(memo: Memo) -> str:
    """ "- Ana: The fund should grow. (#4, #9)", "- Ana asks: Who pays? (#7)", "- The fund is empty. (#3)"."""
    asks = " asks" if memo.kind is Kept.QUESTION else ""
    who = f"{speaker(memo.person)}{asks}: " if memo.person else ""
    return f"- {who}{one_line(memo.text)} ({', '.join(f'#{turn}' for turn in memo.turns)})"


def speaker(person: Person) -> str:
    """The name as it was shown; a member who calls herself what the bot is called here does not pass for it."""
    name = one_line(person.name).replace(":", "").strip() or _NOBODY
    return f"member {name}" if name.casefold().startswith(ANSWER) else name


def one_line(text: str) -> str:
    """`text` without line breaks, blanks never twice."""
    return " ".join(text.split())


def _remark_lines(remark: Remark | None) -> tuple[str, ...]:
    return (f"{speaker(remark.person)} (asked about): {one_line(remark.text)}",) if remark else ()
