-- Feeds that servers follow, the stories that their entries make, and digests. Times are UTC in ISO 8601.

-- One row for each address, whoever follows it. `body`: hashes of the bodies that were read last; `stood`: the keys of
-- the entries that stood in it, 8 bytes each. `told_at`: when moderators were told that it fails; NULL while it is well.
-- `failure`: kind and facts as JSON. `is_gone`: it answered 410. `baseline`: its next entries are old, unless dated.
CREATE TABLE feed (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    url           TEXT    NOT NULL UNIQUE,
    title         TEXT    NOT NULL DEFAULT '',
    site          TEXT    NOT NULL DEFAULT '',
    kind          TEXT    NOT NULL DEFAULT '',
    language      TEXT    NOT NULL DEFAULT '',
    etag          TEXT    NOT NULL DEFAULT '',
    last_modified TEXT    NOT NULL DEFAULT '',
    body          BLOB,
    stood         BLOB    NOT NULL DEFAULT x'',
    baseline      INTEGER NOT NULL DEFAULT 1 CHECK (baseline IN (0, 1)),
    pace          TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(pace)),
    next_poll_at  TEXT,
    polled_at     TEXT,
    last_entry_at TEXT,
    failures      INTEGER NOT NULL DEFAULT 0,
    failing_since TEXT,
    failure       TEXT    CHECK (failure IS NULL OR json_valid(failure)),
    told_at       TEXT,
    is_gone       INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1))
) STRICT;

CREATE INDEX feed_due ON feed (next_poll_at) WHERE next_poll_at IS NOT NULL;

-- Where feeds were before they moved for good.
CREATE TABLE feed_moved (
    url     TEXT    PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_moved_feed ON feed_moved (feed_id);

-- `channel_id`: 0 for all channels without feeds of their own. `since`: entries count from here on. `asked_in`: the
-- channel in which a moderator asked for it. `removed_at`: kept for a while, so that removing can be undone.
CREATE TABLE follow (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    feed_id    INTEGER NOT NULL REFERENCES feed (id),
    channel_id INTEGER NOT NULL DEFAULT 0,
    include    TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(include)),
    exclude    TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(exclude)),
    title      TEXT    NOT NULL DEFAULT '',
    folders    TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(folders)),
    since      TEXT    NOT NULL,
    is_paused  INTEGER NOT NULL DEFAULT 0 CHECK (is_paused IN (0, 1)),
    asked_in   INTEGER NOT NULL DEFAULT 0,
    added_at   TEXT    NOT NULL,
    removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX follow_once ON follow (guild_id, feed_id, channel_id) WHERE removed_at IS NULL;
CREATE INDEX follow_guild ON follow (guild_id);
CREATE INDEX follow_feed ON follow (feed_id);

CREATE TABLE story (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    opened_at TEXT NOT NULL,
    latest_at TEXT NOT NULL
) STRICT;

CREATE INDEX story_latest ON story (latest_at);

-- `key`: a hash of the entry's id within its feed. `at`: when it was published as far as that can be believed, else when
-- it was seen first. `counts_from`: NULL for what was old when its feed was first followed; else it is told to those who
-- follow since before. `grouped_at`: NULL until it was looked at for a story;
-- one that counts for nobody never is.
CREATE TABLE entry (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id       INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    key           BLOB    NOT NULL,
    url           TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    authors       TEXT    NOT NULL CHECK (json_valid(authors)),
    text          TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    seen_at       TEXT    NOT NULL,
    counts_from   TEXT,
    is_commentary INTEGER NOT NULL CHECK (is_commentary IN (0, 1)),
    story_id      INTEGER REFERENCES story (id) ON DELETE SET NULL,
    grouped_at    TEXT,
    UNIQUE (feed_id, key)
) STRICT;

CREATE INDEX entry_seen ON entry (seen_at);
CREATE INDEX entry_counts ON entry (feed_id, counts_from) WHERE counts_from IS NOT NULL;
CREATE INDEX entry_story ON entry (story_id) WHERE story_id IS NOT NULL;
CREATE INDEX entry_ungrouped ON entry (id) WHERE grouped_at IS NULL AND counts_from IS NOT NULL;

