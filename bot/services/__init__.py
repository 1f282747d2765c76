"""The use cases: what a member, a moderator or an operator asks for. Strangers to each other."""
