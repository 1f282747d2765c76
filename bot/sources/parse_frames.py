"""What goes through the pipes between the bot and its parsers: two lengths, a JSON object, bytes. Never a pickle."""

from __future__ import annotations

import json
import struct
from typing import Any

HEAD = struct.Struct("!II")  # bytes of the JSON object, bytes that follow it
HELD = "held"  # in each answer: bytes of memory that its process holds


def packed(facts: dict[str, Any], body: bytes = b"") -> tuple[bytes, bytes]:
    """A frame in two parts, so that a large body is not copied."""
    text = json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace")
    return HEAD.pack(len(text), len(body)) + text, body
