"""What the page says of itself, and what there is to try."""

from __future__ import annotations

from bot.preview.examples import HOST

TOPIC = "A page on your own machine: the real bot, a simulated Discord. Type / to begin."

# Part of a sample's name, and what it is good for.
SAMPLES = (
    ("night-bus", "an op-ed for a night bus, with readers' comments"),
    ("eleven-people", "one against it; compare the two"),
    ("vans", "a third view of the same matter"),
    ("library", "an editorial on another matter"),
    ("harbour", "behind a paywall: what a failure looks like"),
)

BANNER = """\
**This is a page on your own machine, not Discord.** The bot is the real one, the Discord around it is simulated. \
{leaves} Nothing is kept: all is gone when the page ends.

Type `/` into the line below, choose **/summarize**, and give it an address on the web or one of these samples, which \
need no network:
{samples}

Follow something: `/feed add` `http://{host}/` offers the samples' feeds, `/digest preview` shows what they say, and \
`/digest schedule`, two minutes ahead, has it posted here.

Then ask: `/ask`, or `@Commentary` and your question, or a reply to one of its messages.

This page has no menu of a message: write `right-click` after a message with a link, or in reply to one, and its \
**Summarize article** is chosen; `right-click: Ask about this: Who says so?` asks about it. What the bot writes in \
threads is forwarded here."""

FETCHES_ONLY = "Nothing leaves this machine but the fetching of what you ask for and of the feeds that you follow."
MODEL_TOO = (
    "What leaves this machine: the fetching of what you ask for and of the feeds that you follow, and the articles'"
    " text to `{endpoint}`."
)


def banner(endpoint: str) -> str:
    """The first message. endpoint: where the model is, "" for none."""
    leaves = MODEL_TOO.format(endpoint=endpoint) if endpoint else FETCHES_ONLY
    samples = "\n".join(f"- `http://{HOST}/{name}` {what}" for name, what in SAMPLES)
    return BANNER.format(leaves=leaves, samples=samples, host=HOST)
