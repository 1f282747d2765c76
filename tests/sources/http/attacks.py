"""Attacks on the door, by kind; each has a name in words. Data for `test_attacks.py`."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from bot.errors import BadStatus, BlockedPage, BotError, Busy, Refused, TooBig, TooSlow, Unreachable, WrongType
from tests.web import Script

# Addresses that nobody may be led to, as a resolver gives them.
NOT_PUBLIC = {
    "loopback": "127.0.0.1",
    "loopback, another": "127.255.255.254",
    "this host": "0.0.0.0",
    "this network": "0.1.2.3",
    "private 10": "10.0.0.1",
    "private 172": "172.16.0.1",
    "private 172, the last": "172.31.255.254",
    "private 192": "192.168.1.1",
    "carrier's own": "100.64.0.1",
    "link-local": "169.254.1.1",
    "a cloud's metadata": "169.254.169.254",
    "another cloud's service": "168.63.129.16",
    "protocol assignments": "192.0.0.1",
    "protocol assignments, discovery": "192.0.0.192",
    "documentation 1": "192.0.2.1",
    "documentation 2": "198.51.100.1",
    "documentation 3": "203.0.113.1",
    "relay for 6to4": "192.88.99.1",
    "benchmarks": "198.18.0.1",
    "multicast": "224.0.0.1",
    "multicast, a wide one": "239.255.255.250",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "IPv6 loopback": "::1",
    "IPv6 unspecified": "::",
    "IPv6 compatible": "::7f00:1",
    "IPv6 mapped loopback": "::ffff:127.0.0.1",
    "IPv6 mapped private": "::ffff:10.0.0.1",
    "IPv6 mapped public": "::ffff:93.184.216.34",
    "IPv6 translated": "::ffff:0:7f00:1",
    "NAT64": "64:ff9b::7f00:1",
    "NAT64 local": "64:ff9b:1::1",
    "discard only": "100::1",
    "Teredo": "2001::1",
    "ORCHID": "2001:20::1",
    "IPv6 benchmarks": "2001:2::1",
    "IPv6 documentation": "2001:db8::1",
    "IPv6 documentation, new": "3fff::1",
    "6to4": "2002:7f00:1::1",
    "segment routing": "5f00::1",
    "unique local": "fc00::1",
    "unique local, a metadata service": "fd00:ec2::254",
    "IPv6 link-local": "fe80::1",
    "site-local": "fec0::1",
    "IPv6 multicast": "ff02::1",
}

# Addresses as they are written; refused before anything is looked up or connected to.
WRITTEN = {
    "loopback by name": "http://localhost/",
    "loopback by name, in capitals": "http://LOCALHOST/",
    "loopback by name with a dot": "http://localhost./",
    "a name below localhost": "http://news.localhost/",
    "a name of the local network": "http://printer.local/",
    "a cloud's metadata by name": "http://metadata.google.internal/computeMetadata/v1/",
    "a home network's name": "http://router.home.arpa/",
    "a hidden service": "http://example.onion/",
    "a name without a dot": "http://intranet/",
    "decimal": "http://2130706433/",
    "decimal, too large": "http://4294967296/",
    "decimal with a dot": "http://2130706433./",
    "hexadecimal": "http://0x7f000001/",
    "hexadecimal in capitals": "http://0X7F000001/",
    "hexadecimal parts": "http://0x7f.0x0.0x0.0x1/",
    "a hexadecimal last part": "http://127.0.0.0x1/",
    "an empty hexadecimal": "http://0x/",
    "octal": "http://017700000001/",
    "octal parts": "http://0177.0.0.01/",
    "leading zeros": "http://127.000.000.001/",
    "two parts": "http://127.1/",
    "three parts": "http://127.0.1/",
    "one part": "http://127/",
    "zero": "http://0/",
    "five parts": "http://127.0.0.1.1/",
    "a part too large": "http://127.0.0.256/",
    "a dot behind": "http://127.0.0.1./",
    "two dots behind": "http://127.0.0.1../",
    "dots within": "http://127..0.1/",
    "full-width digits": "http://１２７.０.０.１/",
    "full-width localhost": "http://ｌｏｃａｌｈｏｓｔ/",
    "circled digits": "http://①②⑦.⓪.⓪.①/",
    "ideographic stops": "http://127。0。0。1/",
    "half-width stops": "http://127｡0｡0｡1/",
    "mathematical digits": "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/",
    "superscript digits": "http://¹²⁷.0.0.1/",
    "a soft hyphen in it": "http://local\u00adhost/",
    "a zero width joiner in it": "http://local\u200dhost/",
    "a slash that is a letter": "http://example.com\u2044@127.0.0.1/",
    "a letter that holds a slash": "http://example.com℀.evil.com/",
    "a full-width at": "http://example.com＠127.0.0.1/",
    "a full-width colon": "http://example.com：22/",
    "percent in the host": "http://127.0.0.%31/",
    "percent-coded host": "http://%6c%6f%63%61%6c%68%6f%73%74/",
    "an IPv6 zone": "http://[fe80::1%25eth0]/",
    "an IPv6 zone, raw": "http://[fe80::1%eth0]/",
    "IPv6 mapped with dots": "http://[::ffff:127.0.0.1]/",
    "IPv6 mapped in full": "http://[0:0:0:0:0:ffff:7f00:1]/",
    "IPv6 loopback in full": "http://[0000:0000:0000:0000:0000:0000:0000:0001]/",
    "an IPv6 address of the future": "http://[v1.fe80::1]/",
    "an IPv4 in brackets": "http://[127.0.0.1]/",
    "a name in brackets": "http://[localhost]/",
    "an open bracket": "http://[::1/",
    "a closed bracket": "http://::1]/",
    "IPv6 without brackets": "http://::1/",
    "text after the bracket": "http://[::1]evil.com/",
    "user and password": "http://user:password@example.com/",
    "a user alone": "http://user@example.com/",
    "an empty user": "http://@example.com/",
    "a host as a user": "http://example.com@127.0.0.1/",
    "a host and a port as a user": "http://example.com:80@127.0.0.1/",
    "two at signs": "http://a@b@127.0.0.1/",
    "a percent-coded at": "http://example.com%40127.0.0.1/",
    "a backslash before the at": "http://example.com\\@127.0.0.1/",
    "backslashes for slashes": "http:\\\\127.0.0.1\\",
    "a backslash after the host": "http://example.com\\.evil.com/",
    "mixed slashes": "http:/\\127.0.0.1/",
    "one slash": "http:/127.0.0.1/",
    "three slashes": "http:///127.0.0.1/",
    "no slash": "http:127.0.0.1/",
    "no scheme": "//127.0.0.1/",
    "no host": "http://",
    "no host but a port": "http://:80/",
    "no host but a query": "http://?a=b",
    "nothing": "",
    "blanks": "   ",
    "a file": "file:///etc/passwd",
    "a file on a host": "file://localhost/etc/passwd",
    "ftp": "ftp://example.com/",
    "gopher": "gopher://example.com:70/_x",
    "dict": "dict://example.com:11211/stat",
    "ldap": "ldap://example.com/",
    "ws": "ws://example.com/",
    "wss": "wss://example.com/",
    "tcp": "tcp://example.com:80/",
    "unix": "unix:///var/run/docker.sock",
    "http over unix": "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
    "data": "data:text/html,<p>hello",
    "javascript": "javascript:alert(1)",
    "mailto": "mailto:a@example.com",
    "jar": "jar:http://example.com!/",
    "view-source": "view-source:http://example.com/",
    "a scheme that begins well": "httpx://example.com/",
    "a scheme in Cyrillic": "httр://example.com/",
    "the port of ssh": "http://example.com:22/",
    "the port of mail": "http://example.com:25/",
    "the port of a database": "http://example.com:5432/",
    "another web port": "http://example.com:8080/",
    "port zero": "http://example.com:0/",
    "a port too large": "http://example.com:65536/",
    "a port that wraps around": "http://example.com:65616/",
    "a port of six digits": "http://example.com:000080/",
    "a negative port": "http://example.com:-80/",
    "a signed port": "http://example.com:+80/",
    "a port in other digits": "http://example.com:８０/",
    "a hexadecimal port": "http://example.com:0x50/",
    "two ports": "http://example.com:80:80/",
    "a new line in the path": "http://example.com/\r\nHost: 127.0.0.1",
    "a new line in the host": "http://example.com\r\n.evil.com/",
    "a tab in the host": "http://exam\tple.com/",
    "a tab in the scheme": "ht\ttp://example.com/",
    "a null in the path": "http://example.com/\0",
    "a null in the host": "http://127.0.0.1\0.example.com/",
    "a delete": "http://example.com/\x7f",
    "a line separator": "http://example.com/\u2028",
    "a next line": "http://example.com/\x85",
    "a blank in the host": "http://exam ple.com/",
    "a lone surrogate": "http://example.com/\ud800",
    "a lone surrogate in the host": "http://exa\ud800mple.com/",
    "a label too long": f"http://{'a' * 64}.com/",
    "a name too long": f"http://{'a.' * 130}com/",
    "an address too long": f"http://example.com/{'a' * 5_000}",
    "a megabyte": f"http://example.com/{'a' * 1_000_000}",
    "a host that begins with a dot": "http://.example.com/",
    "markup in the host": "http://<b>example.com/",
    "a wildcard": "http://*.example.com/",
    "a comma in the host": "http://127.0.0.1,example.com/",
    "a semicolon in the host": "http://127.0.0.1;example.com/",
}

# Where an open server sends the door to.
LOCATIONS = {
    "loopback": "http://127.0.0.1/",
    "loopback on another port": "http://127.0.0.1:6379/",
    "localhost": "http://localhost/",
    "a cloud's metadata": "http://169.254.169.254/latest/meta-data/",
    "decimal": "http://2130706433/",
    "hexadecimal": "http://0x7f.1/",
    "IPv6 loopback": "http://[::1]/",
    "IPv6 mapped": "http://[::ffff:127.0.0.1]/",
    "another scheme for the same host": "ftp://news.example.com/",
    "a file": "file:///etc/passwd",
    "a socket": "ws://news.example.com/",
    "javascript": "javascript:alert(1)",
    "data": "data:text/html,hello",
    "another port": "http://news.example.com:8080/",
    "another port, no scheme": "//news.example.com:22/",
    "another host, no scheme": "//127.0.0.1/",
    "backslashes for slashes": "\\\\127.0.0.1\\",
    "a slash and a backslash": "/\\127.0.0.1/",
    "credentials": "http://user:password@news.example.com/",
    "a host as a user": "http://news.example.com@127.0.0.1/",
    "a name that is private": "http://private.example.com/",
    "a name half private": "http://mixed.example.com/",
    "itself, for ever": "/redirect",
    "an empty host": "http:///",
    "an open bracket": "http://[::1",
    "a tab": "http://127.0.0.1\t/",
    "too long": "http://news.example.com/" + "a" * 5_000,
}

_OK = b"HTTP/1.1 200 OK\r\n"
_HTML = _OK + b"Content-Type: text/html\r\n"
_BODY = _HTML + b"\r\n"
_CHUNKED = _HTML + b"Transfer-Encoding: chunked\r\n\r\n"
_PAGE = b"<p>An honest sentence.</p>" * 40


def _bytes(*parts: bytes | float) -> Script:
    return lambda: parts


def _endless(start: bytes, forever: bytes) -> Script:
    return lambda: chain([start], repeat(forever))


def _slow(start: bytes, drop: bytes) -> Script:
    def drip() -> Iterator[bytes | float]:
        yield start
        while True:
            yield drop
            yield 0.02

    return drip


def _encoded(encoding: bytes, body: bytes) -> Script:
    head = _HTML + b"Content-Encoding: " + encoding + b"\r\nContent-Length: %d\r\n\r\n" % len(body)
    return _bytes(head, body)


def _packed(count: int, wbits: int) -> bytes:
    """`count` MB of nothing."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(count)) + packer.flush()


