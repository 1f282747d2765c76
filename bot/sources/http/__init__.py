"""The one guarded door to the web."""

from bot.sources.http.door import Http

__all__ = ["Http"]
