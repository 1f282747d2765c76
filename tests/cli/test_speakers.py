"""Rooms and speakers of the command line."""

from __future__ import annotations

from bot.cli.speakers import asker_in, new_room, person_in

NAMES = ["r", "R", "night buses", "", "夜行バス", "r\udcff"]


def test_a_room_is_the_same_in_every_call_and_no_channel_of_discords() -> None:
    channels = [asker_in(room, "Ana").channel_id for room in NAMES]
    assert channels == [asker_in(room, "Bo").channel_id for room in NAMES]
    assert len(set(channels)) == len(NAMES)
    assert all(channel is not None and -(2**62) <= channel < 0 for channel in channels)
    assert {asker_in(room, "Ana").guild_id for room in NAMES} == {None}


def test_one_name_is_one_person_in_a_room_and_another_one_in_the_next() -> None:
    people = [person_in(room, name).id for room in NAMES for name in NAMES]
    assert len(set(people)) == len(NAMES) ** 2
    assert person_in("r", "Ana") == person_in("r", "Ana")
    assert asker_in("r", "Ana").user_id == person_in("r", "Ana").id < 0


def test_blanks_around_a_name_are_none_of_it() -> None:
    assert person_in("r", " Ana  Ruiz ").id == person_in("r", "Ana Ruiz").id


def test_a_room_for_once_is_nobodys_before() -> None:
    assert new_room() != new_room()
