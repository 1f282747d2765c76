"""commentary-bot: news commentary in Discord, every point checked against the article."""

__version__ = "0.1.0"
