"""Odd, but honest: nothing of this may be refused."""

from __future__ import annotations

import gzip
import zlib

import pytest

from bot.sources.http import Http
from bot.sources.http.addresses import may_connect
from tests.network_guard import NetworkGuard
from tests.sources.http.conftest import PUBLIC
from tests.web import Script, Web

TEXT = "<!doctype html><title>Ein Übel</title><p>„Ein Satz.“</p>" * 20
BODY = TEXT.encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def _whole(head: bytes, body: bytes) -> Script:
    return lambda: [head + b"Content-Length: %d\r\n\r\n" % len(body), body]


def _encoded(encoding: bytes, body: bytes) -> Script:
    return _whole(HEAD + b"Content-Encoding: " + encoding + b"\r\n", body)


def _raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(body) + packer.flush()


def _in_chunks(size: int, ending: bytes = b"") -> Script:
    parts = [BODY[at : at + size] for at in range(0, len(BODY), size)]
    chunks = b"".join(b"%x%s\r\n%s\r\n" % (len(part), ending, part) for part in parts)
    return lambda: [HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunks + b"0\r\n\r\n"]


ANSWERS: dict[str, Script] = {
    "with its length": _whole(HEAD, BODY),
    "until the connection closes": lambda: [HEAD + b"\r\n", BODY],
    "in the old protocol": lambda: [b"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", BODY],
    "in chunks": _in_chunks(100),
    "in chunks of a byte": _in_chunks(1),
    "in chunks with extensions": _in_chunks(500, b";name=value"),
    "with trailers": lambda: [
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\nX-Sum: 1\r\n\r\n" % (len(BODY), BODY)
    ],
    "in pieces": lambda: [
        HEAD + b"\r\n",
        *(step for at in range(0, 400, 100) for step in (BODY[at : at + 100], 0.02)),
        BODY[400:],
    ],
    "after an early hint": lambda: [b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + HEAD + b"\r\n", BODY],
    "after a few informational answers": lambda: [b"HTTP/1.1 102 Processing\r\n\r\n" * 5 + HEAD + b"\r\n", BODY],
    "gzipped": _encoded(b"gzip", gzip.compress(BODY)),
    "gzipped, in capitals": _encoded(b"GZIP", gzip.compress(BODY)),
    "gzipped, under its old name": _encoded(b"x-gzip", gzip.compress(BODY)),
    "gzipped in two members": _encoded(b"gzip", gzip.compress(BODY[:300]) + gzip.compress(BODY[300:])),
    "gzipped, with a tail": _encoded(b"gzip", gzip.compress(BODY) + b"\0\0\0\0"),
    "gzipped, in chunks of a byte": lambda: [
        HEAD + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"".join(b"1\r\n%c\r\n" % octet for octet in gzip.compress(BODY)) + b"0\r\n\r\n",
    ],
    "deflated": _encoded(b"deflate", zlib.compress(BODY)),
    "deflated, raw": _encoded(b"deflate", _raw_deflate(BODY)),
    "said to be plain": _encoded(b"identity", BODY),
    "said to have no encoding": _encoded(b"", BODY),
    "with 100 headers": _whole(HEAD + b"X-Cache: hit\r\n" * 100, BODY),
    "with a header of 7 kB": _whole(HEAD + b"Content-Security-Policy: " + b"a" * 7_000 + b"\r\n", BODY),
    "with many cookies": _whole(HEAD + b"Set-Cookie: a=b; Path=/\r\n" * 50, BODY),
    "with a status of its own words": _whole(HEAD.replace(b"OK", "Tout va bien é".encode()), BODY),
    "without words in its status": _whole(HEAD.replace(b" OK", b""), BODY),
}

TYPES = {
    "a page": ("text/html", "text/html", ""),
    "a page in capitals": ("Text/HTML; Charset=UTF-8", "text/html", "utf-8"),
    "a page with a quoted charset": ('text/html; charset="iso-8859-1"', "text/html", "iso-8859-1"),
    "a page with an unknown charset": ("text/html; charset=martian", "text/html", ""),
    "a page with a charset that is none": ("text/html; charset=zip", "text/html", ""),
    "a page with a charset that hides markup": ("text/html; charset=utf-7", "text/html", ""),
    "a page with two parameters": ("text/html; profile=x; charset=windows-1251", "text/html", "windows-1251"),
    "a page with a stray semicolon": ("text/html;", "text/html", ""),
    "XHTML": ("application/xhtml+xml; charset=utf-8", "application/xhtml+xml", "utf-8"),
    "plain text": ("text/plain; charset=us-ascii", "text/plain", "us-ascii"),
    "Markdown": ("text/markdown", "text/markdown", ""),
    "nothing said": ("", "", ""),
}

ADDRESSES = {
    "as usual": "http://news.example.com/column",
    "in capitals": "HTTP://News.Example.COM/column",
    "with a dot behind the host": "http://news.example.com./column",
    "with its usual port": "http://news.example.com:80/column",
    "with an empty port": "http://news.example.com:/column",
    "with a port in five digits": "http://news.example.com:00080/column",
    "on the other port": "http://news.example.com:443/column",
    "with a fragment": "http://news.example.com/column#comments",
    "between blanks": "  http://news.example.com/column\n",
    "an international name": "http://bücher.example.com/column",
    "an international name in Punycode": "http://xn--bcher-kva.example.com/column",
    "an international name in capitals": "http://BÜCHER.example.com/column",
    "an emoji": "http://❤.example.com/column",
    "an underscore": "http://the_news.example.com/column",
    "a hyphen at the end": "http://news-.example.com/column",
    "digits in front": "http://20minutes.example.com/column",
    "digits only, but not last": "http://127.0.0.1.example.com/column",
    "a name that begins like a local one": "http://localhost.example.com/column",
    "a public address": f"http://{PUBLIC}/column",
}

