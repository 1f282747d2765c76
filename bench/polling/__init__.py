"""Polling many feeds, beside the library `reader`; see `__main__`."""
