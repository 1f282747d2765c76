"""What an answer depended on, as columns of the row that keeps it."""

from __future__ import annotations

import hashlib
import json

from bot.models.summary import PromptId, Signature

COLUMNS = "engine, prompt_name, prompt_version, prompt_sha256, parameters"
_Row = tuple[str, str | None, int | None, str | None, str]


def recipe(signature: Signature) -> str:
    """A hash over engine, prompt file and parameters; a prompt that was only renamed has the same one."""
    prompt = signature.prompt.sha256 if signature.prompt else ""
    said = json.dumps([signature.engine, prompt, dict(signature.parameters)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def row_of(signature: Signature) -> _Row:
    """The values of `COLUMNS`; the model is a part of each row's key."""
    prompt, parameters = signature.prompt, json.dumps(dict(signature.parameters), sort_keys=True)
    named = (prompt.name, prompt.version, prompt.sha256) if prompt else (None, None, None)
    return signature.engine, *named, parameters


def signature_of(model: str, row: _Row) -> Signature:
    """The inverse of `row_of`."""
    engine, name, version, sha256, parameters = row
    if name is None or version is None or sha256 is None:
        return Signature(engine=engine, model=model, parameters=json.loads(parameters))
    prompt = PromptId(name=name, version=version, sha256=sha256)
    return Signature(engine=engine, model=model, prompt=prompt, parameters=json.loads(parameters))
