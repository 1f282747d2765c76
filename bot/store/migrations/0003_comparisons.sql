-- What an engine said about several articles and the check kept. `recipe` is a hash over engine, prompt file and
-- parameters; `content_hash` is over the articles' own, in the order in which they were given.
CREATE TABLE comparison (
    id             INTEGER PRIMARY KEY,
    content_hash   TEXT    NOT NULL,
    recipe         TEXT    NOT NULL,
    model          TEXT    NOT NULL,
    language       TEXT    NOT NULL,
    engine         TEXT    NOT NULL,
    prompt_name    TEXT,
    prompt_version INTEGER,
    prompt_sha256  TEXT,
    parameters     TEXT    NOT NULL CHECK (json_valid(parameters)),
    body           TEXT    NOT NULL CHECK (json_valid(body)),
    made_at        TEXT    NOT NULL,
    UNIQUE (content_hash, recipe, model, language)
) STRICT;
