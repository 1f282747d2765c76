"""Every failure in words: what happened, and what to do next. One catalogue a language; English is the first."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import BotError
from bot.models.summary import Fallback
from bot.ui.feed_words import FEED_FAILURES, UNKNOWN_FAILURE
from bot.ui.phrases import KEY_SENTENCES

ENGLISH: Mapping[str, str] = {
    "failed": "Something went wrong here; try again, and tell whoever runs this bot if it stays.",
    # the web
    "refused": "I do not open {url}: {reason}.",
    "unreachable": "{site} cannot be reached; check the address, or try again later.",
    "too-slow": "{site} did not answer within {seconds} seconds; try again later.",
    "too-big": "The page at {site} is larger than {limit_mb} MB; try its print version, or give me its text.",
    "wrong-type": "{site} sent {content_type}, not a page of text; give me the address of the article itself.",
    "bad-status": "{site} answered with error {status}; try again later.",
    "gone": "{site} has no such page (error {status}); check the address.",
    "busy": "{site} asks to be left alone for {seconds} seconds; try again then.",
    # the page
    "unreadable": "I could not read the page at {site} ({reason}); try its print version, or give me its text.",
    "blocked": "{site} lets browsers in but not bots; give me the article's text instead, or another address.",
    "paywall": "{site} shows this article to subscribers only; give me its text instead, or another address.",
    "consent": "{site} shows a consent form instead of the article; give me the article's text, or another address.",
    "not-an-article": "{site} shows a list or a front page here; give me the address of one article.",
    "thin": "There is too little text at {site} ({words} words) to say anything about; is this the article itself?",
    "no-such-file": "{path} cannot be read: {reason}.",
    # the ask
    "bad-option": "{option} takes {accepts}.",
    # Discord's side
    "no-link": "There is no link to an article in this message, no text file, and no article.",
    "crowded": "Too many are asking at once; try again in a minute.",
    "restarting": "I was restarted before your answer was ready; ask again.",
    "not-here": "I know no such {thing} here; ask for it anew with its address.",
    "no-thread": "{reason}.",
    "no-article-here": "There is no article here yet: put a link to one in your question, or summarize one first.",
    "no-such-room": "There is no room {room}; a question with --room {room} opens it.",
    "no-such-person": "Nobody called {person} has said anything in {room}.",
    "not-allowed": "You need the permission {permissions} for that; ask a moderator of this server.",
    # feeds and digests
    "feed-fails": "I cannot read this feed: {what}; {try}.",
    "feed-trouble": "{what}; {try}.",
    "not-a-feed": "There is no feed at {site}, and the page names none; give me the feed's own address.",
    "already-followed": "This server follows {title} already; /feed list shows it.",
    "too-many-feeds": "This server follows {limit} feeds, as many as it may; remove one first.",
    "not-opml": "I cannot read this list of feeds: {reason} (line {line}); export it anew, as OPML.",
    "no-such-channel": "I know no such channel here; choose one that both of us can see.",
    "cannot-post": "I may not post there: I lack {permissions}; a moderator can give me that.",
    "no-digest": "This channel has no digest; /digest schedule gives it one.",
    "nothing-followed": "This server follows no feeds yet; /feed add brings the first one.",
    # what moderators are told without having asked
    "feed-failing": "It has failed for a day: {what}. What you can try: {try}. I keep trying, and say when it is back.",
    "feed-back": "It can be read again; what it said meanwhile comes with the next digest.",
    "feed-gone": "Its site says that it is gone for good, so I do not ask any more. /feed test asks once more; /feed"
    " add with the site's address looks for what came after it.",
    "digest-paused": "No digest is posted there: {reason}. /digest schedule starts it again.",
    "digest-unsure": "Part {part} of {of} may stand there or not: Discord did not say, and I cannot read back. It is"
    " not sent again. With the permission Read Message History I could look.",
    "digest-missed": "The digest of {day} could not be written in time; what it would have told comes with the next.",
    # the engine
    "engine-failed": "The model did not give an answer.",
    "engine-unreachable": "The model at {endpoint} cannot be reached.",
    "engine-refused-key": "{endpoint} does not accept the key; whoever runs this bot can mend OPENAI_API_KEY.",
    "engine-no-model": "The endpoint does not know the model {model}; whoever runs this bot can mend OPENAI_MODEL.",
    "engine-out-of-quota": "The account at {endpoint} has no credit left.",
    "engine-busy": "The model at {endpoint} is overloaded; try again in a minute.",
    "engine-too-slow": "The model did not answer within {seconds} seconds.",
    "engine-cut-short": "The model's answer broke off at {tokens} tokens.",
    "engine-nonsense": "The model's answer did not make sense, twice.",
    "engine-declined": "The model declined to write about this.",
    "engine-too-long": "What there is to read does not fit the model's context, even in parts.",
    "over-budget": "Today's budget of this {scope} is used up; it renews at {renews}.",
    # Discord
    "discord-refused-token": "Discord does not accept DISCORD_TOKEN; copy it anew from the developer portal.",
    "discord-unreachable": "Discord cannot be reached; check this machine's connection.",
    # the house
    "bad-settings": "{variable} is not right: it takes {accepts}.",
    "no-such-prompt": "There is no prompt {prompt}; there are: {known}.",
    "prompt-changed": "The prompt {prompt} cannot be used: {reason}.",
    "database-newer": "{path} was written by a newer bot (schema {version}, known here: {known}); update this one.",
    "database-unusable": "The database {path} cannot be used: {reason}.",
    "database-busy": "Another process holds the database {path}; end it, or try again.",
}

# What is said when nothing failed.
NOTES: Mapping[str, str] = {
    "thread-opened": "The discussion is open in its thread.",
    "thread-there": "The discussion of this card is open already.",
    # a question, and what comes between
    "empty-question": "What would you like to know? Write it behind the mention, reply to one of my messages, or use"
    " /ask.",
    "reply-unreadable": "Your reply reached me without its words: Discord shows me only messages that mention me. Reply"
    " with its ping switched on, mention me, or use /ask.",
    "room-busy": "Another question is being answered here; yours comes after it.",
    "question-gone": "The question was deleted while I was answering it, so I have dropped both.",
    "erased-later": "You are forgotten: I know nothing of you any more. My file was being read just now, so the last"
    " traces leave it with the next daily round.",
    "moved-here": "I could not finish writing where you asked; here is the whole answer.",
}

_NO_POSTING: Mapping[str, str] = {
    "channel-gone": "the channel is not there any more",
    "forbidden": "I may not post there; I need View Channel and Send Messages",
    "archived": "the thread is archived, and I may not open it again",
    "server-gone": "I was not on this server any more",
}

# What a `reason` that is a key stands for, by kind of failure.
REASONS: Mapping[str, Mapping[str, str]] = {
    "refused": {
        "scheme": "only addresses that begin with http:// or https:// can be read",
        "malformed": "the address can be read in more than one way",
        "too-long": "the address is too long",
        "userinfo": "it holds a name or a password",
        "port": "this bot does not read from that port",
        "host": "it names no host",
        "not-public": "it leads to a private or reserved network",
        "redirects": "it leads from one address to the next without an end",
    },
    "no-thread": {
        "place": "There are no threads here; reply to me, or use /ask",
        "permission": "I may not open threads in this channel; a moderator can give me Create Public Threads",
        "refused": "Discord did not let me open a thread here; try again, or use /ask",
    },
    "digest": {
        "away": "I was not there, for too long to make up for it",
        "off": "the digest was ended meanwhile",
        "empty": "there was nothing to tell",
        "too-late": "it could not be written in time",
        "unreadable": "I cannot see whether it stands there",
        "refused": "Discord did not take it",
        **_NO_POSTING,
    },
    "digest-paused": _NO_POSTING,
    "not-opml": {
        "broken": "it is broken off, or was not written as XML",
        "dtd": "it brings definitions of its own, which I do not read",
        "no-opml": "it holds something else",
        "too-big": "it is too big",
        "too-deep": "its folders lie too deep within each other",
    },
    "unreadable": {
        "deadline": "it takes too long",
        "memory": "it needs too much memory",
        "crash": "it broke the parser",
        "crowded": "too many pages wait already",
    },
}


def why(kind: str, reason: str) -> str:
    """What a reason stands for, or its name."""
    return REASONS.get(kind, {}).get(reason, reason)


def words_for(kind: str, facts: Mapping[str, str | int | float]) -> str:
    """The sentence of a failure; a fact that is missing leaves its name, never an exception."""
    return ENGLISH.get(kind, ENGLISH["failed"]).format_map(_worded(kind, facts))


def _worded(kind: str, facts: Mapping[str, str | int | float]) -> Mapping[str, str | int | float]:
    """The facts, a reason in words; with what happened and what to try, where the failure is that of a feed."""
    failure = str(facts.get("failure", kind))
    reason = REASONS.get(failure, {}).get(str(facts.get("reason")))
    worded = _Named({**facts, "reason": reason} if reason else facts)
    if "failure" in facts:
        what, to_try = FEED_FAILURES.get(failure, UNKNOWN_FAILURE)
        worded |= {"what": what.format_map(worded), "try": to_try.format_map(worded)}
    return worded


def sentence(error: BotError) -> str:
    """What the person who asked is told."""
    return words_for(error.kind, error.facts)


def fallback_sentence(fallback: Fallback, free: str = KEY_SENTENCES) -> str:
    """Why the engine without a model answered, with the id that the log has. `free`: what that engine gives."""
    instead = free.replace(",", " instead,")
    return f"{words_for(fallback.kind, fallback.facts)} These are {instead}. [{fallback.incident}]"


class _Named(dict[str, str | int | float]):
    def __missing__(self, name: str) -> str:
        return name
