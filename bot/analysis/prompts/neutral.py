"""Takes from a text what could pass for anything but text: delimiters, control tokens, what cannot be seen."""

from __future__ import annotations

import re

OPENS, CLOSES = "⟦", "⟧"

# What a reader cannot see: Unicode's Default_Ignorable_Code_Point, and the interlinear annotation marks. The two
# joiners stay between letters of scripts that are written with them.
_INVISIBLE = re.compile(
    "(?!(?<=[^\x00-\x7f\u200c\u200d])[\u200c\u200d](?=[^\x00-\x7f\u200c\u200d]))"
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?")

# Servers that fill chat templates turn these into control tokens wherever they stand: <|im_end|>, </s>, [INST] …
_TOKEN_STARTS = re.compile(
    r"<(?=[A-Za-z/|｜])|\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|IMG)\])"
)
_TOKEN_ENDS = re.compile(r"(?<=[|｜])>")

_BRACKETS = str.maketrans({OPENS: "[", CLOSES: "]", "〚": "[", "〛": "]"})


def visible(text: str) -> str:
    """`text` in characters that can be seen, stored and sent."""
    text = _SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    return _INVISIBLE.sub("", _CONTROL.sub(" ", text))


def neutralised(text: str) -> str:
    """`text` as it reads, in characters that delimit nothing, command nothing and hide nothing."""
    text = _TOKEN_ENDS.sub(" >", _TOKEN_STARTS.sub(r"\g<0> ", visible(text)))
    return text.translate(_BRACKETS)
