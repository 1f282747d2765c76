"""Python loads this at the start of every process that a test starts: the guard holds there too."""

import importlib.util
import os
from pathlib import Path

spec = importlib.util.spec_from_file_location("network_guard", Path(__file__).parent.parent / "network_guard.py")
assert spec
assert spec.loader
network_guard = importlib.util.module_from_spec(spec)
spec.loader.exec_module(network_guard)
watch = network_guard.LoggingGuard(os.environ.get(network_guard.LOG_VARIABLE, "")).watching()
watch.__enter__()  # kept by its name: collected, it would open the way again
