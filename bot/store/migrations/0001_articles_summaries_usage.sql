-- Articles by their content, the addresses that led to them, what was said about them, and what that cost.
-- Times are UTC in ISO 8601; days are UTC too.

CREATE TABLE article (
    id            INTEGER PRIMARY KEY,
    content_hash  TEXT    NOT NULL UNIQUE,
    canonical_url TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    authors       TEXT    NOT NULL CHECK (json_valid(authors)),
    published     TEXT,
    site          TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    bio           TEXT    NOT NULL,
    body          TEXT    NOT NULL,                                  -- paragraphs, apart by a blank line
    comments      TEXT    NOT NULL CHECK (json_valid(comments)),
    verdict       TEXT    NOT NULL,
    first_seen    TEXT    NOT NULL
) STRICT;

-- Many addresses lead to one article. Each keeps the edition that it led to last, and the one before.
CREATE TABLE address (
    url        TEXT    PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    fetched_at TEXT    NOT NULL,
    earlier_id INTEGER REFERENCES article (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX address_article ON address (article_id);
CREATE INDEX address_earlier ON address (earlier_id) WHERE earlier_id IS NOT NULL;

CREATE VIRTUAL TABLE article_search USING fts5 (
    title, authors, site, body,
    content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT INTO article_search (rowid, title, authors, site, body)
    VALUES (new.id, new.title, new.authors, new.site, new.body);
END;

CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    INSERT INTO article_search (article_search, rowid, title, authors, site, body)
    VALUES ('delete', old.id, old.title, old.authors, old.site, old.body);
END;

CREATE TRIGGER article_changed AFTER UPDATE OF site ON article BEGIN
    INSERT INTO article_search (article_search, rowid, title, authors, site, body)
    VALUES ('delete', old.id, old.title, old.authors, old.site, old.body);
    INSERT INTO article_search (rowid, title, authors, site, body)
    VALUES (new.id, new.title, new.authors, new.site, new.body);
END;

-- The articles that a server's channel has met. Server data: every query is keyed by guild_id.
CREATE TABLE channel_article (
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    asked_at   TEXT    NOT NULL,
    PRIMARY KEY (guild_id, channel_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX channel_article_article ON channel_article (article_id);

-- What an engine said and the check kept. `recipe` is a hash over engine, prompt file and parameters.
CREATE TABLE summary (
    id             INTEGER PRIMARY KEY,
    content_hash   TEXT    NOT NULL,
    recipe         TEXT    NOT NULL,
    model          TEXT    NOT NULL,
    length         TEXT    NOT NULL,
    language       TEXT    NOT NULL,
    engine         TEXT    NOT NULL,
    prompt_name    TEXT,
    prompt_version INTEGER,
    prompt_sha256  TEXT,
    parameters     TEXT    NOT NULL CHECK (json_valid(parameters)),
    body           TEXT    NOT NULL CHECK (json_valid(body)),
    made_at        TEXT    NOT NULL,
    UNIQUE (content_hash, recipe, model, length, language)
) STRICT;

-- One row an ask of a model. While it is open it counts at its estimate, so what a crash leaves open is never undercounted.
CREATE TABLE usage (
    id                INTEGER PRIMARY KEY,
    at                TEXT    NOT NULL,
    day               TEXT    NOT NULL,
    guild_id          INTEGER,
    user_id           INTEGER,
    command           TEXT    NOT NULL,
    engine            TEXT    NOT NULL,
    model             TEXT    NOT NULL,
    prompt_name       TEXT,
    prompt_version    INTEGER,
    settled           INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
    prompt_tokens     INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    cached_tokens     INTEGER NOT NULL,
    cost_usd          REAL                                           -- NULL: no price is known for the model
) STRICT;

CREATE INDEX usage_day ON usage (day, guild_id);
