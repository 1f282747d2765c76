"""Pages that hang, bloat or crash a parser, or try to; each has a name in words."""

from __future__ import annotations

import gzip
import json
import random

_SENTENCE = b"<p>The council has voted, and it has voted badly for the third time this year.</p>"
_ARTICLE = b"<article><h1>A column</h1>" + _SENTENCE * 12 + b"</article>"


def _beside(*parts: bytes) -> bytes:
    """The hostile part in a page that is otherwise one to read."""
    return b"<html><head><title>A column</title></head><body>" + b"".join(parts) + _ARTICLE + b"</body></html>"


def _jsonld(value: bytes) -> bytes:
    return _beside(b'<script type="application/ld+json">' + value + b"</script>")


def _attributes(count: int, *, same: bool = False) -> bytes:
    return b" ".join(b"a=1" if same else b"a%d=1" % number for number in range(count))


def _noise(count: int, seed: int) -> bytes:
    return random.Random(seed).randbytes(count)


def _soup(count: int, seed: int) -> bytes:
    pieces = rb"""
        <p> </p> <div> </table> <b><i> </b> <table><tr> <!-- --> <script> </script> <svg> <math> &#0; &lt word <a/href='
        " <select> <form>
    """.split()
    return b"".join(random.Random(seed).choices(pieces, k=count))


