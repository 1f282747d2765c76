"""What Discord accepts: its published schema and the limits that stand beside it, over every body the bot sends."""
