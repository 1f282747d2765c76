"""What the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.preview.examples import HOST

TOPIC = "A page on your own machine: the real bot, a simulated Discord. Type / to begin."

BANNER = """\
**This is a page on your own machine, not Discord.** The bot is the real one; the Discord around it is simulated.
{leaves} Nothing is kept: all is gone when the page ends.

Type into the line below, for instance
`/summarize url:{first}`
Any address on the web works too. Samples that need no network:
{samples}"""

FETCHES_ONLY = "Nothing leaves this machine but the fetching of the articles that you ask for."
MODEL_TOO = "What leaves this machine: the fetching of the articles that you ask for, and their text to `{endpoint}`."


def banner(samples: Sequence[str], endpoint: str) -> str:
    """samples: names of examples; endpoint: where the model is, "" for none."""
    leaves = MODEL_TOO.format(endpoint=endpoint) if endpoint else FETCHES_ONLY
    addresses = [f"http://{HOST}/{name}" for name in samples]
    listed = "\n".join(f"- `{address}`" for address in addresses)
    return BANNER.format(leaves=leaves, first=addresses[0] if addresses else "https://…", samples=listed)