PAGES: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b" " * 2_000_000,
    "a null": b"\0",
    "nulls": bytes(2_000_000),
    "noise": _noise(500_000, 1),
    "noise in angle brackets": b"<" + _noise(500_000, 2).replace(b">", b"<"),
    "tag soup": _soup(100_000, 3),
    "another tag soup": _soup(100_000, 4),
    "200,000 attributes on one element": _beside(b"<p " + _attributes(200_000) + b">x</p>"),
    "the same attribute 200,000 times": _beside(b"<p " + _attributes(200_000, same=True) + b">x</p>"),
    "1,000 attributes on 300 elements": _beside((b"<p " + _attributes(1_000) + b">x</p>") * 300),
    "a class of two million letters": _beside(b'<div class="' + b"comment " * 250_000 + b'">x</div>'),
    "an id of two million letters": _beside(b'<div id="' + b"a" * 2_000_000 + b'">x</div>'),
    "a style of two million letters": _beside(b'<div style="' + b"display:none;" * 150_000 + b'">x</div>'),
    "a link of two million letters": _beside(b'<a href="http://' + b"a" * 2_000_000 + b'">x</a>'),
    "an attribute without end": _beside() + b'<p class="' + b"a" * 2_000_000,
    "a quotation mark that is never closed": b'<p title="' + _beside(_SENTENCE * 2_000),
    "a million empty elements": _beside(b"<b></b>" * 1_000_000),
    "a million empty elements in the body": b"<p>" + b"<i></i>" * 1_000_000,
    "a million line breaks": _beside(b"<br>" * 1_000_000),
    "a million rules": _beside(b"<hr/>" * 1_000_000),
    "300,000 paragraphs": _beside(b"<p>x</p>" * 300_000),
    "300,000 paragraphs never closed": _beside(b"<p>x" * 300_000),
    "300,000 list items": _beside(b"<ul>" + b"<li>x" * 300_000),
    "300,000 links": _beside(b'<a href="/x">x</a>' * 200_000),
    "200,000 pictures": _beside(b'<img src="x">' * 200_000),
    "200,000 table cells": _beside(b"<table><tr>" + b"<td>x</td>" * 200_000),
    "200,000 headings": _beside(b"<h1>x</h1>" * 200_000),
    "200,000 unknown elements": _beside(b"<x-y>z</x-y>" * 200_000),
    "elements that are all called otherwise": _beside(b"".join(b"<x%d>" % number for number in range(200_000))),
    "200,000 meta elements": b"<head>" + b'<meta name="author" content="A B">' * 100_000 + _beside(),
    "200,000 levels": _beside(b"<div>" * 200_000),
    "200,000 levels of bold": _beside(b"<b>" * 200_000 + b"x"),
    "200,000 levels of lists": _beside(b"<ul><li>" * 200_000),
    "100,000 levels of tables": _beside(b"<table><tr><td>" * 100_000),
    "100,000 levels of quotations": _beside(b"<blockquote><p>" * 100_000 + b"x"),
    "100,000 levels of spans around each word": _beside(b"<span>word " * 100_000),
    "levels that are opened and closed": _beside((b"<div>" * 5_000 + b"</div>" * 5_000) * 20),
    "closing without opening": _beside(b"</div>" * 300_000),
    "bold and italic, crossed": _beside(b"<b><i></b></i>" * 50_000),
    "forms in forms": _beside(b"<form>" * 100_000),
    "a title of brackets": b"<title>" + b"[" * 2_000_000 + b"</title>" + _beside(),
    "a title that never ends": b"<title>" + b"a " * 1_000_000,
    "a headline of brackets": _beside(b"<h1>" + b"[(" * 150_000 + b"</h1>"),
    "a headline of separators": _beside(b"<h1>" + b" | - : " * 100_000 + b"</h1>"),
    "a byline without end": _beside(b'<p class="byline">By ' + b"Ann Onym and " * 50_000 + b"</p>"),
    "a date without end": _beside(b"<time>" + b"2017-10-28 " * 50_000 + b"</time>"),
    "a paragraph of two megabytes": _beside(b"<p>" + b"word " * 400_000 + b"</p>"),
    "a word of two megabytes": _beside(b"<p>" + b"a" * 2_000_000 + b"</p>"),
    "blanks within a paragraph": _beside(b"<p>a" + b" " * 2_000_000 + b"b</p>"),
    "full stops": _beside(b"<p>" + b". " * 500_000 + b"</p>"),
    "quotation marks": _beside(b"<p>" + "“a ".encode() * 200_000 + b"</p>"),
    "apostrophes": _beside(b"<p>" + b"don't'" * 200_000 + b"</p>"),
    "entities": _beside(b"<p>" + b"&amp;lt;" * 200_000 + b"</p>"),
    "entities that are none": _beside(b"<p>" + b"&#xFFFFFFFF;&bogus;" * 100_000 + b"</p>"),
    "entities that unfold": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>' + _beside(b"<p>&c;&c;&c;</p>"),
    "an entity from a file": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _beside(b"<p>&a;</p>"),
    "JSON-LD of six megabytes": _jsonld(json.dumps({"@type": "NewsArticle", "articleBody": "a" * 6_000_000}).encode()),
    "JSON-LD of a million levels": _jsonld(b"[" * 1_000_000),
    "JSON-LD of a thousand levels": _jsonld(b'{"a":' * 3_000 + b"1" + b"}" * 3_000),
    "JSON-LD of many objects": _jsonld(b"[" + b'{"@type":"NewsArticle"},' * 20_000 + b"{}]"),
    "JSON-LD of commas": _jsonld(b"[" + b"," * 500_000 + b"]"),
    "JSON-LD with a number of a million digits": _jsonld(b'{"a":' + b"9" * 500_000 + b"}"),
    "a thousand blocks of JSON-LD": _beside(b'<script type="application/ld+json">{"@type":"Article"}</script>' * 5_000),
    "a million scripts that never end": b"<script>" * 1_000_000,
    "a script of five megabytes": _beside(b"<script>" + b"<p>x</p>" * 600_000 + b"</script>"),
    "a style of five megabytes": _beside(b"<style>" + b"a{}" * 1_500_000 + b"</style>"),
    "comments that never end": _beside(b"<!--" * 1_000_000),
    "comments of nothing": _beside(b"<!---->" * 300_000),
    "a comment of five megabytes": _beside(b"<!--" + b"x" * 5_000_000 + b"-->"),
    "instructions": _beside(b"<?php x ?>" * 200_000),
    "CDATA": _beside(b"<![CDATA[" * 300_000),
    "less-than signs": b"<" * 2_000_000,
    "half tags": b"<a " * 1_000_000,
    "quotation marks of both kinds in half tags": b"<a \"'" * 500_000,
    "drawings": _beside(b"<svg>" + b'<path d="M0 0"/>' * 200_000 + b"</svg>"),
    "templates": _beside(b"<template>" * 50_000),
    "frames": b"<frameset>" * 100_000,
    "a text area": _beside(b"<textarea>" + _SENTENCE * 20_000),
    "plaintext": b"<plaintext>" + _SENTENCE * 20_000,
    "wide characters": _beside(_SENTENCE * 5_000).decode().encode("utf-16"),
    "half a wide character": b"\xff\xfe" + b"<\0p\0>\0x",
    "a mark and nothing": b"\xef\xbb\xbf",
    "a charset that is none": b'<meta charset="hex">' + _beside(),
    "a charset that escapes": b'<meta charset="iso-2022-jp">' + b"\x1b$B" * 200_000 + _beside(),
    "a gzip that was not unpacked": gzip.compress(_beside()),
    "lone surrogates": _beside(b"<p>" + b"\xed\xa0\x80" * 100_000 + b"</p>"),
    "direction marks": _beside(b"<p>" + "\u202e\u2066".encode() * 100_000 + b"</p>"),
    "combining marks": _beside(b"<p>a" + "\u0301".encode() * 300_000 + b"</p>"),
    "comments of readers without end": _beside(
        b'<ol class="comment-list">' + b'<li class="comment"><cite>Ann</cite><p>No.</p></li>' * 30_000 + b"</ol>"
    ),
    "comments of readers in each other": _beside(b'<ol class="comments"><li class="comment"><p>No.</p>' * 20_000),
}
