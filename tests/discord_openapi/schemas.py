"""The published schema: which routes there are, and whether a body has the shape that its route takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.discord_openapi.problem import Problem

REQUESTS = Path(__file__).parent / "requests.json"
_URI = "urn:discord"
_NULL = {"type": "null"}


class Schemas:
    """Read once; each route's validator is made when it is first needed."""

    def __init__(self) -> None:
        self._validators: dict[str, Validator] = {}

    @cached_property
    def _document(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(REQUESTS.read_text("utf-8"))
        schemas = document["components"]["schemas"]
        return {
            "routes": _told_apart(document["routes"], schemas),
            "components": {"schemas": _told_apart(schemas, schemas)},
        }

    @cached_property
    def _registry(self) -> Registry[Any]:
        resource = DRAFT202012.create_resource(self._document)
        registry: Registry[Any] = Registry().with_resource(_URI, resource)
        return registry

    @cached_property
    def _templates(self) -> dict[tuple[str, int], list[list[str]]]:
        """By method and count of parts."""
        templates: dict[tuple[str, int], list[list[str]]] = {}
        for route in self._document["routes"]:
            method, _, path = route.partition(" ")
            parts = path.split("/")
            templates.setdefault((method, len(parts)), []).append(parts)
        return templates

    def route(self, method: str, path: str) -> str | None:
        """The template that fits, the most literal one where several do."""
        parts = path.split("/")
        fitting = [
            (sum(map(str.__eq__, template, parts)), "/".join(template))
            for template in self._templates.get((method, len(parts)), ())
            if all(want == part or want.startswith("{") for want, part in zip(template, parts, strict=True))
        ]
        return f"{method} {max(fitting)[1]}" if fitting else None

    def problems(self, route: str, body: Any) -> Iterator[Problem]:
        """What the schema of `route` does not allow in `body`; None is no body."""
        schema = self._document["routes"][route]
        if schema is None:
            if body:
                yield Problem("$", f"{route} takes no body")
            return
        if body is None:
            return
        if route not in self._validators:
            self._validators[route] = _Validator(schema, registry=self._registry)
        for error in self._validators[route].iter_errors(body):
            deepest = _deepest(error)
            yield Problem(deepest.json_path, _brief(deepest))


def _deepest(error: ValidationError) -> ValidationError:
    """Of a union the complaint of the branch that got furthest."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


def _brief(error: ValidationError) -> str:
    if error.validator in {"maxLength", "maxItems"} and isinstance(error.instance, (str, list)):
        return f"{len(error.instance)} long, at most {error.validator_value}"
    return error.message if len(error.message) <= 200 else f"{error.message[:80]} … {error.message[-110:]}"


# --- unions told apart by `type`: faster than trying each, and the complaint is about the one that is meant ---------


def _told_apart(part: Any, schemas: dict[str, Any]) -> Any:
    """The same schema with `byType`, `orNull` and `enum` in the place of unions."""
    if isinstance(part, list):
        return [_told_apart(inner, schemas) for inner in part]
    if not isinstance(part, dict):
        return part
    whole = {name: _told_apart(inner, schemas) for name, inner in part.items()}
    if isinstance(whole.get("$ref"), str):
        whole["$ref"] = _URI + whole["$ref"]
    if "enum" in whole:
        whole.pop("allOf", None)  # names the enumeration that the enum is a part of
    for keyword in ("oneOf", "anyOf"):
        if isinstance(branches := part.get(keyword), list):
            del whole[keyword]
            whole |= _union(branches, schemas)
    return whole


def _union(branches: list[Any], schemas: dict[str, Any]) -> dict[str, Any]:
    rest = [_told_apart(branch, schemas) for branch in branches if branch != _NULL]
    if all(isinstance(branch, dict) and "const" in branch for branch in rest):
        choice: dict[str, Any] = {"enum": [branch["const"] for branch in rest]}
    elif len(rest) == 1:
        choice = rest[0]
    elif by_type := _by_type(rest, schemas):
        choice = {"byType": by_type}
    else:
        choice = {"anyOf": rest}
    return choice if len(rest) == len(branches) else {"orNull": choice}


def _by_type(branches: list[Any], schemas: dict[str, Any]) -> dict[Any, Any] | None:
    """Each value of `type` with its branch; None where a branch has no values of its own."""
    by_type: dict[Any, Any] = {}
    for branch in branches:
        schema = schemas.get(str(branch.get("$ref", "")).rpartition("/")[2], {})
        values = schema.get("properties", {}).get("type", {}).get("enum", [])
        if not values or by_type.keys() & set(values):
            return None
        by_type |= dict.fromkeys(values, branch)
    return by_type


def _check_type(validator: Any, branches: dict[Any, Any], instance: Any, _: Any) -> Iterator[ValidationError]:
    kind = instance.get("type") if isinstance(instance, dict) else None
    if kind in branches:
        yield from validator.descend(instance, branches[kind])
    else:
        yield ValidationError(f"type {kind!r} is none of {', '.join(map(str, sorted(branches)))}")


def _check_unless_null(validator: Any, branch: Any, instance: Any, _: Any) -> Iterator[ValidationError]:
    if instance is not None:
        yield from validator.descend(instance, branch)


_Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"byType": _check_type, "orNull": _check_unless_null}
)
