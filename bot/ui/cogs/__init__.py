"""A cog a command: parse, call one service, render."""
