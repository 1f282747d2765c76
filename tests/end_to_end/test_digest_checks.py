"""The checks of digests find what they are there for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.end_to_end.digest_channels import Place, Slot, slots
from tests.end_to_end.digest_checks import Posted, Record, judge
from tests.end_to_end.digest_journal import Journal

DAY, DUE = date(2026, 10, 2), datetime(2026, 10, 2, 6, 0, tzinfo=UTC)
PLACE = Place("1", "11", "19", "UTC", "06:00")
BLIND = replace(PLACE, is_readable=False)
SLOT = Slot(DUE, "11", DAY)
UP = Record(up=[(DUE - timedelta(days=1), DUE + timedelta(days=3))])


def part(n: int = 1, of: int = 2, after: float = 1.0, *, nonce: str = "", day: date | None = DAY) -> Posted:
    """after: minutes."""
    at = DUE + timedelta(minutes=after + n / 10)
    return Posted(at, "11", nonce or f"{day}.{n}", f"part {n} of {of}", day, n, of)


def told(channel: str = "11", after: float = 20.0) -> Posted:
    """A notice to moderators."""
    return Posted(DUE + timedelta(minutes=after), "19", f"notice.{after}", f"Look into <#{channel}>")


@pytest.mark.parametrize("posted", [
    pytest.param([part(1), part(2)], id="both parts, in their order"),
    pytest.param([part(1, of=1)], id="one part"),
    pytest.param([part(1), part(2), part(1, of=1, day=None)], id="another that was asked for"),
    pytest.param([part(1, after=300), part(2, after=300)], id="late, within the time to catch up"),
])  # fmt: skip
def test_what_is_right_is_no_problem(posted: list[Posted]) -> None:
    verdict = judge(posted, [PLACE], [SLOT], UP)
    assert (verdict.problems, verdict.whole) == ([], 1)


@pytest.mark.parametrize(("posted", "problem"), [
    pytest.param([], "nothing", id="none"),
    pytest.param([part(1)], r"parts \[1\] of 2", id="half of it"),
    pytest.param([part(1), part(2), part(2, nonce="x")], "part 2 stands there 2 times", id="a part twice"),
    pytest.param([part(1), part(2, nonce="x"), part(1, nonce="x", day=None)], "under the nonce x", id="a nonce twice"),
    pytest.param([part(2, after=0), part(1)], r"parts came as \[2, 1\]", id="the second one first"),
    pytest.param([part(1), part(2, of=3)], r"of \[2, 3\] parts", id="of another number of parts"),
    pytest.param([part(1, of=1, after=-5)], "posted 2026-10-02 05:55", id="before it was due"),
    pytest.param([part(1, of=1, after=400)], "posted 2026-10-02 12:40", id="after the time to catch up"),
    pytest.param([part(1, of=1), part(1, of=1, day=DAY + timedelta(days=1))], "nothing was due", id="a date too many"),
])  # fmt: skip
def test_what_is_wrong_is_found(posted: list[Posted], problem: str) -> None:
    found = judge(posted, [PLACE], [SLOT], UP).problems
    with pytest.raises(AssertionError, match=problem):
        assert not "; ".join(found)


@pytest.mark.parametrize(("record", "excused"), [
    pytest.param(Record(), 1, id="it was never there"),
    pytest.param(Record(up=[(DUE, DUE + timedelta(minutes=20))]), 1, id="not for long enough"),
    pytest.param(Record(up=[(DUE + timedelta(minutes=20 * n), DUE + timedelta(minutes=20 * n + 19)) for n in range(9)]),
                 1, id="never for long enough at a time"),
    pytest.param(replace(UP, gone={"11": DUE}), 1, id="the channel is gone"),
    pytest.param(replace(UP, moved={("11", DAY)}), 1, id="its schedule changed on that day"),
    pytest.param(UP, 0, id="it was there"),
])  # fmt: skip
def test_what_could_not_be_is_excused(record: Record, excused: int) -> None:
    verdict = judge([told()], [PLACE], [SLOT], record)
    assert (verdict.excused, len(verdict.problems)) == (excused, 1 - excused)


@pytest.mark.parametrize(("place", "posted", "unknown"), [
    pytest.param(BLIND, [part(1), told()], 1, id="where nobody can look, and moderators know"),
    pytest.param(BLIND, [part(1)], 0, id="where nobody can look, and nobody knows"),
    pytest.param(BLIND, [part(1), told("12")], 0, id="they know of another channel"),
    pytest.param(PLACE, [part(1), told()], 0, id="where one could have looked"),
])  # fmt: skip
def test_a_part_may_be_missing(place: Place, posted: list[Posted], unknown: int) -> None:
    verdict = judge(posted, [place], [SLOT], UP)
    assert (verdict.unknown, len(verdict.problems)) == (unknown, 1 - unknown)


@pytest.mark.parametrize(("posted", "problems"), [
    pytest.param([part(1), part(2), told()], 0, id="they are told"),
    pytest.param([part(1), part(2)], 1, id="they are not, though all stands there"),
])  # fmt: skip
@pytest.mark.parametrize("record", [
    pytest.param(replace(UP, doubts=[("11", DUE)]), id="of a part in doubt"),
    pytest.param(replace(UP, gone={"11": DUE}), id="of a channel that is lost"),
])  # fmt: skip
def test_moderators_hear(posted: list[Posted], problems: int, record: Record) -> None:
    assert len(judge(posted, [BLIND], [SLOT], record).problems) == problems


def test_slots_know_gaps_and_what_comes_twice() -> None:
    berlin = Place("1", "11", "19", "Europe/Berlin", "02:30")
    lord_howe = Place("1", "12", "19", "Australia/Lord_Howe", "02:15")
    due = {(slot.channel, slot.day): slot.due for slot in slots(
        [berlin, lord_howe], datetime(2026, 9, 20, 12, tzinfo=UTC), datetime(2026, 11, 20, tzinfo=UTC)
    )}  # fmt: skip
    assert due["11", date(2026, 10, 24)] == datetime(2026, 10, 24, 0, 30, tzinfo=UTC)
    assert due["11", date(2026, 10, 25)] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "the first of two"
    assert due["11", date(2026, 10, 26)] == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)
    assert due["12", date(2026, 10, 4)] == datetime(2026, 10, 3, 15, 45, tzinfo=UTC), "half an hour later, by the gap"
    assert due["12", date(2026, 10, 5)] == datetime(2026, 10, 4, 15, 15, tzinfo=UTC)


def test_a_journal_is_read_on_from_where_it_was_read_to(tmp_path: Path) -> None:
    path = tmp_path / "journal"

    def note(text: str, end: str = "\n") -> None:
        with path.open("a") as file:
            entry = {"what": "posted", "at": DUE.timestamp(), "channel": "11", "nonce": "7", "text": text}
            file.write(json.dumps(entry) + end)

    note("### Digest · Friday, 2 October 2026\n-# part 1 of 2 · **late**: I was not there\nAll of it")
    journal = Journal(path)
    [first] = journal.all()
    assert (first.day, first.n, first.of, first.is_late) == (DAY, 1, 2, True)
    assert not journal.has([SLOT])
    note("### Digest · What is new\nIt says part 3 of 4")
    note("### Digest · Friday, 2 October 2026\n-# part 2 of 2\nIt says part 3 of 4", end="")
    assert len(journal.all()) == 2
    with path.open("a") as file:
        file.write("\n")
    assert [(one.day, one.n, one.of) for one in journal.all()] == [(DAY, 1, 2), (None, 1, 1), (DAY, 2, 2)]
    assert journal.has([SLOT])
