"""What can go wrong, as kinds and facts; `ui/sentences.py` has the words.

A `BotError` is meant for the person who asked. Its `facts` fill that person's sentence; what only the operator should
read is the chained cause (`raise X(...) from error`) or `detail`.
"""

from __future__ import annotations

from typing import ClassVar

Fact = str | int | float


class BotError(Exception):
    """A failure that can be told in one sentence.

    kind: stable name of the failure, for machines, logs and the catalogue of sentences.
    facts: what the sentence needs (`site`, `seconds`, …); never a secret.
    detail: for the log only.
    """

    kind: ClassVar[str] = "failed"

    def __init__(self, detail: str = "", **facts: Fact) -> None:
        super().__init__(detail or self.kind)
        self.detail = detail
        self.facts = facts


# --- the web -------------------------------------------------------------------------------------------------------


class Refused(BotError):
    """The door does not open for this address. Facts: url, reason (see `sources.http`)."""

    kind = "refused"


class Unreachable(BotError):
    """No answer: no such name, no connection, a broken answer. Facts: site."""

    kind = "unreachable"


class TooSlow(BotError):
    """The site did not finish in time. Facts: site, seconds."""

    kind = "too-slow"


class TooBig(BotError):
    """More than we read. Facts: site, limit_mb."""

    kind = "too-big"


class WrongType(BotError):
    """Not a page: a picture, a video, an archive … Facts: site, content_type."""

    kind = "wrong-type"


class BadStatus(BotError):
    """The site answered with a failure. Facts: site, status."""

    kind = "bad-status"


class Gone(BotError):
    """404 or 410. Facts: site, status."""

    kind = "gone"


class Busy(BotError):
    """The site asks us to come back later (429, 503 with Retry-After). Facts: site, seconds."""

    kind = "busy"


# --- the page ------------------------------------------------------------------------------------------------------


class Unreadable(BotError):
    """The parser gave up: deadline, memory, or a crash. Facts: site, reason."""

    kind = "unreadable"


class BlockedPage(BotError):
    """The site shows robots a check instead of the article. Facts: site."""

    kind = "blocked"


class Paywalled(BotError):
    """Only a stub is free to read. Facts: site."""

    kind = "paywall"


class ConsentWall(BotError):
    """A consent form stands where the article should be. Facts: site."""

    kind = "consent"


class NotAnArticle(BotError):
    """A front page, a list, a search. Facts: site."""

    kind = "not-an-article"


class Thin(BotError):
    """Too little text to say anything about. Facts: site, words."""

    kind = "thin"


class NoSuchFile(BotError):
    """A SOURCE on the command line that cannot be read. Facts: path, reason."""

    kind = "no-such-file"


class BadOption(BotError):
    """A value that a command does not take. Facts: option, accepts."""

    kind = "bad-option"


# --- Discord's side ------------------------------------------------------------------------------------------------


class Crowded(BotError):
    """More asks wait than there is room for."""

    kind = "crowded"


class Restarting(BotError):
    """The process ends, or ended, before this ask was answered."""

    kind = "restarting"


class NotHere(BotError):
    """A button, an article or an ask that is not this server's. Facts: thing."""

    kind = "not-here"


class NoThread(BotError):
    """A discussion cannot be opened here. Facts: reason (see `ui/sentences.py`)."""

    kind = "no-thread"


class NoLink(BotError):
    """A message without anything to read."""

    kind = "no-link"


class NoArticleHere(BotError):
    """A question in a place where no article was met yet."""

    kind = "no-article-here"


class NoSuchRoom(BotError):
    """A room of the command line that nobody has spoken in. Facts: room."""

    kind = "no-such-room"


class NoSuchPerson(BotError):
    """Somebody who has said nothing in a room of the command line. Facts: person, room."""

    kind = "no-such-person"


class NotAllowed(BotError):
    """Who asks may not do that. Facts: permissions."""

    kind = "not-allowed"


