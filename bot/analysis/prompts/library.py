"""The released prompts, by reference."""

from __future__ import annotations

from pathlib import Path

from bot.analysis.prompts.files import Prompt, read_lock, read_prompt
from bot.errors import NoSuchPrompt

DEFAULT_FOLDER = Path("prompts")
_BESIDE_THE_PACKAGE = Path(__file__).parents[3] / "prompts"


def prompts_folder(wanted: Path) -> Path:
    """The folder as configured; the default is looked for in the working directory, then beside the package."""
    return _BESIDE_THE_PACKAGE if wanted == DEFAULT_FOLDER and not wanted.is_dir() else wanted


class Prompts:
    """Every released version, verified."""

    def __init__(self, released: tuple[Prompt, ...]) -> None:
        self._released = tuple(sorted(released, key=lambda prompt: (prompt.id.name, prompt.id.version)))

    @classmethod
    def load(cls, path: Path) -> Prompts:
        """Read and verify what prompts.lock lists; a file that it does not list is not released, and not loaded.

        Raises PromptChanged when a file differs from the lock, is missing or is broken.
        """
        folder = prompts_folder(path)
        return cls(tuple(read_prompt(folder, file, sha256) for file, sha256 in read_lock(folder).items()))

    def get(self, ref: str, *, schema: str | None = None) -> Prompt:
        """ "summarize" is its highest version, "summarize@1" that one; `schema` asks for one with this output.

        Raises NoSuchPrompt.
        """
        fitting = [prompt for prompt in self._released if schema in (None, prompt.schema)]
        for prompt in reversed(fitting):
            if ref in (prompt.id.name, str(prompt.id)):
                return prompt
        raise NoSuchPrompt(prompt=ref, known=", ".join(str(prompt.id) for prompt in fitting) or "none")

    def all(self) -> tuple[Prompt, ...]:
        """By name, then by version."""
        return self._released
