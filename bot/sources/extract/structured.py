"""What a page says about itself in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.sources.extract.wording import squeezed, tidy

Node = Mapping[str, Any]

_ARTICLES = ("newsarticle", "article", "blogposting", "posting", "report", "review", "creativework")
_BODIES = frozenset(("organization", "newsmediaorganization", "corporation", "localbusiness", "website"))
_REFERENCES_FOLLOWED = 50


@dataclass(frozen=True)
class Structured:
    """The flattened objects of a page's JSON-LD, read as an article. `title` tells articles of one page apart."""

    nodes: tuple[Node, ...]
    title: str = ""

    @cached_property
    def article(self) -> Node:
        """The object that describes the article; empty when there is none."""
        ranked = [(rank, node) for node in self.nodes if (rank := _article_rank(node)) is not None]
        if not ranked:
            return {}
        wanted = squeezed(self.title)
        return min(ranked, key=lambda one: (not wanted or squeezed(first(one[1].get("headline"))) != wanted, one[0]))[1]

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Names of persons; those of organizations only when no person is named."""
        named = list(self._named(self.article.get("author") or self.article.get("creator")))
        persons = [name for name, is_person in named if is_person]
        return tuple(persons or (name for name, _ in named))

    @cached_property
    def persons(self) -> frozenset[str]:
        """Squeezed names of the authors that the page calls persons in so many words."""
        listed = _listed(self.article.get("author"))[:_REFERENCES_FOLLOWED]
        known = (self._by_id.get(str(item.get("@id")), item) for item in listed if isinstance(item, Mapping))
        return frozenset(squeezed(first(node.get("name"))) for node in known if "person" in types(node)) - {""}

    @cached_property
    def publisher(self) -> str:
        """The article's publisher, else the page's own web site or news organization."""
        return self._publisher[0]

    @cached_property
    def publisher_is_person(self) -> bool:
        """Whether a person publishes the page: a site of one's own."""
        return self._publisher[1]

    @cached_property
    def _publisher(self) -> tuple[str, bool]:
        for name, is_person in self._named(self.article.get("publisher")):
            return name, is_person
        for kinds in (("website",), ("newsmediaorganization",), ("organization",)):
            for node in self.nodes:
                if any(kind in kinds for kind in types(node)) and (name := first(node.get("name"))):
                    return name, False
        return "", False

    def _named(self, value: Any) -> Iterator[tuple[str, bool]]:
        """Every name in an author or publisher, with whether it is a person's."""
        for item in _listed(value)[:_REFERENCES_FOLLOWED]:
            if isinstance(item, str):
                yield tidy(item), True
            elif isinstance(item, Mapping):
                known = item if item.get("name") else self._by_id.get(str(item.get("@id")), item)
                kinds = types(known)
                is_person = "person" in kinds or not _BODIES.intersection(kinds)
                yield from ((tidy(name), is_person) for name in strings(known.get("name")))

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {str(node["@id"]): node for node in self.nodes if "@id" in node and node.get("name")}


def types(node: Node) -> tuple[str, ...]:
    """The `@type`s of an object in lower case, without their schema's address."""
    return tuple(kind.rpartition("/")[2].lower() for kind in strings(node.get("@type")))


def strings(value: Any) -> tuple[str, ...]:
    """A string or a list of strings, as strings."""
    return tuple(item for item in _listed(value) if isinstance(item, str))


def first(value: Any) -> str:
    """The first string in a value, in one line; "" for none."""
    return next((tidy(text) for text in strings(value) if text.strip()), "")


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Iterable) and not isinstance(value, (str, Mapping)) else [value]


def _article_rank(node: Node) -> int | None:
    """Lower is likelier to be the article; None when it is none."""
    kinds = types(node)
    ranks = [i for i, name in enumerate(_ARTICLES) for kind in kinds if kind.endswith(name)]
    if not ranks:
        return None
    described = sum(bool(node.get(key)) for key in ("headline", "author", "datePublished", "articleBody"))
    return min(ranks) - 10 * described
