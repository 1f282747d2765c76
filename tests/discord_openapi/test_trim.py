"""What ships of Discord's document is what requests need of it."""

from __future__ import annotations

import json
from typing import Any

from tests.discord_openapi.trim import TRIMMED, lines, trimmed

ANSWER = {"type": "object"}
DOCUMENT: dict[str, Any] = {
    "info": {"title": "T", "version": "10", "license": {"name": "MIT"}, "description": "long"},
    "paths": {
        "/a": {
            "parameters": [],
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}},
                "responses": {"200": {"$ref": "#/components/schemas/Answer"}},
            },
            "get": {"responses": {}},
        }
    },
    "components": {
        "schemas": {
            "A": {"title": "A", "description": "d", "properties": {"title": {"$ref": "#/components/schemas/B"}}},
            "B": {"type": "string", "title": "B"},
            "Answer": ANSWER,
        }
    },
}


def test_routes_and_what_their_bodies_need_are_kept_words_and_answers_are_not() -> None:
    kept = trimmed(DOCUMENT)
    assert kept["routes"] == {"POST /a": {"$ref": "#/components/schemas/A"}, "GET /a": None}
    assert kept["components"]["schemas"] == {
        "A": {"properties": {"title": {"$ref": "#/components/schemas/B"}}},
        "B": {"type": "string"},
    }
    assert kept["info"] == {"title": "T", "version": "10", "license": {"name": "MIT"}}


def test_it_is_written_with_a_schema_a_line() -> None:
    written = lines(trimmed(DOCUMENT))
    assert json.loads(written) == trimmed(DOCUMENT)
    assert '"B": {"type":"string"}' in written.splitlines()


def test_the_shipped_one_names_its_licence_and_holds_whole_schemas() -> None:
    shipped = json.loads(TRIMMED.read_text("utf-8"))
    assert shipped["info"]["license"] == {"name": "MIT", "identifier": "MIT"}
    assert lines(shipped) == TRIMMED.read_text("utf-8")
    assert len(shipped["routes"]) > 200
