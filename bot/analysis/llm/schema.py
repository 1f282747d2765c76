"""An answer's shape as a JSON schema, in the subset that strict modes share."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

# A small model without bounds repeats itself up to its limit; strict modes of some endpoints take none of these.
_BOUNDS = frozenset({"maxLength", "maxItems", "minimum", "maximum"})
_LEFT_OUT = frozenset({"title", "description", "pattern", "$defs"})
_TIGHTER = (1.0, 0.8, 0.6, 0.4, 0.2, 0.1, 0.0)
_SHORTEST = 24  # characters of a string, however tight

Schema = dict[str, Any]


@cache
def bounded_schema(shape: type[BaseModel], limit: int) -> Schema:
    """The schema with bounds so tight that an answer fits `limit` tokens: repetition is cut before it is."""
    schema = _plain(shape, _LEFT_OUT)
    for share in _TIGHTER:
        tight: Schema = _scaled(schema, share)
        if _longest(tight) <= limit:
            break
    return tight


@cache
def unbounded_schema(shape: type[BaseModel]) -> Schema:
    """No references, every field required, no further ones, and no bounds."""
    return _plain(shape, _LEFT_OUT | _BOUNDS)


def _plain(shape: type[BaseModel], left_out: frozenset[str]) -> Schema:
    whole = shape.model_json_schema()
    definitions = whole.get("$defs", {})

    def plain(node: Any) -> Any:
        """A node with its references put in place; a shape that holds itself would never end."""
        if isinstance(node, list):
            return [plain(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return plain(definitions[node["$ref"].rpartition("/")[2]])
        fields = node.get("properties", {})  # a field may be called like a keyword
        rest = {key: plain(value) for key, value in node.items() if key not in left_out and key != "properties"}
        return rest | ({"properties": {name: plain(value) for name, value in fields.items()}} if fields else {})

    schema: Schema = plain(whole)
    return schema


def _scaled(node: Any, share: float) -> Any:
    if isinstance(node, list):
        return [_scaled(item, share) for item in node]
    if not isinstance(node, dict):
        return node
    scaled = {key: _scaled(value, share) for key, value in node.items()}
    if isinstance(node.get("maxLength"), int):
        scaled["maxLength"] = max(min(node["maxLength"], _SHORTEST), int(node["maxLength"] * share))
    if isinstance(node.get("maxItems"), int):
        scaled["maxItems"] = max(1, int(node["maxItems"] * share))
    return scaled


def _longest(node: Schema) -> int:
    """Tokens of the longest JSON that keeps to a schema, indented as models like to write it.

    Four characters a token inside of strings; the rest as counted on the answers of llama.cpp's server, rounded up.
    """
    match node["type"]:
        case "object":
            return sum(8 + len(name) // 3 + _longest(field) for name, field in node["properties"].items())
        case "array":
            return int(node["maxItems"]) * (4 + _longest(node["items"]))
        case "string":
            return 2 + (max(map(len, node["enum"])) if "enum" in node else int(node["maxLength"])) // 4
        case _:
            return 4
