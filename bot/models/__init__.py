"""The nouns, by topic: frozen, typed, without any I/O."""
