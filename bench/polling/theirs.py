"""One round of the library `reader` with 64 threads; run by a Python that has it.

PYTHON theirs.py ADDRESSES DATABASE SECONDS — prints one JSON object.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path

from reader import make_reader  # type: ignore[import-not-found]  # not ours

THREADS = 64


def main(addresses: Path, database: str, seconds: float) -> None:
    """seconds: for which it waits for a byte, as we do."""
    reader = make_reader(database, session_timeout=(seconds, seconds))
    for url in addresses.read_text().split():
        reader.add_feed(url, exist_ok=True)
    began, new, ok, failed = time.perf_counter(), 0, 0, 0
    for result in reader.update_feeds_iter(workers=THREADS, scheduled=False):
        if isinstance(result.value, Exception):
            failed += 1
        else:
            ok += 1
            new += result.value.new if result.value else 0
    print(json.dumps({"seconds": time.perf_counter() - began, "entries": new, "ok": ok, "failed": failed}))


if __name__ == "__main__":
    logging.disable()
    main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
