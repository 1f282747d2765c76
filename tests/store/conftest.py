"""What tests of the store stand on."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the `store` fixture keeps its file."""
    return tmp_path / "commentary.sqlite3"
