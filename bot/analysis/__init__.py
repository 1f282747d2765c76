"""From an Article to what is said about it. No Discord, no database."""