PATHS = {
    "nothing": ("", "/"),
    "a query alone": ("?p=12", "/?p=12"),
    "a blank": ("/a b", "/a%20b"),
    "letters of other scripts": ("/статья", "/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F"),
    "what is quoted already": ("/a%2Fb%20c", "/a%2Fb%20c"),
    "a percent that quotes nothing": ("/100%", "/100%"),
    "an at": ("/@author/column", "/@author/column"),
    "a colon": ("/a:b", "/a:b"),
    "a backslash in the query": ("/a?q=b\\c", "/a?q=b%5Cc"),
    "an address within": ("/go?to=http://127.0.0.1/", "/go?to=http://127.0.0.1/"),
    "two slashes": ("//a//b", "//a//b"),
    "dots": ("/a/../b", "/a/../b"),
    "brackets and bars": ("/a?x[]=1|2", "/a?x[]=1|2"),
    "quotes": ("/a?q='b'", "/a?q='b'"),
    "markup": ('/a?q=<b>"', "/a?q=%3Cb%3E%22"),
    "semicolons and commas": ("/a,b;c,1.html", "/a,b;c,1.html"),
    "a plus": ("/a?q=b+c", "/a?q=b+c"),
    "2000 characters": ("/" + "a" * 2_000, "/" + "a" * 2_000),
}

LOCATIONS = {
    "absolute": "http://news.example.com/column",
    "a path": "/column",
    "relative": "column",
    "relative, with dots": "../x/../column",
    "without a scheme": "//news.example.com/column",
    "another public host": "http://other.example.com/column",
    "with blanks around": "  /column  ",
    "with a fragment": "/column#part",
    "in capitals": "HTTP://NEWS.EXAMPLE.COM/column",
}

PUBLIC_ADDRESSES = """
    1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 169.253.0.1 192.0.1.1 192.167.0.1
    198.17.0.1 198.20.0.1 223.255.255.254 2001:4860:4860::8888 2606:4700::1111 2a00:1450::1 2001:200::1
    2400:cb00::1 2003::1
""".split()


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in ANSWERS.items()])
async def test_an_honest_answer_is_read_whole(http: Http, site: Web, script: Script) -> None:
    site.raw("/column", script)
    page = await http.get("http://news.example.com/column")
    assert (page.body, page.content_type, page.charset) == (BODY, "text/html", "utf-8")


@pytest.mark.parametrize(
    ("header", "media_type", "charset"), [pytest.param(*values, id=name) for name, values in TYPES.items()]
)
async def test_a_page_of_text_is_read(http: Http, site: Web, header: str, media_type: str, charset: str) -> None:
    site.page("/column", TEXT, content_type=header)
    page = await http.get("http://news.example.com/column")
    assert (page.content_type, page.charset, page.body) == (media_type, charset, BODY)


async def test_a_page_of_wide_characters_is_no_binary(http: Http, site: Web) -> None:
    site.page("/column", TEXT.encode("utf-16"), content_type="text/html")
    assert (await http.get("http://news.example.com/column")).body.decode("utf-16") == TEXT


@pytest.mark.parametrize("url", [pytest.param(url, id=name) for name, url in ADDRESSES.items()])
async def test_an_honest_address_is_read(http: Http, network: NetworkGuard, site: Web, url: str) -> None:
    for name in ("xn--bcher-kva", "xn--qei", "the_news", "news-", "20minutes", "127.0.0.1", "localhost"):
        network.name(f"{name}.example.com", PUBLIC)
    site.page("/column", TEXT)
    page = await http.get(url)
    assert (page.asked, page.body) == (url, BODY)


@pytest.mark.parametrize(("written", "sent"), [pytest.param(*values, id=name) for name, values in PATHS.items()])
async def test_a_path_is_sent_as_it_was_meant(http: Http, site: Web, written: str, sent: str) -> None:
    site.page(sent, TEXT)
    assert (await http.get(f"http://news.example.com{written}")).body == BODY
    assert site.paths() == [sent]


@pytest.mark.parametrize("location", [pytest.param(location, id=name) for name, location in LOCATIONS.items()])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_an_honest_redirect_is_followed(
    http: Http, network: NetworkGuard, site: Web, location: str, status: int
) -> None:
    network.name("other.example.com", PUBLIC)
    site.redirect("/old", location, status=status)
    site.page("/column", TEXT)
    page = await http.get("http://news.example.com/old")
    assert page.body == BODY
    assert page.url in ("http://news.example.com/column", "http://other.example.com/column")
    assert page.asked == "http://news.example.com/old"


async def test_a_redirect_in_raw_bytes_is_followed(http: Http, site: Web) -> None:
    site.raw("/old", lambda: ["HTTP/1.1 301 Moved\r\nLocation: /été\r\nContent-Length: 0\r\n\r\n".encode()])
    site.page("/%C3%A9t%C3%A9", TEXT)
    assert (await http.get("http://news.example.com/old")).url == "http://news.example.com/%C3%A9t%C3%A9"


@pytest.mark.parametrize("address", PUBLIC_ADDRESSES)
def test_a_public_address_may_be_connected_to(address: str) -> None:
    assert may_connect(address, private_too=False)
