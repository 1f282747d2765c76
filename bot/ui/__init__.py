"""The Discord side: cogs that parse and call, cards that render, sentences for every failure."""
