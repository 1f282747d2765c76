-- Discussions: what was said to the bot in a room, what it answered, what it remembers, and where words stand.
-- Times are UTC in ISO 8601. guild_id is 0 for what is no server: a direct message, a room of the command line.
-- No index holds a text, since copies of what was deleted would stay in it.

-- Channels, threads and direct messages, each by itself. `said`: turns ever said in it, which numbers them. `changes`
-- is another number whenever something that was said is taken back or reworded, so that no memory is made of what it
-- was; it begins anywhere, so that a room that was cleared and opened again is not taken for the earlier one.
CREATE TABLE room (
    id         INTEGER PRIMARY KEY,
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    said       INTEGER NOT NULL DEFAULT 0,
    changes    INTEGER NOT NULL DEFAULT (abs(random() % 1000000000)),
    UNIQUE (guild_id, channel_id)
) STRICT;

-- `key`: what a question came as; asked again after a crash it is no second turn. A turn's id is never used again.
-- `about`: somebody's message that is asked about. `reply_message_id`: the message that it replies to, or is about;
-- `reply_to`: the turn of that message. `terms`: the hashes of its postings, 6 bytes each. `is_overtaken`: somebody was
-- forgotten in the room while it had no answer; one that is on its way then may hold their words, and is not kept.
CREATE TABLE turn (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    room_id          INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    number           INTEGER NOT NULL,
    key              TEXT,
    message_id       INTEGER,
    person_id        INTEGER NOT NULL,
    person_name      TEXT    NOT NULL,
    about_id         INTEGER,
    about_name       TEXT,
    about_text       TEXT,
    text             TEXT    NOT NULL,
    asked_at         TEXT    NOT NULL,
    reply_message_id INTEGER,
    reply_to         INTEGER REFERENCES turn (id) ON DELETE SET NULL,
    articles         TEXT    NOT NULL CHECK (json_valid(articles)),
    terms            BLOB    NOT NULL,
    is_overtaken     INTEGER NOT NULL DEFAULT 0 CHECK (is_overtaken IN (0, 1)),
    CHECK ((about_id IS NULL) = (about_text IS NULL) AND (about_id IS NULL) = (about_name IS NULL))
) STRICT;

CREATE INDEX turn_room ON turn (room_id);                            -- and by id within a room, as every index
CREATE UNIQUE INDEX turn_key ON turn (room_id, key) WHERE key IS NOT NULL;
CREATE INDEX turn_message ON turn (room_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX turn_reply_message ON turn (room_id, reply_message_id) WHERE about_id IS NOT NULL;
CREATE INDEX turn_reply ON turn (reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX turn_person ON turn (person_id);
CREATE INDEX turn_about ON turn (about_id) WHERE about_id IS NOT NULL;
CREATE INDEX turn_old ON turn (asked_at);

CREATE TABLE answer (
    turn_id        INTEGER PRIMARY KEY REFERENCES turn (id) ON DELETE CASCADE,
    text           TEXT    NOT NULL,
    citations      TEXT    NOT NULL CHECK (json_valid(citations)),
    dropped        INTEGER NOT NULL,
    model          TEXT    NOT NULL,
    engine         TEXT    NOT NULL,
    prompt_name    TEXT,
    prompt_version INTEGER,
    prompt_sha256  TEXT,
    parameters     TEXT    NOT NULL CHECK (json_valid(parameters)),
    fallback       TEXT    CHECK (fallback IS NULL OR json_valid(fallback)),
    usage_id       INTEGER REFERENCES usage (id) ON DELETE SET NULL,
    terms          BLOB    NOT NULL,
    answered_at    TEXT    NOT NULL
) STRICT;

CREATE INDEX answer_usage ON answer (usage_id) WHERE usage_id IS NOT NULL;

-- The messages that an answer stands in.
CREATE TABLE answer_message (
    room_id    INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    message_id INTEGER NOT NULL,
    turn_id    INTEGER NOT NULL REFERENCES answer (turn_id) ON DELETE CASCADE,
    PRIMARY KEY (room_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_message_turn ON answer_message (turn_id);

-- Where words stand: `term` is a keyed hash of 48 bits, `weight` how much the turn is about it (of 127).
-- Rows of one turn are found by the hashes that it keeps itself, and go with them.
CREATE TABLE posting (
    room_id   INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    term      INTEGER NOT NULL,
    turn_id   INTEGER NOT NULL,
    is_answer INTEGER NOT NULL CHECK (is_answer IN (0, 1)),
    weight    INTEGER NOT NULL,
    PRIMARY KEY (room_id, term, turn_id, is_answer)
) STRICT, WITHOUT ROWID;

-- What is remembered of a room's turns up to and with `through`.
CREATE TABLE memory (
    room_id        INTEGER PRIMARY KEY REFERENCES room (id) ON DELETE CASCADE,
    through        INTEGER NOT NULL,
    memos          TEXT    NOT NULL CHECK (json_valid(memos)),
    fallback       TEXT    CHECK (fallback IS NULL OR json_valid(fallback)),
    model          TEXT    NOT NULL,
    engine         TEXT    NOT NULL,
    prompt_name    TEXT,
    prompt_version INTEGER,
    prompt_sha256  TEXT,
    parameters     TEXT    NOT NULL CHECK (json_valid(parameters)),
    made_at        TEXT    NOT NULL
) STRICT;

-- The key of the hashes.
INSERT INTO installation (name, value) VALUES ('key of terms', lower(hex(randomblob(32))));

-- Articles of a channel are numbered as they arrive; a number never changes.
ALTER TABLE channel_article ADD COLUMN n INTEGER NOT NULL DEFAULT 0;

UPDATE channel_article AS c SET n = arrived.n
FROM (SELECT guild_id, channel_id, article_id,
             row_number() OVER (PARTITION BY guild_id, channel_id ORDER BY asked_at, article_id) AS n
      FROM channel_article) AS arrived
WHERE (c.guild_id, c.channel_id, c.article_id) = (arrived.guild_id, arrived.channel_id, arrived.article_id);

CREATE UNIQUE INDEX channel_article_number ON channel_article (guild_id, channel_id, n);

-- A question that came as a message has no token: it waits for our reply to be whole.
ALTER TABLE ask ADD COLUMN question_message_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ask ADD COLUMN message_id INTEGER NOT NULL DEFAULT 0;    -- our reply
ALTER TABLE ask ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1));
UPDATE ask SET is_open = 1 WHERE token IS NOT NULL;

DROP INDEX ask_open;
CREATE INDEX ask_open ON ask (asked_at) WHERE is_open = 1;
CREATE INDEX ask_user ON ask (user_id);
CREATE INDEX usage_user ON usage (user_id) WHERE user_id IS NOT NULL;
