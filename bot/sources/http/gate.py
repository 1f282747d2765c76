"""The first layer: an address as it was written, before anything is looked up. Pure.

What passes is rewritten into one plain form (ASCII host, explicit parts, quoted path), so that no second parser can
read it in another way.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

import idna

from bot.errors import Refused
from bot.sources.http.addresses import may_connect


class Reason(StrEnum):
    """Why an address is refused; the fact `reason` of `Refused`."""

    SCHEME = "scheme"  # neither http nor https
    MALFORMED = "malformed"  # cannot be read in one way only
    TOO_LONG = "too-long"
    USERINFO = "userinfo"  # a name or a password in front of the host
    PORT = "port"
    HOST = "host"  # no host name, or an IP address in disguise
    NOT_PUBLIC = "not-public"  # leads to this machine, a private network or a reserved address
    REDIRECTS = "redirects"  # too many of them


@dataclass(frozen=True, slots=True)
class Target:
    """An address that passed. url: absolute, ASCII, without fragment; host: ASCII, lower case, no trailing dot."""

    url: str
    host: str

    @property
    def authority(self) -> str:
        """Host and port, where it is not the usual one."""
        return self.url.split("/", 3)[2]


_LONGEST = 4_000  # characters; servers answer 414 from 8,000 on, honest links end below 2,000
_WHOLE = re.compile(r"(?P<scheme>https?)://(?P<authority>[^/?#\\]*)(?P<rest>[^#]*)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BACKSLASH = re.compile(r"/?\\")  # browsers read it as "//"
_USERINFO = re.compile(r"(?<=//)[^/?#]*@")
_AS_WRITTEN = string.ascii_letters + string.digits + "%/?:@!$&'()*+,;=-._~[]|"

# Names that never lead to the public web (RFC 6761, 6762, 7686, 8375; `internal` is reserved by ICANN).
_LOCAL_SUFFIXES = ("localhost", "local", "internal", "home.arpa", "onion", "invalid")


class Gate:
    """ports: those that may be asked, None for any; private_too: whether local names and addresses pass."""

    def __init__(self, *, ports: Collection[int] | None, private_too: bool) -> None:
        self._ports, self._private_too = ports, private_too

    def admit(self, written: str) -> Target:
        """The address in its plain form. Raises Refused."""
        url = written.strip(" \t\r\n")
        if len(url) > _LONGEST:
            raise refusal(url, Reason.TOO_LONG)
        if _CONTROL.search(url):
            raise refusal(url, Reason.MALFORMED)
        parts = _WHOLE.match(url)
        if parts is None:
            named = _SCHEME.match(url)
            other = named is not None and named[0].lower() not in ("http:", "https:")
            raise refusal(url, Reason.SCHEME if other else Reason.MALFORMED)
        scheme, authority = parts["scheme"].lower(), parts["authority"]
        if "@" in authority:
            raise refusal(url, Reason.USERINFO)
        if "\\" in url[: parts.end("authority") + 1]:
            raise refusal(url, Reason.MALFORMED)
        host, port = self._host_and_port(url, scheme, authority)
        return Target(url=f"{scheme}://{_bracketed(host)}{port}{_quoted(url, parts['rest'])}", host=host)

    def follow(self, at: Target, location: str) -> Target:
        """Where a redirect leads; the gate again, from the start. Raises Refused."""
        if len(location) > _LONGEST:
            raise refusal(location, Reason.TOO_LONG)
        written = location.strip(" ")
        if _CONTROL.search(written) or _BACKSLASH.match(written):
            raise refusal(written, Reason.MALFORMED)
        if _SCHEME.match(written):  # never completed: "http:///" has no host, whatever it is joined to
            return self.admit(written)
        try:
            joined = urljoin(at.url, written)
        except ValueError as error:
            raise refusal(location, Reason.MALFORMED) from error
        return self.admit(joined)

    def _host_and_port(self, url: str, scheme: str, authority: str) -> tuple[str, str]:
        split = _AUTHORITY.fullmatch(authority)
        if split is None or not split["host"]:
            raise refusal(url, Reason.MALFORMED)
        usual = 443 if scheme == "https" else 80
        port = int(split["port"] or usual)
        if not 0 < port < 65_536 or (self._ports is not None and port not in self._ports):
            raise refusal(url, Reason.PORT)
        return self._host(url, split["host"]), "" if port == usual else f":{port}"

    def _host(self, url: str, written: str) -> str:
        try:
            host = _literal_6(written[1:-1]) if written.startswith("[") else _name_or_literal_4(written)
        except ValueError as error:  # IDNAError and AddressValueError are ValueErrors
            raise refusal(url, Reason.HOST) from error
        if self._private_too:
            is_literal = ":" in host or _NUMBER.fullmatch(host.rpartition(".")[2])
            passes = not is_literal or may_connect(host, private_too=True)
        else:
            passes = _may_be_public(host)
        if not passes:
            raise refusal(url, Reason.NOT_PUBLIC)
        return host


def refusal(url: str, reason: Reason) -> Refused:
    """The error, with an address that shows neither a password nor control characters."""
    shown = _CONTROL.sub("", _USERINFO.sub("", url[:_LONGEST]))
    return Refused(url=shown if len(shown) <= 200 else shown[:199] + "…", reason=reason.value)


def _may_be_public(host: str) -> bool:
    if ":" in host or _NUMBER.fullmatch(host.rpartition(".")[2]):
        return may_connect(host, private_too=False)
    return "." in host and not any(host.endswith("." + suffix) for suffix in _LOCAL_SUFFIXES)


def _literal_6(text: str) -> str:
    if "%" in text:
        raise AddressValueError("a zone")
    return str(IPv6Address(text))


def _name_or_literal_4(written: str) -> str:
    host = _ascii(written).removesuffix(".")
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressValueError("no host name")
    # The system would read 2130706433, 0x7f.1 or 0177.0.0.1 as an address: only the dotted form of four is one here.
    return str(IPv4Address(host)) if _NUMBER.fullmatch(labels[-1]) else host


def _ascii(name: str) -> str:
    """UTS 46, then Punycode label by label: emoji and other names outside of IDNA 2008 are registered too."""
    if name.isascii():
        return name.lower()
    mapped = idna.uts46_remap(name, std3_rules=False, transitional=False)
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in mapped.split(".")
    )


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _quoted(url: str, rest: str) -> str:
    """Path and query with everything quoted that a request line cannot hold; what is quoted already stays."""
    try:
        quoted = quote(rest, safe=_AS_WRITTEN, errors="surrogateescape")  # a header's raw bytes come as surrogates
    except UnicodeEncodeError as error:
        raise refusal(url, Reason.MALFORMED) from error
    return quoted if quoted.startswith("/") else "/" + quoted
