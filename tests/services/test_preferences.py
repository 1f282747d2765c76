"""`/settings`: the channel before the server, and each server for itself."""

from __future__ import annotations

import pytest

from bot.errors import BadOption, NoSuchPrompt
from bot.models.asker import Asker
from bot.models.preference import Preference
from bot.models.summary import Length
from bot.services.preferences import Name, Preferences
from bot.store.database import Store

HERE = Asker(guild_id=1, channel_id=10, user_id=100)
BESIDE = Asker(guild_id=1, channel_id=11, user_id=100)
THREAD = Asker(guild_id=1, channel_id=99, user_id=100)
ELSEWHERE = Asker(guild_id=2, channel_id=10, user_id=100)
DIRECT = Asker(guild_id=None, channel_id=10, user_id=100)


@pytest.fixture
def preferences(store: Store) -> Preferences:
    return Preferences(store, lambda: ["summarize@1", "summarize@2"])


async def test_nothing_is_wanted_at_first(preferences: Preferences) -> None:
    shown = await preferences.show(HERE)
    assert (shown.server, shown.channel, shown.effective) == (Preference(), None, Preference())


async def test_what_the_server_wants_holds_in_all_its_channels(preferences: Preferences) -> None:
    await preferences.set(HERE, Name.LANGUAGE, "pt-BR")
    await preferences.set(HERE, Name.LENGTH, "deep")
    await preferences.set(HERE, Name.PROMPT, "summarize@1")
    wanted = Preference(length=Length.DEEP, language="pt-BR", prompt="summarize@1")
    for asker in (HERE, BESIDE):
        assert await preferences.effective(asker) == wanted
    assert (await preferences.show(BESIDE)).channel is None


async def test_a_channel_overrides_what_it_names_and_nothing_else(preferences: Preferences) -> None:
    await preferences.set(HERE, Name.LANGUAGE, "de")
    await preferences.set(HERE, Name.LENGTH, "deep")
    await preferences.set(BESIDE, Name.LANGUAGE, "fr", channel_id=10)
    shown = await preferences.show(HERE)
    assert shown.server == Preference(language="de", length=Length.DEEP)
    assert shown.channel == Preference(language="fr")
    assert shown.effective == Preference(language="fr", length=Length.DEEP)
    assert await preferences.effective(BESIDE) == shown.server


async def test_a_thread_wants_what_its_channel_wants(preferences: Preferences) -> None:
    await preferences.set(HERE, Name.LANGUAGE, "fr", channel_id=10)
    assert (await preferences.effective(THREAD, parent_channel_id=10)).language == "fr"
    assert (await preferences.effective(THREAD, parent_channel_id=11)).language == ""


async def test_the_empty_value_goes_back(preferences: Preferences) -> None:
    await preferences.set(HERE, Name.LANGUAGE, "de")
    await preferences.set(HERE, Name.LANGUAGE, "fr", channel_id=10)
    await preferences.set(HERE, Name.LANGUAGE, "", channel_id=10)
    assert (await preferences.show(HERE)).channel is None
    assert (await preferences.effective(HERE)).language == "de"
    await preferences.set(HERE, Name.LANGUAGE, "")
    assert await preferences.effective(HERE) == Preference()


@pytest.mark.parametrize("asker", [ELSEWHERE, DIRECT, Asker()], ids=str)
async def test_nobody_elses_wishes_hold(preferences: Preferences, asker: Asker) -> None:
    await preferences.set(HERE, Name.LANGUAGE, "de")
    await preferences.set(HERE, Name.LANGUAGE, "fr", channel_id=10)
    assert await preferences.effective(asker) == Preference()


async def test_the_channel_for_notices_is_the_servers(preferences: Preferences) -> None:
    await preferences.set(HERE, Name.ALERTS, "77")
    assert (await preferences.show(BESIDE)).server.alerts == 77
    assert (await preferences.effective(ELSEWHERE)).alerts == 0
    await preferences.set(HERE, Name.ALERTS, "")
    assert (await preferences.show(HERE)).server.alerts == 0


@pytest.mark.parametrize(
    ("name", "value", "accepts"),
    [
        pytest.param(Name.LANGUAGE, "German", "a language tag, as en, de or pt-BR", id="a language by its name"),
        pytest.param(Name.LENGTH, "endless", "short, standard, deep", id="a length that there is not"),
        pytest.param(Name.LENGTH, "DEEP", "short, standard, deep", id="a length in capitals"),
        pytest.param(Name.ALERTS, "#general", "a channel", id="a channel by its name"),
    ],
)
async def test_what_a_setting_does_not_take_is_told(
    preferences: Preferences, name: Name, value: str, accepts: str
) -> None:
    await preferences.set(HERE, Name.LANGUAGE, "de")
    with pytest.raises(BadOption) as told:
        await preferences.set(HERE, name, value)
    assert told.value.facts == {"option": name.value, "accepts": accepts}
    assert await preferences.effective(HERE) == Preference(language="de")


@pytest.mark.parametrize("prompt", ["summarize", "summarize@9", "compare@1", "summarize@1 ", "../x"])
async def test_a_prompt_that_is_not_loaded_cannot_be_pinned(preferences: Preferences, prompt: str) -> None:
    with pytest.raises(NoSuchPrompt) as told:
        await preferences.set(HERE, Name.PROMPT, prompt)
    assert told.value.facts == {"prompt": prompt, "known": "summarize@1, summarize@2"}


async def test_a_pinned_prompt_that_is_not_loaded_any_more_gives_way_to_the_default(store: Store) -> None:
    await Preferences(store, lambda: ["summarize@1"]).set(HERE, Name.PROMPT, "summarize@1")
    assert (await Preferences(store, lambda: ["summarize@2"]).effective(HERE)).prompt == ""


async def test_nothing_can_be_set_outside_of_a_server(preferences: Preferences) -> None:
    with pytest.raises(BadOption):
        await preferences.set(DIRECT, Name.LANGUAGE, "de")
    assert await preferences.effective(DIRECT) == Preference()
