"""The engine over an OpenAI-compatible endpoint; everything that knows of its vendor is in here."""
