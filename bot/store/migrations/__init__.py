"""Numbered SQL files, applied once each, in order, each in a transaction that `migrate` opens and closes."""
