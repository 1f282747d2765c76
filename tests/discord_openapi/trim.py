"""Makes `requests.json` of Discord's published OpenAPI document: `python -m tests.discord_openapi.trim DOCUMENT`.

Kept are the routes, the JSON bodies that they take and the schemas that these need; answers and descriptions are not.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TRIMMED = Path(__file__).parent / "requests.json"
_WORDS = ("title", "description")


def trimmed(document: dict[str, Any]) -> dict[str, Any]:
    """routes: method and template, as `POST /channels/{channel_id}/messages`, to the body's schema or None."""
    routes = {
        f"{method.upper()} {path}": without_words(_body(operation))
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if method in {"get", "put", "post", "patch", "delete"}
    }
    schemas = {name: without_words(schema) for name, schema in document["components"]["schemas"].items()}
    needed: set[str] = set()
    _reach(routes, schemas, needed)
    info = {name: document["info"][name] for name in ("title", "version", "license")}
    kept = {name: schemas[name] for name in sorted(needed)}
    return {"info": info, "routes": routes, "components": {"schemas": kept}}


def without_words(schema: Any) -> Any:
    """The same without what is there for readers only; a property may be called `title`."""
    if isinstance(schema, list):
        return [without_words(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {key: without_words(part) for key, part in value.items()}
        if name == "properties"
        else without_words(value)
        for name, value in schema.items()
        if name not in _WORDS
    }


def _body(operation: dict[str, Any]) -> Any:
    content = operation.get("requestBody", {}).get("content", {})
    return content.get("application/json", {}).get("schema")


def _reach(part: Any, schemas: dict[str, Any], needed: set[str]) -> None:
    if isinstance(part, dict):
        name = str(part.get("$ref", "")).rpartition("/")[2]
        if name and name not in needed:
            needed.add(name)
            _reach(schemas[name], schemas, needed)
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _reach(inner, schemas, needed)


def lines(document: dict[str, Any]) -> str:
    """JSON with a route or a schema a line, so that two of them can be compared."""
    parts = []
    for name, value in (("info", document["info"]), ("routes", document["routes"])):
        parts.append(f"{json.dumps(name)}: {{\n{_rows(value)}\n}}")
    parts.append(f'"components": {{"schemas": {{\n{_rows(document["components"]["schemas"])}\n}}}}')
    return "{" + ",\n".join(parts) + "}\n"


def _rows(values: dict[str, Any]) -> str:
    return ",\n".join(
        f"{json.dumps(name)}: {json.dumps(value, separators=(',', ':'))}" for name, value in values.items()
    )


if __name__ == "__main__":
    TRIMMED.write_text(lines(trimmed(json.loads(Path(sys.argv[1]).read_text("utf-8")))), "utf-8")
