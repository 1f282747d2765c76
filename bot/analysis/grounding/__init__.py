"""A draft against its articles: what stands is kept, what fails is dropped or flagged, and counted."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.analysis.grounding.checking import check
from bot.analysis.grounding.comparing import check_comparison

if TYPE_CHECKING:
    from bot.analysis.grounding.answering import NOTHING_CONFIRMED, AnswerCheck
    from bot.analysis.grounding.briefing import check_brief
    from bot.analysis.grounding.remembering import check_memory

__all__ = ["NOTHING_CONFIRMED", "AnswerCheck", "check", "check_brief", "check_comparison", "check_memory"]

_LATE = {
    "AnswerCheck": "answering",
    "NOTHING_CONFIRMED": "answering",
    "check_brief": "briefing",
    "check_memory": "remembering",
}


def __getattr__(name: str) -> Any:
    """Loaded when it is needed: whoever wants a summary should not wait for its tables."""
    if name not in _LATE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
