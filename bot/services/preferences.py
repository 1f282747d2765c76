"""`/settings`: what a server wants where an ask says nothing, and where a channel wants something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from bot.errors import BadOption, NoSuchPrompt
from bot.models import preference
from bot.models.asker import Asker
from bot.models.preference import Preference
from bot.models.summary import Length
from bot.services.shared.language_tag import check_language_tag
from bot.store.database import Store
from bot.store.preferences import OF_THE_SERVER


class Name(StrEnum):
    """What can be set. Alerts: the id of the channel for notices to moderators, of a server only."""

    ALERTS = "alerts"
    LANGUAGE = "language"
    LENGTH = "length"
    PROMPT = "prompt"


class Preferences:
    """The use case. `known_prompts` gives those for summaries that are released, as "summarize@1"."""

    def __init__(self, store: Store, known_prompts: Callable[[], Sequence[str]]) -> None:
        self._store, self.known_prompts = store, known_prompts

    async def effective(self, asker: Asker, *, parent_channel_id: int | None = None) -> Preference:
        """What holds where the asker is: the channel's own, else the server's. A thread's channel is its parent."""
        return (await self.show(asker, channel_id=parent_channel_id)).effective

    async def show(self, asker: Asker, *, channel_id: int | None = None) -> preference.Preferences:
        """What is set for the server and for the channel, the asker's own where none is given."""
        if asker.guild_id is None:
            return preference.Preferences(server=Preference(), channel=None, effective=Preference())
        server = await self._store.preferences.of(asker.guild_id)
        here = channel_id or asker.channel_id
        channel = await self._store.preferences.of(asker.guild_id, here) if here else {}
        return preference.Preferences(
            server=self._preference(server),
            channel=self._preference(channel) if channel else None,
            effective=self._preference({**server, **channel}),
        )

    async def set(self, asker: Asker, name: Name, value: str, channel_id: int | None = None) -> None:
        """For the server, or for one of its channels; "" goes back to what holds without it.

        Raises BadOption, NoSuchPrompt.
        """
        self._check(name, value)
        if asker.guild_id is None:
            raise BadOption(option=name.value, accepts="a value in a server only")
        async with self._store.write() as tx:
            place = channel_id or OF_THE_SERVER
            await tx.guild(asker.guild_id).preferences.put(name.value, value, channel_id=place)

    def _check(self, name: Name, value: str) -> None:
        match name:
            case Name.ALERTS if value and not (value.isascii() and value.isdigit()):
                raise BadOption(option="alerts", accepts="a channel")
            case Name.LANGUAGE:
                check_language_tag(value)
            case Name.LENGTH if value and value not in list(Length):
                raise BadOption(option="length", accepts=", ".join(Length))
            case Name.PROMPT if value and value not in (known := self.known_prompts()):
                raise NoSuchPrompt(prompt=value, known=", ".join(known) or "none")

    def _preference(self, values: Mapping[str, str]) -> Preference:
        """A prompt that is not released any more is no reason to answer nobody: the default takes its place."""
        length, prompt = values.get(Name.LENGTH), values.get(Name.PROMPT, "")
        return Preference(
            alerts=int(values.get(Name.ALERTS, 0)),
            length=Length(length) if length else None,
            language=values.get(Name.LANGUAGE, ""),
            prompt=prompt if prompt and prompt in self.known_prompts() else "",
        )
