"""SQLite. Knows neither the network nor Discord."""
