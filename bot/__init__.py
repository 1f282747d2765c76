"""commentary-bot: news commentary in Discord, every point checked against the article."""
