"""Why a feed cannot be read, what a moderator can try; why a line of an OPML file is not taken. Plain text."""

from __future__ import annotations

from collections.abc import Mapping

# By kind of failure: what happened, and what to try.
FEED_FAILURES: Mapping[str, tuple[str, str]] = {
    "bad-status": (
        "{site} answers with error {status}",
        "open its address in a browser: if nothing is there either, the site has to mend it",
    ),
    "busy": ("{site} asks to be left alone for a while", "nothing has to be done: I ask again when it says"),
    "gone": (
        "{site} has nothing at this address any more (error {status})",
        "look for the feed anew: /feed add with the site's address",
    ),
    "not-a-feed": (
        "what {site} sends there is no feed",
        "look for the feed anew: /feed add with the site's address",
    ),
    "refused": ("I do not open its address: {reason}", "remove it, and add it by its public address"),
    "too-big": ("the feed is larger than {limit_mb} MB", "look on the site for a shorter one, as of one section"),
    "too-slow": (
        "{site} does not finish within {seconds} seconds",
        "open its address in a browser: if it is slow there too, the site has to mend it",
    ),
    "unreachable": ("{site} cannot be reached", "open the site in a browser: it may have moved, or be gone"),
    "unreadable": ("the feed cannot be read: {reason}", "look on the site for another feed"),
    "wrong-type": (
        "{site} sends {content_type}, which is no feed",
        "look for the feed anew: /feed add with the site's address",
    ),
}
UNKNOWN_FAILURE = ("it cannot be read", "try /feed test; whoever runs this bot finds more in the log")

# By reason of a `BadLine`.
_BAD_LINES: Mapping[str, str] = {
    "malformed": "its address can be read in more than one way",
    "no-address": "it names no address",
    "scheme": "its address is none of the web's",
    "too-long": "its address is too long",
    "words": "its words to let through or leave out are too many, or too long",
}
_BAD_LINE = "it cannot be read"


def why_not_taken(reason: str) -> str:
    """Of a line of an OPML file."""
    return _BAD_LINES.get(reason, _BAD_LINE)