# --- feeds and digests ---------------------------------------------------------------------------------------------


class NotAFeed(BotError):
    """What stands there is no feed, and names none. Facts: site."""

    kind = "not-a-feed"


class FeedFails(BotError):
    """A feed cannot be read. Facts: failure (the kind of what happened), and the facts of that."""

    kind = "feed-fails"


class AlreadyFollowed(BotError):
    """This server follows it already, for the same place. Facts: title."""

    kind = "already-followed"


class TooManyFeeds(BotError):
    """The server's cap is reached. Facts: limit."""

    kind = "too-many-feeds"


class NotOpml(BotError):
    """A file that is no OPML. Facts: line, reason."""

    kind = "not-opml"


class NoSuchChannel(BotError):
    """A channel that is not there, or that who asks, or the bot, cannot see: which of them is not told."""

    kind = "no-such-channel"


class CannotPost(BotError):
    """The bot may not write in that channel. Facts: permissions."""

    kind = "cannot-post"


class NoDigest(BotError):
    """The channel has no digest."""

    kind = "no-digest"


class NothingFollowed(BotError):
    """A digest is asked for where no feed is followed."""

    kind = "nothing-followed"


# --- the engine ----------------------------------------------------------------------------------------------------


class EngineError(BotError):
    """A model did not give a usable answer; the fallback engine may."""

    kind = "engine-failed"


class EngineUnreachable(EngineError):
    """No connection to the endpoint. Facts: endpoint."""

    kind = "engine-unreachable"


class EngineRefusedKey(EngineError):
    """401 or 403. Facts: endpoint."""

    kind = "engine-refused-key"


class EngineNoModel(EngineError):
    """The endpoint has no such model. Facts: model."""

    kind = "engine-no-model"


class EngineOutOfQuota(EngineError):
    """The account behind the key has no credit left. Facts: endpoint."""

    kind = "engine-out-of-quota"


class EngineBusy(EngineError):
    """Rate limited, or overloaded. Facts: endpoint."""

    kind = "engine-busy"


class EngineTooSlow(EngineError):
    """Past its deadline. Facts: seconds."""

    kind = "engine-too-slow"


class EngineCutShort(EngineError):
    """The answer reached its token limit before it was whole. Facts: tokens."""

    kind = "engine-cut-short"


class EngineNonsense(EngineError):
    """The answer does not fit the schema, even after a second try."""

    kind = "engine-nonsense"


class EngineDeclined(EngineError):
    """The model refused, or a content filter stopped it."""

    kind = "engine-declined"


class EngineTooLong(EngineError):
    """The article does not fit the model's context, even section by section. Facts: tokens."""

    kind = "engine-too-long"


class OverBudget(EngineError):
    """The cap is reached. Facts: scope (server, process), renews (ISO moment)."""

    kind = "over-budget"


# --- Discord -------------------------------------------------------------------------------------------------------


class DiscordRefusedToken(BotError):
    """Discord does not know the token."""

    kind = "discord-refused-token"


class DiscordUnreachable(BotError):
    """No connection to Discord."""

    kind = "discord-unreachable"


# --- the house -----------------------------------------------------------------------------------------------------


class BadSettings(BotError):
    """A variable that is unknown or malformed. Facts: variable, accepts."""

    kind = "bad-settings"


class NoSuchPrompt(BotError):
    """Facts: prompt, known."""

    kind = "no-such-prompt"


class PromptChanged(BotError):
    """A released prompt differs from prompts.lock, or is broken. Facts: prompt, reason."""

    kind = "prompt-changed"


class DatabaseNewer(BotError):
    """The file was written by a newer version. Facts: path, version, known."""

    kind = "database-newer"


class DatabaseUnusable(BotError):
    """The file cannot be opened, is damaged, or the disk is full. Facts: path, reason."""

    kind = "database-unusable"


class DatabaseBusy(BotError):
    """Another process holds the file. Facts: path."""

    kind = "database-busy"
