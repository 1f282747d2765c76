"""What stands only in the readers' comments (or the bio) and must not pass for the article."""

from __future__ import annotations

from bot.analysis.grounding.words import Text, forms_of

_RUN = 6  # words in a row that nobody shares by chance


class Borrowed:
    """Word runs of `foreign` texts that `own` does not have."""

    def __init__(self, foreign: Text, own: Text) -> None:
        self._foreign, self._own = foreign, own

    def stands_in(self, text: str) -> bool:
        if not self._foreign.paragraphs:
            return False
        forms = forms_of(text)
        runs = (forms[at : at + _RUN] for at in range(len(forms) - _RUN + 1))
        return any(self._foreign.has_in_any_case(run) and not self._own.has_in_any_case(run) for run in runs)
