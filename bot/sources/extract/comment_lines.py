"""Single lines of an area of comments: what is a name, a control, a notice."""

from __future__ import annotations

import re

from bot.sources.extract.comment_words import CONTROLS, GUESTS, NOTICES, SAYS, words
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import tidy

NAME_CHARACTERS = 60
_NAME_WORDS = 7
_SAID = "|".join(map(re.escape, words(SAYS)))
_SAYS = re.compile(rf"\s*(?:\b(?:{_SAID})\b)?(?:\s+on\b|\s+am\b|\s+le\b)?\s*[:,…]?\s*$", re.IGNORECASE)
_SAYS_FIRST = re.compile(rf"^(?P<name>[^.!?:\n]{{1,50}}?)\s+(?:{_SAID})\s*:\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_PARTING = re.compile(rf"\s+(?:{_SAID})\b[:,]?\s*|\s*[,|•·–—(/-]\s*|\s+", re.IGNORECASE)
_SAYING = re.compile(rf"^(?P<name>.{{1,50}}?)\s+(?:{_SAID})\s*[:…]?$", re.IGNORECASE)
_CLOSED = re.compile(
    r"^.{0,25}\b(?:comment|kommentar|comentario|comentário|commenti|reactie|discussion|diskussion)\w*\b.{0,50}"
    r"\b(?:closed|not allowed|disabled|off|geschlossen|fermés|cerrados|chiusi|gesloten|encerrados|fechados)\W*$",
    re.IGNORECASE,
)
_IN_REPLY = re.compile(
    r"^(?:reply to|in reply to|replying to|répondre à|en réponse à|antwort auf|als antwort auf|responder a|"
    r"en respuesta a|in risposta a|rispondi a|em resposta a)\b.{0,60}$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]\s*$")
_BY_FIRST = re.compile(r"^(?:by|von|par|por|di|da|posted by|submitted by|eingesandt von|from)\s+", re.IGNORECASE)
_CONNECTORS = ("on", "at", "am", "um", "le", "el", "by", "von", "par", "por", "from", "to", "op", "den")
_CONTROLS = frozenset((*words(CONTROLS), *words(SAYS), *_CONNECTORS))
_GUESTS = frozenset(words(GUESTS))
_NOTICES = words(NOTICES)
_DIGIT = re.compile(r"\d")
_INITIAL = re.compile(r"[A-Z]\.?(?=\s)")
_ROW = re.compile(r"\s*[·•|]\s*|\s+[-–—/]\s+")
_SHOW_MORE = re.compile(
    r"^(?:show|view|see|load|read|hide|expand|continue|afficher|voir|masquer|lire|mostrar|ver|ocultar|leer|mostra|vedi|"
    r"nascondi|toon|bekijk|verberg|visa|vis|se|pokaż|zobacz|ukryj|показать|zeige|alle|weitere|mehr)\b.{0,30}"
    r"\b(?:repl|respons|respuest|respost|rispost|réponse|comment|comentari|coment|kommentar|komentarz|reacti|antwort|"
    r"antwoord|svar|odpowied|ответ|more)\w*.{0,20}$",
    re.IGNORECASE,
)
_ABBREVIATION = 5
_COUNTS = re.compile(r"[\d#()\[\].,·•|+↑↓↳→←▲▼–—\s-]+")
_PUNCTUATION = ".!?…。！？"


def is_control(text: str) -> bool:
    """A button, a badge or a count, and no words of a reader's."""
    if len(text) > 50:
        return False
    plain = _COUNTS.sub(" ", text.casefold()).strip(" :")
    if not plain or plain in _CONTROLS or _SHOW_MORE.match(text):
        return True
    parts = _ROW.split(text)
    return len(parts) > 1 and all(is_control(part) or is_timestamp(part) for part in parts)


def tells_time(text: str) -> bool:
    """A time, alone or in a row of buttons: "Like · Reply · 2 days ago"."""
    if is_timestamp(text):
        return True
    parts = _ROW.split(text) if len(text) <= 2 * NAME_CHARACTERS else []
    return any(is_timestamp(part) for part in parts) and all(is_control(part) or is_timestamp(part) for part in parts)


def is_notice(text: str) -> bool:
    """What the software says among comments: that they are closed, or whom one replies to."""
    if text.casefold()[:80].startswith(_NOTICES):
        return True
    return len(text) < 120 and (_CLOSED.match(text) is not None or _IN_REPLY.match(text) is not None)


def is_name(text: str) -> bool:
    """Short, few words, no sentence."""
    return (
        0 < len(text) <= NAME_CHARACTERS
        and len(text.split()) <= _NAME_WORDS
        and (not is_control(text) or text.casefold() in _GUESTS)
        and not is_notice(text)
        and not is_timestamp(text)
        and not _ends_a_sentence(text)
        and any(c.isalnum() for c in text)
    )


def _ends_a_sentence(text: str) -> bool:
    """ "Keep it clean." does, "Hedda M." and "R. Zobel jun." do not."""
    return text[-1] in _PUNCTUATION and len(text.split()[-1]) > _ABBREVIATION


def named_in(text: str) -> str:
    """The author in a line that only opens a comment: "Gesa sagt:", "Alois H. schrieb am 16.03.2004:"; else ""."""
    if len(text) > 2 * NAME_CHARACTERS:
        return ""
    if is_timestamp(text):
        return ""
    if (said := _SAYING.match(text)) and is_name(said["name"]):
        return plain_name(said["name"])
    if not _DIGIT.search(text):
        return ""
    for parting in _PARTING.finditer(text):
        name, time = text[: parting.start()], text[parting.end() :]
        if _INITIAL.match(time):
            continue
        if _DIGIT.search(time) and is_timestamp(time.strip(" ):")) and is_name(name):
            return "" if name.endswith(":") and not _SAYING.match(name) else plain_name(name)  # "Joined: May 2004"
    return ""


def author_in(line: str) -> tuple[str, str]:
    """Author and text of "Gesa said: …"."""
    if found := _SAYS_FIRST.match(line):
        return found["name"], found["rest"]
    return "", line


def plain_name(text: str) -> str:
    """ "By Carl Whitlock (not verified) says:" -> "Carl Whitlock"."""
    name = _SAYS.sub("", _BY_FIRST.sub("", tidy(text)))
    return _REMARK.sub("", name).strip(" :,-–—|•·>")
