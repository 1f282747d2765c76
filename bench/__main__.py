"""`make bench`: every measurement of this folder, one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run each; returns how many failed."""
    scripts = [[f"bench.{script.stem}"] for script in sorted(HERE.glob("[a-z]*.py"))]
    packages = [["bench.discussions"], ["bench.polling"]]  # what they stand on is generated
    pages = [["bench.pages.score", "--set", str(HERE / name)] for name in ("pages", "pages_kept")]
    failed = 0
    for command in [*scripts, *packages, *pages]:
        print(f"\n== {' '.join(command)}", flush=True)
        failed += bool(subprocess.run([sys.executable, "-m", *command], cwd=HERE.parent, check=False).returncode)
    return failed


if __name__ == "__main__":
    sys.exit(main())
