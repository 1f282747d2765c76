"""Numbered SQL files, applied once each, in order; each brings its own BEGIN and COMMIT."""
