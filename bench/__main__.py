"""`make bench`: every measurement of this folder, one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run each script; returns how many failed."""
    failed = 0
    for script in sorted([*HERE.glob("[a-z]*.py"), *HERE.glob("*/score.py")]):
        module = ".".join(script.relative_to(HERE.parent).with_suffix("").parts)
        print(f"\n== {module}", flush=True)
        failed += bool(subprocess.run([sys.executable, "-m", module], cwd=HERE.parent, check=False).returncode)
    return failed


if __name__ == "__main__":
    sys.exit(main())
