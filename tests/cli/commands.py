"""The command line as users start it: a process, a folder of its own, an environment without settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "the-night-bus-is-not-a-luxury.html"
PASSED_ON = ("PATH", "PYTHONPATH", "NETWORK_GUARD_LOG")


@dataclass(slots=True)
class CommandLine:
    """`folder` is where it is called, `variables` what is set there."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        return kept | {"HOME": str(self.folder), "COLUMNS": "100"} | self.variables

    def __call__(self, *arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            cwd=self.folder, env=self.environment(), input=stdin, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    def start(self, *arguments: object) -> subprocess.Popen[bytes]:
        """Without waiting for it."""
        return subprocess.Popen(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def objects(self, *arguments: object, stdin: bytes = b"") -> list[dict[str, Any]]:
        """What a command prints with --json, one object a line."""
        return [json.loads(line) for line in self(*arguments, "--json", stdin=stdin).stdout.splitlines()]