-- What a judge said of two entries; the smaller id first.
CREATE TABLE judgement (
    first_id  INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    recipe    TEXT    NOT NULL,
    model     TEXT    NOT NULL,
    is_same   INTEGER NOT NULL CHECK (is_same IN (0, 1)),
    judged_at TEXT    NOT NULL,
    PRIMARY KEY (first_id, second_id, recipe, model)
) STRICT, WITHOUT ROWID;

CREATE INDEX judgement_second ON judgement (second_id);

-- What is said of several articles about one event; kept across servers like comparisons.
CREATE TABLE brief (
    content_hash   TEXT NOT NULL,
    recipe         TEXT NOT NULL,
    model          TEXT NOT NULL,
    language       TEXT NOT NULL,
    body           TEXT NOT NULL CHECK (json_valid(body)),
    made_at        TEXT NOT NULL,
    engine         TEXT NOT NULL,
    prompt_name    TEXT,
    prompt_version INTEGER,
    prompt_sha256  TEXT,
    parameters     TEXT NOT NULL CHECK (json_valid(parameters)),
    PRIMARY KEY (content_hash, recipe, model, language)
) STRICT, WITHOUT ROWID;

-- `days`: a bit for each, Monday is 1. `next_at`: of the next slot, NULL while it is paused. `since`: no slot before it.
-- `asked_in`: where its moderator asked for it.
CREATE TABLE schedule (
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    at         TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    days       INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
    when_empty TEXT    NOT NULL CHECK (when_empty IN ('nothing', 'line')),
    since      TEXT    NOT NULL,
    next_at    TEXT,
    paused     TEXT    NOT NULL DEFAULT '',
    asked_in   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, channel_id)
) STRICT;

CREATE INDEX schedule_next ON schedule (next_at) WHERE next_at IS NOT NULL;

-- A slot is (channel, local date); `day` is NULL for one that was asked for now. Of which time it tells: from `from_at`
-- to `until_at`. State: planned, composed, sent; or skipped, empty, dropped for good, with the reason.
CREATE TABLE digest (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    day        TEXT,
    due_at     TEXT    NOT NULL,
    from_at    TEXT    NOT NULL,
    until_at   TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('planned', 'composed', 'sent', 'skipped', 'empty', 'dropped')),
    is_late    INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),
    reason     TEXT    NOT NULL DEFAULT '',
    planned_at TEXT    NOT NULL,
    ended_at   TEXT,
    UNIQUE (guild_id, channel_id, day)
) STRICT;

CREATE INDEX digest_planned ON digest (due_at) WHERE state = 'planned';

-- The outbox: what is to stand in a channel exactly once. `digest_id` is NULL for notices to moderators. `place`: parts
-- of one digest are sent in this order, one after the other. `tried_at`: when the present run of tries began, all under
-- one nonce; NULL before it. `not_before`: it is left alone until then. `body`: null when it has ended.
CREATE TABLE post (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    digest_id  INTEGER REFERENCES digest (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL DEFAULT 0,
    body       TEXT    NOT NULL CHECK (json_valid(body)),
    nonce      TEXT    NOT NULL UNIQUE,
    mark       TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('ready', 'sending', 'sent', 'unsure', 'dropped')),
    tries      INTEGER NOT NULL DEFAULT 0,
    tried_at   TEXT,
    not_before TEXT    NOT NULL,
    not_after  TEXT    NOT NULL,
    message_id INTEGER NOT NULL DEFAULT 0,
    reason     TEXT    NOT NULL DEFAULT '',
    made_at    TEXT    NOT NULL,
    UNIQUE (digest_id, place)
) STRICT;

CREATE INDEX post_open ON post (not_before) WHERE state IN ('ready', 'sending');
CREATE INDEX post_line ON post (channel_id, id) WHERE state IN ('ready', 'sending') AND digest_id IS NOT NULL;
CREATE INDEX post_guild ON post (guild_id);

-- Which stories and entries a channel was told; an entry is told once, and what comes after it is an update.
CREATE TABLE told (
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    entry_id   INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    story_id   INTEGER REFERENCES story (id) ON DELETE SET NULL,
    digest_id  INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
    PRIMARY KEY (guild_id, channel_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX told_story ON told (guild_id, channel_id, story_id);
CREATE INDEX told_entry ON told (entry_id);
CREATE INDEX told_digest ON told (digest_id);
