"""The bot in a page of this machine: the real client in a simulated Discord, with samples to try."""
