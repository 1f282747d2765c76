-- What Discord's side needs to keep: asks under way, threads, what servers prefer, which of them we have left.
-- Times are UTC in ISO 8601. guild_id is 0 for what is no server: a direct message, where the channel stands for itself.

-- Asks as they came. `token` answers the interaction for 15 minutes; it is gone as soon as the answer is there.
-- An open ask whose process died is told so at the next start; a failed one can be asked again by a button.
CREATE TABLE ask (
    id         INTEGER PRIMARY KEY,
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    application_id INTEGER NOT NULL,
    token      TEXT,                                                 -- NULL: answered
    use        TEXT,                                                 -- NULL: not known yet what is asked
    args       TEXT    CHECK (args IS NULL OR json_valid(args)),
    asked_at   TEXT    NOT NULL
) STRICT;

CREATE INDEX ask_open ON ask (asked_at) WHERE token IS NOT NULL;
CREATE INDEX ask_old ON ask (asked_at);
CREATE INDEX ask_guild ON ask (guild_id);

-- What a server wants, and where a channel (else 0) wants something else.
CREATE TABLE preference (
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    value      TEXT    NOT NULL,
    PRIMARY KEY (guild_id, channel_id, name)
) STRICT, WITHOUT ROWID;

-- Threads that a card opened; each talks about one article.
CREATE TABLE thread (
    guild_id   INTEGER NOT NULL,
    thread_id  INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    opened_at  TEXT    NOT NULL,
    PRIMARY KEY (guild_id, thread_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX thread_article ON thread (article_id);

-- Servers that the bot is in, or was: the data of one that it left goes at `delete_after` unless it comes back.
CREATE TABLE server (
    guild_id     INTEGER PRIMARY KEY,
    left_at      TEXT,
    delete_after TEXT
) STRICT;

CREATE INDEX server_left ON server (delete_after) WHERE delete_after IS NOT NULL;

CREATE INDEX channel_article_latest ON channel_article (guild_id, channel_id, asked_at);

-- Single values of the installation: the secret that signs buttons, the commands that Discord has.
CREATE TABLE installation (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
