"""A command line in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import CommandLine


@pytest.fixture
def bot(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path)