def _endless_flushes() -> Iterable[bytes]:
    yield _HTML + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10]
    while True:
        yield b"\x00\x00\x00\xff\xff" * 2_000  # empty blocks


_BROKEN_CHECKSUM = gzip.compress(_PAGE)[:-8] + bytes(8)

# What a server sends, and how the door must answer.
ANSWERS: dict[str, tuple[Script, type[BotError] | tuple[type[BotError], ...]]] = {
    "nothing at all": (_slow(b"", b""), TooSlow),
    "a slow status line": (_slow(b"HTTP/1.1 200 ", b"O"), TooSlow),
    "slow headers": (_slow(_OK, b"A: b\r\n"), TooSlow),
    "a slow header": (_slow(_OK + b"A: ", b"b"), TooSlow),
    "a slow body": (_slow(_BODY, b"x"), TooSlow),
    "slow chunks": (_slow(_CHUNKED, b"1\r\nx\r\n"), TooSlow),
    "a slow chunk size": (_slow(_CHUNKED, b"0"), TooSlow),
    "slow informational answers": (_slow(b"", b"HTTP/1.1 102 Processing\r\n\r\n"), (TooSlow, Unreachable)),
    "a flood of 100": (_endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 500), Unreachable),
    "a flood of 102": (_endless(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 500), Unreachable),
    "a flood of 103 with links": (_endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 500), Unreachable),
    "another protocol": (
        _bytes(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
        BadStatus,
    ),
    "headers without end": (_endless(_OK, b"A: b\r\n" * 1_000), Unreachable),
    "200 headers": (_bytes(_OK, b"A: b\r\n" * 200, b"\r\n", _PAGE), Unreachable),
    "a header of 100 kB": (_bytes(_OK, b"A: " + b"b" * 100_000 + b"\r\n\r\n", _PAGE), Unreachable),
    "a header without end": (_endless(_OK + b"A: ", b"b" * 10_000), Unreachable),
    "a header name of 100 kB": (_bytes(_OK, b"A" * 100_000 + b": b\r\n\r\n", _PAGE), Unreachable),
    "a status line without end": (_endless(b"HTTP/1.1 200 ", b"O" * 10_000), Unreachable),
    "a null in a header": (_bytes(_OK, b"A: \0\r\n\r\n", _PAGE), Unreachable),
    "a body without end": (_endless(_BODY, b"x" * 100_000), TooBig),
    "nulls without end": (_endless(_BODY, bytes(100_000)), TooBig),
    "chunks without end": (_endless(_CHUNKED, b"10000\r\n" + b"x" * 65_536 + b"\r\n"), TooBig),
    "tiny chunks without end": (_endless(_CHUNKED, b"1\r\nx\r\n" * 5_000), (TooBig, TooSlow)),
    "chunk extensions without end": (_endless(_CHUNKED + b"5;", b"a" * 10_000), (TooSlow, Unreachable)),
    "many chunk extensions": (_endless(_CHUNKED, b"1;" + b"a" * 5_000 + b"\r\nx\r\n"), (TooBig, TooSlow, Unreachable)),
    "trailers without end": (_endless(_CHUNKED + b"0\r\n", b"A: b\r\n" * 1_000), (TooSlow, Unreachable)),
    "a chunk size too large": (_bytes(_CHUNKED, b"F" * 40 + b"\r\n", _PAGE), (TooSlow, Unreachable)),
    "a negative chunk size": (_bytes(_CHUNKED, b"-5\r\n", _PAGE), Unreachable),
    "a negative chunk size after a while": (_bytes(_CHUNKED, 0.2, b"-5\r\n", _PAGE), Unreachable),
    "a negative chunk size after a chunk": (_bytes(_CHUNKED, b"5\r\nhello\r\n", 0.2, b"-5\r\n", _PAGE), Unreachable),
    "a chunk size that is none": (_bytes(_CHUNKED, b"xyz\r\n", _PAGE), Unreachable),
    "a length of 10 GB": (_bytes(_HTML, b"Content-Length: 10000000000\r\n\r\n", _PAGE), TooBig),
    "a length with 40 digits": (
        _bytes(_HTML, b"Content-Length: " + b"9" * 40 + b"\r\n\r\n", _PAGE),
        (TooBig, Unreachable),
    ),
    "a negative length": (_bytes(_HTML, b"Content-Length: -5\r\n\r\n", _PAGE), Unreachable),
    "two lengths": (_bytes(_HTML, b"Content-Length: 5\r\nContent-Length: 900\r\n\r\n", _PAGE), Unreachable),
    "a length and chunks": (
        _bytes(_HTML, b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        Unreachable,
    ),
    "fewer bytes than said": (_bytes(_HTML, b"Content-Length: 5000\r\n\r\n", _PAGE), Unreachable),
    "chunks that break off": (_bytes(_CHUNKED, b"5\r\nhel"), Unreachable),
    "no answer but the end": (_bytes(b""), Unreachable),
    "garbage": (_bytes(b"\x00\x01\x02 garbage\r\n\r\n"), Unreachable),
    "no protocol": (_bytes(_PAGE), Unreachable),
    "another server's banner": (_bytes(b"SSH-2.0-OpenSSH_9.6\r\n"), Unreachable),
    "a TLS alert": (_bytes(b"\x15\x03\x01\x00\x02\x02\x28"), Unreachable),
    "a gzip bomb": (_encoded(b"gzip", _packed(300, 31)), TooBig),
    "a deflate bomb": (_encoded(b"deflate", _packed(300, 15)), TooBig),
    "a raw deflate bomb": (_encoded(b"deflate", _packed(300, -15)), TooBig),
    "a bomb of many members": (_encoded(b"gzip", gzip.compress(bytes(1_000_000)) * 200), TooBig),
    "members of nothing": (_encoded(b"gzip", gzip.compress(b"") * 50_000), Unreachable),
    "gzip without end or content": (_endless_flushes, (TooBig, TooSlow)),
    "gzip in gzip": (_encoded(b"gzip, gzip", gzip.compress(gzip.compress(_PAGE))), WrongType),
    "gzip in gzip, said once": (_encoded(b"gzip", gzip.compress(gzip.compress(_PAGE))), WrongType),
    "two encoding headers": (_encoded(b"gzip\r\nContent-Encoding: deflate", gzip.compress(_PAGE)), WrongType),
    "a hundred encodings": (_encoded(b", ".join([b"gzip"] * 100), gzip.compress(_PAGE)), WrongType),
    "brotli, not asked for": (_encoded(b"br", _PAGE), WrongType),
    "zstd, not asked for": (_encoded(b"zstd", _PAGE), WrongType),
    "an unknown encoding": (_encoded(b"x-wrapped", _PAGE), WrongType),
    "a truncated gzip of fitting length": (_encoded(b"gzip", gzip.compress(_PAGE)[:-20]), Unreachable),
    "a gzip without its checksum": (_encoded(b"gzip", gzip.compress(_PAGE)[:-8]), Unreachable),
    "a gzip with a wrong checksum": (_encoded(b"gzip", _BROKEN_CHECKSUM), Unreachable),
    "one byte of gzip": (_encoded(b"gzip", b"\x1f"), Unreachable),
    "a truncated deflate": (_encoded(b"deflate", zlib.compress(_PAGE)[:-20]), Unreachable),
    "a page that says it is gzip": (_encoded(b"gzip", _PAGE), Unreachable),
    "a page that says it is deflate": (_encoded(b"deflate", _PAGE), Unreachable),
    "a picture by its type": (_bytes(_OK + b"Content-Type: image/png\r\n\r\n\x89PNG"), WrongType),
    "a film by its type": (_endless(_OK + b"Content-Type: video/mp4\r\n\r\n", bytes(100_000)), WrongType),
    "a download": (_bytes(_OK + b"Content-Type: application/octet-stream\r\n\r\n", _PAGE), WrongType),
    "a document that says it is a page": (_bytes(_BODY, b"%PDF-1.7\n", _PAGE), WrongType),
    "a picture that says it is a page": (_bytes(_BODY, b"\x89PNG\r\n\x1a\n", _PAGE), WrongType),
    "an archive that says it is a page": (_bytes(_BODY, b"PK\x03\x04", _PAGE), WrongType),
    "a program that says it is a page": (_bytes(_BODY, b"MZ\x90\0\x03\0\0\0", bytes(500)), WrongType),
    "a picture that says nothing": (_bytes(_OK + b"\r\n\xff\xd8\xff\xe0", _PAGE), WrongType),
    "a question for a password": (_bytes(b'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="x"\r\n\r\n'), BadStatus),
    "a proxy's question": (_bytes(b"HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\n\r\n"), BadStatus),
    "a status that is none": (
        _bytes(b"HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n"),
        (BadStatus, Unreachable),
    ),
    "a closed door": (_bytes(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), BlockedPage),
    "come back next year": (_bytes(b"HTTP/1.1 503 No\r\nRetry-After: 31536000\r\nContent-Length: 0\r\n\r\n"), Busy),
    "come back in a number too large": (
        _bytes(b"HTTP/1.1 429 No\r\nRetry-After: " + b"9" * 400 + b"\r\nContent-Length: 0\r\n\r\n"),
        Busy,
    ),
    "a redirect with a flood behind it": (
        _endless(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n", b"x" * 100_000),
        Refused,
    ),
}
