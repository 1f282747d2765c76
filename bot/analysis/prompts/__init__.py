"""Prompts are versions: read from files, verified, rendered with every fetched text in a marked block."""

from bot.analysis.prompts.files import Prompt
from bot.analysis.prompts.library import Prompts
from bot.analysis.prompts.rendering import Messages

__all__ = ["Messages", "Prompt", "Prompts"]
