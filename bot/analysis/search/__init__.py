"""Finds again what was written: words set free of their inflection, paragraphs ranked, rankings joined."""
