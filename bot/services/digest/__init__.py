"""Digests: when, of what, and in which parts."""
