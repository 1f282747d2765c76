"""`poll`: what stands in feeds is kept; a second round asks only for what changed."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.cli.commands import CommandLine
from tests.store.files import rows
from tests.web import Web

RSS = "application/rss+xml"


def rss(*names: str) -> str:
    items = "".join(f"<item><guid>{n}</guid><title>On {n}</title><link>http://a.test/{n}</link></item>" for n in names)
    return f"<rss version='2.0'><channel><title>The Gazette</title>{items}</channel></rss>"


@pytest.fixture
def polls(bot: CommandLine, web: Web) -> CommandLine:
    """Beside a file `feeds.opml`: one that is well, one that changes, one that is not there."""
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "true", "DATABASE_PATH": "feeds.sqlite3"}
    web.page("/well", rss("one", "two"), content_type=RSS, headers={"ETag": '"1"'})
    web.page("/well", status=304)
    web.page("/changes", rss("one"), content_type=RSS)
    web.page("/changes", rss("two", "one"), content_type=RSS)
    opml(bot.folder / "feeds.opml", *(web.url(path) for path in ("/well", "/changes", "/none")))
    return bot


def opml(path: Path, *urls: str) -> None:
    outlines = "".join(f'<outline type="rss" text="Feed" xmlUrl="{url}"/>' for url in urls)
    path.write_text(f'<opml version="2.0"><head/><body>{outlines}</body></opml>')


def test_the_feeds_of_a_file_are_polled_once_and_the_second_time_is_warm(polls: CommandLine, web: Web) -> None:
    failed, cold = polls.objects("poll", "--opml", "feeds.opml", "--once")
    assert failed["source"] == web.url("/none")
    assert "404" in failed["error"]
    assert {**cold, "seconds": 0} == {"seconds": 0, "entries": 3, "ok": 2, "failed": 1}
    *_, warm = polls.objects("poll", "--opml", "feeds.opml", "--once")
    assert {**warm, "seconds": 0} == {"seconds": 0, "entries": 1, "ok": 2, "failed": 1}
    conditional = [request.headers.get("if-none-match") for request in web.requests if request.path == "/well"]
    assert conditional == [None, '"1"']
    assert len(rows(polls.folder / "feeds.sqlite3", "SELECT 1 FROM entry")) == 4


def test_for_people_it_is_a_sentence(polls: CommandLine, web: Web) -> None:
    done = polls("poll", "--opml", "feeds.opml", "--once")
    assert (done.returncode, done.stdout) == (0, "2 feeds read, 3 new entries, 1 feed failed.\n")
    assert f"{web.url('/none')}: " in done.stderr


def test_lines_that_name_no_feed_are_told(polls: CommandLine, web: Web) -> None:
    opml(polls.folder / "feeds.opml", web.url("/well"), "javascript:alert(1)")
    done = polls("poll", "--opml", "feeds.opml", "--once")
    assert done.stdout.startswith("1 feed read")
    assert "feeds.opml, line 1: " in done.stderr


def test_nothing_followed_is_nothing_polled(polls: CommandLine) -> None:
    done = polls("poll", "--once")
    assert (done.returncode, done.stdout) == (0, "0 feeds read, 0 new entries, 0 feeds failed.\n")


def test_when_no_feed_can_be_read_it_has_failed(polls: CommandLine, web: Web) -> None:
    opml(polls.folder / "feeds.opml", web.url("/none"))
    assert polls("poll", "--opml", "feeds.opml", "--once").returncode == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("none.opml", None, "no such file", id="no file"),
        pytest.param("feeds.opml", "<html><p>Not this", "list of feeds", id="no OPML"),
        pytest.param("https://a.test/feeds.opml", None, "--opml takes a file", id="an address"),
    ],
)
def test_a_file_that_names_no_feeds(polls: CommandLine, name: str, content: str | None, said: str) -> None:
    if content:
        (polls.folder / name).write_text(content)
    done = polls("poll", "--opml", name, "--once")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_who_is_killed_in_the_midst_of_a_round_loses_nothing(polls: CommandLine, web: Web) -> None:
    names = [f"{n}" for n in range(80)]
    for name in names:
        web.page(f"/f{name}", rss(name), content_type=RSS, delay=0.05)
    opml(polls.folder / "feeds.opml", *(web.url(f"/f{name}") for name in names))
    process = polls.start("poll", "--opml", "feeds.opml", "--once")
    assert web.is_asked("/f70")
    process.kill()
    process.communicate()
    before = len(rows(polls.folder / "feeds.sqlite3", "SELECT 1 FROM entry"))
    assert 0 < before < len(names)
    [done] = polls.objects("poll", "--opml", "feeds.opml", "--once")
    assert done["entries"] == len(names) - before
    assert sorted(rows(polls.folder / "feeds.sqlite3", "SELECT title FROM entry")) == sorted(
        (f"On {name}",) for name in names
    )


def test_without_once_it_goes_on_until_it_is_interrupted(polls: CommandLine, web: Web) -> None:
    process = polls.start("poll", "--opml", "feeds.opml", "--json")
    assert process.stdout
    assert [b"/none" in process.stdout.readline(), b'"entries": 3' in process.stdout.readline()] == [True, True]
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    process.stdout.close()
    assert process.stderr
    process.stderr.close()
