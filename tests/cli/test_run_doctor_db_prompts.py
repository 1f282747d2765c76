"""The commands of those who run the bot."""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
from urllib.parse import parse_qs, urlsplit

import discord

from tests.cli.commands import ROOT, SAMPLE, CommandLine
from tests.store.files import rows


def states(bot: CommandLine) -> dict[str, str]:
    return {finding["name"]: finding["state"] for finding in bot.objects("doctor")}


def test_doctor_finds_nothing_wrong_on_a_fresh_machine(bot: CommandLine) -> None:
    done = bot("doctor")
    assert done.returncode == 0, done.stdout
    assert "bad " not in done.stdout
    assert states(bot) | {"Discord": "note", "model": "note", "database": "ok", "prompts": "ok"} == states(bot)


def test_doctor_says_how_to_mend_a_token_a_database_and_a_prompt(bot: CommandLine) -> None:
    shutil.copytree(ROOT / "prompts", bot.folder / "prompts")
    released = bot.folder / "prompts" / "summarize" / "1.md"
    released.write_text(released.read_text("utf-8").replace("fairness", "mischief"), "utf-8")
    (bot.folder / "broken.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 4_000)
    bot.variables |= {"DISCORD_TOKEN": "abc", "DATABASE_PATH": "broken.sqlite3"}
    done = bot("doctor")
    assert done.returncode == 1
    assert states(bot) | {"Discord": "bad", "database": "bad", "prompts": "bad"} == states(bot)
    assert "developer portal" in done.stdout
    assert "abc" not in done.stdout


def test_doctor_names_a_malformed_setting(bot: CommandLine) -> None:
    bot.variables["CONTEXT_TOKENS"] = "many"
    done = bot("doctor")
    assert done.returncode == 1
    assert "CONTEXT_TOKENS" in done.stdout


def test_doctor_makes_the_invite_with_the_needed_permissions_and_no_others(bot: CommandLine) -> None:
    bot.variables["DISCORD_TOKEN"] = f"{base64.b64encode(b'123456789012345678').decode()}.when.secret"
    [told] = bot.objects("doctor", "--invite")
    query = parse_qs(urlsplit(told["invite"]).query)
    assert query["client_id"] == ["123456789012345678"]
    assert query["scope"] == ["bot applications.commands"]
    assert query["permissions"] == [str(told["permissions"])]
    assert discord.Permissions(**dict.fromkeys(told["needed"], True)).value == told["permissions"]
    done = bot("doctor", "--invite")
    assert told["invite"] in done.stdout
    assert "secret" not in done.stdout


def test_doctor_cannot_make_an_invite_without_a_bots_token(bot: CommandLine) -> None:
    for token in ("", "abc"):
        bot.variables["DISCORD_TOKEN"] = token
        done = bot("doctor", "--invite")
        assert (done.returncode, done.stdout) == (1, "")
        assert "DISCORD_TOKEN" in done.stderr


def test_db_check_and_stats(bot: CommandLine) -> None:
    assert bot("db", "check").stdout == "commentary.sqlite3 is sound.\n"
    [stats] = bot.objects("db", "stats")
    assert (stats["article"], stats["summary"], stats["usage"]) == (0, 0, 0)
    assert (stats["room"], stats["turn"], stats["answer"], stats["posting"], stats["memory"]) == (0, 0, 0, 0, 0)
    assert stats["today"]["asks"] == 0


def test_db_backup_copies_the_file_and_writes_over_nothing(bot: CommandLine) -> None:
    assert bot("summarize", SAMPLE).returncode == 0
    told = bot("db", "backup", "copy.sqlite3", "--json")
    assert (told.returncode, json.loads(told.stdout)["path"]) == (0, "copy.sqlite3")
    assert rows(bot.folder / "copy.sqlite3", "SELECT count(*) FROM summary") == [(1,)]
    assert bot("db", "backup", "copy.sqlite3").returncode == 1
    nowhere = bot("db", "backup", "no/such/folder.sqlite3")
    assert (nowhere.returncode, nowhere.stderr.count("\n")) == (1, 1)


def test_db_prune_deletes_what_is_old_and_of_servers_that_were_left(bot: CommandLine) -> None:
    bot("db", "check")
    with sqlite3.connect(bot.folder / "commentary.sqlite3") as db:
        db.execute("INSERT INTO room (id, guild_id, channel_id) VALUES (1, 1, 10), (2, 2, 20)")
        turn = """INSERT INTO turn (room_id, number, person_id, person_name, text, asked_at, articles, terms)
                  VALUES (?, 1, 5, 'Ana', 'unmistakable', datetime('now', ?) || '+00:00', '[]', x'')"""
        db.executemany(turn, [(1, "-29 days"), (1, "-31 days"), (2, "-1 days")])
        db.execute("INSERT INTO server VALUES (2, '2026-01-01T00:00:00+00:00', '2026-01-02T00:00:00+00:00')")
    [pruned] = bot.objects("db", "prune")
    assert (pruned["servers"], pruned["turns"]) == (1, 1)
    assert pruned["bytes"] == (bot.folder / "commentary.sqlite3").stat().st_size
    assert bot.objects("db", "stats")[0]["turn"] == 1
    bot.variables["RETENTION_DAYS"] = "7"
    assert bot("db", "prune").stdout.startswith("Deleted: turns 1, servers 0. commentary.sqlite3 has ")
    assert b"unmistakable" not in (bot.folder / "commentary.sqlite3").read_bytes()


def test_db_refuses_a_file_of_a_newer_bot(bot: CommandLine) -> None:
    bot("db", "check")
    with sqlite3.connect(bot.folder / "commentary.sqlite3") as db:
        db.execute("PRAGMA user_version = 9999")
    done = bot("db", "check")
    assert done.returncode == 1
    assert "newer bot" in done.stderr


def test_prompts_are_listed_shown_and_checked(bot: CommandLine) -> None:
    known = {(listed["name"], listed["version"]): listed for listed in bot.objects("prompts", "list")}
    assert set(known) == {("compare", 1), ("digest", 1), ("discuss", 1), ("remember", 1), ("same-story", 1),
                          ("summarize", 1)}  # fmt: skip
    listed = known["summarize", 1]
    [shown] = bot.objects("prompts", "show", "summarize@1")
    assert shown["sha256"] == listed["sha256"]
    assert bot("prompts", "show", "summarize").stdout == shown["source"]
    assert bot("prompts", "check").returncode == 0
    assert bot("prompts", "diff", "summarize", "summarize@1").stdout == "They are equal.\n"


def test_a_released_prompt_that_was_changed_is_refused(bot: CommandLine) -> None:
    shutil.copytree(ROOT / "prompts", bot.folder / "prompts")
    released = bot.folder / "prompts" / "summarize" / "1.md"
    released.write_text(released.read_text("utf-8") + "And be rude.\n", "utf-8")
    done = bot("prompts", "check")
    assert done.returncode == 1
    assert "not the file that was released" in done.stdout
    assert bot("prompts", "list").returncode == 1


def test_a_new_version_is_released_once(bot: CommandLine) -> None:
    shutil.copytree(ROOT / "prompts", bot.folder / "prompts")
    first = (bot.folder / "prompts" / "summarize" / "1.md").read_text("utf-8")
    second = first.replace("version: 1\n", "version: 2\n").replace("The first version.", "Fairer.")
    (bot.folder / "prompts" / "summarize" / "2.md").write_text(second, "utf-8")
    assert "not released yet" in bot("prompts", "check").stdout
    assert bot("prompts", "release", "summarize@2").returncode == 0
    assert bot("prompts", "release", "summarize@2").returncode == 1
    assert "+version: 2" in bot("prompts", "diff", "summarize@1", "summarize@2").stdout
