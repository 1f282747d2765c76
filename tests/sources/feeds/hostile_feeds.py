"""Five hundred feeds that hang, bloat, break or mislead a reader: families of them, in several sizes and formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from tests.sources.feeds.documents import atom, rdf, rss

MOST = 5_000_000  # bytes; the door lets no more in
Make = Callable[[int], str | bytes]

_ITEM = "<title>A bus</title><link>https://a.example/bus</link>"
_BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
_PINGS = "@everyone @here <@1> <@&2> <#3> [a](https://b) ||x|| `y` **z** <t:1:R> \u202egnp.exe"
_SCRIPTS = "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src='javascript:1'>\x1b]0;x\x07"


def _item(**fields: str) -> str:
    return "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())


def _json(*items: object, **more: object) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1", "items": list(items)} | more)


_ALIASES: list[str] = (
    "links authors tags content entries title_detail summary_detail keys get items link href feed".split()
)

# Each takes a size between 1 and 1,000,000 or so; what is larger than the door lets in is cut.
_BY_SIZE: dict[str, Make] = {
    "entries": lambda n: rss(*[_ITEM] * n),
    "entries of RDF": lambda n: rdf(*[_ITEM] * min(n, 100_000)),
    "entries of Atom": lambda n: atom(*["<title>a</title>"] * n),
    "entries of JSON": lambda n: _json(*[{"id": k} for k in range(n)]),
    "empty entries": lambda n: "<rss><channel>" + "<item/>" * n,
    "entries, not well-formed": lambda n: "<rss><channel>" + "<item>&<title>a</title></item>" * n,
    "entries that nothing ends": lambda n: "<rss><channel>" + "<item><title>a" * n,
    "attributes": lambda n: "<rss><channel><item " + " ".join(f"a{k}='1'" for k in range(n)) + "/>",
    "attributes, and a DTD": lambda n: "<!DOCTYPE a><rss " + " ".join(f"a{k}='1'" for k in range(n)) + "/>",
    "attributes of one name": lambda n: "<rss><channel><item " + "a='1' " * n + "/>",
    "attributes, not well-formed": lambda n: "<rss>&<channel><item " + " ".join(f"a{k}=1" for k in range(n)) + ">",
    "levels": lambda n: "<rss><channel>" + "<a>" * n,
    "levels in an entry": lambda n: rss("<a>" * n + "</a>" * n),
    "levels of XHTML": lambda n: atom("<content type='xhtml'>" + "<div>" * n + "</div>" * n + "</content>"),
    "levels of JSON": lambda n: '{"items": ' + "[" * n,
    "objects within objects": lambda n: '{"items": [' + '{"a":' * n,
    "a title": lambda n: rss(_item(title="t" * n)),
    "a title of brackets": lambda n: rss(_item(title="&lt;" * n)),
    "a title of entities": lambda n: rss(_item(title="&amp;amp;" * n)),
    "a guid": lambda n: rss(_item(guid="g" * n)),
    "a link": lambda n: rss(_item(link="https://a.example/" + "x" * n)),
    "a description": lambda n: rss(_item(description="<![CDATA[" + "<p>a</p>" * n + "]]>")),
    "a description, not well-formed": lambda n: rss(_item(description="& <p>a</p>" * n)),
    "an author": lambda n: rss(_item(author="a@b.c " * n)),
    "an author of dots": lambda n: rss("&<author>" + "a." * n + "@" + "b." * n + "</author>"),
    "authors": lambda n: atom("<author><name>a</name></author>" * n),
    "categories": lambda n: rss("<category>c</category>" * n),
    "links": lambda n: atom("<link href='/a'/>" * n),
    "namespaces": lambda n: "<rss " + " ".join(f"xmlns:n{k}='u:{k}'" for k in range(n)) + "><channel>",
    "comments": lambda n: rss("<!-- -->" * n),
    "a comment that nothing ends": lambda n: "<rss><!--" + "-" * n,
    "comments that nothing ends": lambda n: "<rss>" + "<!--" * n,
    "instructions": lambda n: "<?a?>" * n + rss(_ITEM),
    "references": lambda n: rss(_item(title="&#65;" * n)),
    "references to nothing": lambda n: rss(_item(title="&#0;&#xD800;&#99999999999;" * n)),
    "digits of a reference": lambda n: rss(_item(title=f"&#{'9' * n};")),
    "digits of a number": lambda n: f'{{"version":"https://jsonfeed.org/version/1","items":[{{"id":{"9" * n}}}]}}',
    "digits of a date": lambda n: rss(_item(pubDate="9" * n)),
    "a date of blanks": lambda n: rss(_item(pubDate="1 Jan" + " " * n + "2026")),
    "blanks": lambda n: " " * n + rss(_ITEM),
    "null bytes": lambda n: b"\0" * n + rss(_ITEM).encode(),
    "a section that nothing ends": lambda n: "<rss><channel><item><title><![CDATA[" + "a" * n,
    "sections": lambda n: rss(_item(title="<![CDATA[a]]>" * n)),
    "entities": lambda n: (
        f"<!DOCTYPE rss [{_BOMB}]><rss><channel><title>&e{min(11, max(1, n % 12))};</title></channel></rss>"
    ),
    "an entity": lambda n: (
        f"<!DOCTYPE rss [<!ENTITY a '{'a' * n}'>]>" + rss(_item(title="&a;" * 1000)).partition("\n")[2]
    ),
    "declarations": lambda n: "<!DOCTYPE rss [" + "".join(f"<!ENTITY a{k} 'b'>" for k in range(n)) + "]><rss/>",
    "a document type": lambda n: "<!DOCTYPE " + "[" * n + "<rss><channel>",
    "links of a page": lambda n: "<html>" + "<link rel=alternate type='application/rss+xml' href=/a>" * n,
    "anchors": lambda n: "<html>" + "<a href=/rss>" * n,
    "anchors that nothing ends": lambda n: "<html>" + "<a href='" * n,
    "quotation marks": lambda n: "<html><a " + "'\"" * n + ">",
    "a page": lambda n: "<html><body>" + "<p>text" * n,
    "hours to skip": lambda n: rss(_ITEM, head="<skipHours>" + "<hour>1</hour>" * n + "</skipHours>"),
    "skipHours that nothing ends": lambda n: "<rss><channel>" + "<skipHours>" * n,
    "base64": lambda n: atom("<content type='image/png' mode='base64'>" + "QUFB" * n + "</content>"),
    "UTF-16": lambda n: rss(_item(title="ä" * n)).encode("utf-16"),
    "bytes of no charset": lambda n: b"<rss><channel><item><title>" + bytes(range(128, 256)) * n,
    "fields that feedparser has": lambda n: rss("".join(f"<{f}>x</{f}>" for f in _ALIASES) * n),
}
_SIZES = (1, 300, 20_000, 1_000_000)

_VALUES: tuple[object, ...] = (
    *(None, True, 0, -1, 1e308, "", "x", [], {}, [[]], [{}], {"a": 1}, "\ud800", "9" * 5000, _PINGS, _SCRIPTS),
    *("javascript:alert(1)", "file:///etc/passwd", "//", "http://[::1", "https://a.example:99999/", "\0", "/dev/zero"),
)
_FIELDS = ("id", "url", "title", "content_html", "summary", "date_published", "authors", "author", "tags")
_DATES = (
    *("0000-00-00T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "99999-01-01", "-1", "NaN"),
    *("Thu, 01 Jan 0000 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 -9999", "32 Foo 2026", "24:60:60", "1e999", "⁴²"),
)
_TEXTS = (_PINGS, _SCRIPTS, "&lt;script&gt;alert(1)&lt;/script&gt;", "]]>", "<![CDATA[<b>]]>", "%s{0}{x}", "‮⁦\u2028")
_PLACES = ("title", "description", "author", "category")
_ENCODINGS = (
    "utf-7 utf-32 utf-16-be hex zip rot13 idna punycode unicode_escape cp037 nonsense base64 big5 iso-2022-jp".split()
)
_ODD: tuple[str | bytes, ...] = (
    *(
        b"",
        b"\0",
        b"\xff\xfe",
        b"/dev/zero",
        b"/etc/passwd",
        b"file:///etc/passwd",
        b"http://127.0.0.1/",
        b"<",
        b"<rss",
        b"<?xml",
    ),
    *(
        "<rss/>",
        "<feed/>",
        "<rdf:RDF/>",
        "<channel/>",
        "<rss><rss><rss>",
        "{",
        "[",
        "[{}]",
        '{"items":[',
        '"',
        "null",
        "<!DOCTYPE rss>",
    ),
    '<!DOCTYPE rss SYSTEM "file:///dev/zero"><rss><channel><title>x</title></channel></rss>',
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><rss><channel/></rss>',
    '<?xml-stylesheet href="http://127.0.0.1:9/x"?><rss><channel/></rss>',
    '<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><xi:include href="/etc/passwd"/></channel></rss>',
)


def _named() -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    for name, make in _BY_SIZE.items():
        yield from ((f"{size:,}: {name}", partial(make, size)) for size in _SIZES)
    for field in _FIELDS:
        yield from (
            (f"JSON's {field}, wrong no. {n}", partial(_json, {field: value})) for n, value in enumerate(_VALUES)
        )
    for n, date in enumerate(_DATES):
        yield f"date no. {n} of RSS", partial(rss, _item(title="a", pubDate=date))
        yield f"date no. {n} of Atom", partial(atom, _item(title="a", updated=date))
    for n, text in enumerate(_TEXTS):
        yield from ((f"text no. {n} as {name}", partial(rss, _item(**{name: text}))) for name in _PLACES)
    for encoding in _ENCODINGS:
        yield f"says {encoding}", partial(str.replace, rss(_item(title="ä")), "utf-8", encoding)
    yield from ((f"odd no. {n}", partial(_itself, odd)) for n, odd in enumerate(_ODD))


def _itself(body: str | bytes) -> str | bytes:
    return body


FEEDS: dict[str, Callable[[], str | bytes]] = dict(_named())


def body_of(name: str) -> bytes:
    """At most what the door lets in."""
    made = FEEDS[name]()
    return (made if isinstance(made, bytes) else made.encode("utf-8", "replace"))[:MOST]
