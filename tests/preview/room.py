"""The simulator's page, as its reader uses it: commands typed, buttons pressed, messages read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.preview.chromium import Tab

STATUS = "window.simcordPreview"
READY = f"{STATUS}?.ready && {STATUS}.awaitingRevision === null"
MESSAGES = "[...document.querySelectorAll('#channel-message-list [data-message-id]')]"
# Nothing under way: neither in the page nor, as far as it shows, in the bot: four blocks are progress, more are none.
WORKING = (
    f"document.querySelector('.message-loading') || {MESSAGES}.some(each => "
    "/(^|[^▰▱])[▰▱]{4} |▍/.test(each.innerText))"
)
AT_REST = f"{READY} && !({WORKING})"
COMPOSER = "document.querySelector('#channel-composer-input')"
FIELD = "document.querySelector('.command-option-input[data-option={name}]')"


@dataclass(frozen=True, slots=True)
class Control:
    """Something on a card that can be pressed; `key` is the page's name for it."""

    key: str
    label: str


class Room:
    """One reader's view of the channel. Messages are known by their ids, oldest first."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    async def enter(self, url: str, width: int = 1_100, height: int = 900) -> None:
        await self.tab.resize(width, height)
        await self.tab.open(url)
        await self.at_rest()

    async def at_rest(self) -> None:
        await self.tab.until(AT_REST, what="the page at rest")

    async def messages(self) -> list[str]:
        ids: list[str] = await self.tab.js(f"{MESSAGES}.map(each => each.dataset.messageId)")
        return ids

    async def text(self, message: str) -> str:
        """What is written there."""
        return str(await self.tab.js(f"{_message(message)}?.innerText ?? ''"))

    async def command(self, name: str, **options: str) -> str:
        """Type a command and its options, as one does with the picker; returns the message that answers."""
        answer = await self.ask(name, **options)
        await self.at_rest()
        return answer

    async def ask(self, name: str, **options: str) -> str:
        """The same without waiting for the answer: the message where it will be."""
        before = await self.messages()
        await self._choose(name)
        for option, value in options.items():
            await self._fill(option, value)
        await self.tab.until(READY, what="the page free")  # it drops what comes while it is busy
        await self.tab.js("document.querySelector('#channel-composer').requestSubmit()")
        await self.tab.until(f"{MESSAGES}.length > {len(before)}", what=f"an answer to /{name}")
        return next(message for message in await self.messages() if message not in before)

    async def offered(self, name: str, option: str, typed: str) -> list[str]:
        """What is offered while one types into an option."""
        await self._choose(name)
        await self._fill(option, typed)
        offers = "[...document.querySelectorAll('.command-suggestion')].map(each => each.innerText)"
        choices: list[str] = await self.tab.until(f"(all => all.length && all)({offers})", what=f"choices of {option}")
        return choices

    async def say(self, text: str) -> None:
        """Send a message, and wait for what comes of it."""
        before = await self.messages()
        await self.tab.js(f"{COMPOSER}.focus()")
        await self.tab.type(text)
        await self.at_rest()
        await self.tab.press("Enter")
        await self.tab.until(f"{MESSAGES}.length > {len(before)}", what=f"the message {text}")
        await self.at_rest()

    async def _choose(self, name: str) -> None:
        await self.look_for_commands(name)
        entry = f"[...document.querySelectorAll('.command-entry')].find(e => e.innerText.startsWith('/{name}'))"
        await self.tab.until(entry, what=f"/{name} in the picker")
        await self.tab.js(f"{entry}.click()")

    async def look_for_commands(self, name: str = "") -> None:
        """Type the slash, and the beginning of a command."""
        await self.tab.js(f"{COMPOSER}.focus()")
        await self.tab.type(f"/{name}")
        await self.tab.until("document.querySelector('.command-entry')", what="the picker of commands")

    async def _fill(self, option: str, value: str) -> None:
        field = FIELD.format(name=option)
        if not await self.tab.js(f"Boolean({field})"):
            await self.tab.js("document.querySelector('.command-ghost').click()")
            offered = (
                f"[...document.querySelectorAll('.command-suggestion')].find(e => e.innerText.includes('{option}'))"
            )
            await self.tab.until(offered, what=f"the option {option}")
            await self.tab.js(f"{offered}.click()")
        await self.tab.until(field, what=f"a field for {option}")
        await self.tab.js(f"{field}.focus()")
        await self.tab.type(value)

    async def controls(self, message: str) -> list[Control]:
        """Its buttons and menus that can be used; links are not among them."""
        found = await self.tab.js(
            f"[...{_message(message)}.querySelectorAll('button[data-control-key*=\":component:\"]:not([disabled])')]"
            ".map(each => ({key: each.dataset.controlKey, label: each.innerText.trim()}))"
        )
        return [Control(**each) for each in found]

    async def press(self, control: Control) -> None:
        """A button; of a menu, its first choice."""
        await self.at_rest()
        before = await self.tab.js(f"{STATUS}.lastAction?.sequence ?? 0")
        await self.tab.js(f"document.querySelector('button[data-control-key={json.dumps(control.key)}]').click()")
        choice = "document.querySelector('.preview-select.is-open [data-value]')"
        if await self.tab.js(f"Boolean({choice})"):
            await self.tab.js(f"{choice}.click()")
        await self.tab.until(f"({STATUS}.lastAction?.sequence ?? 0) > {before}", what=f"the end of {control.label}")
        await self.at_rest()

    async def press_labelled(self, message: str, label: str) -> str:
        """The last message after it was pressed."""
        [control] = [control for control in await self.controls(message) if control.label == label]
        await self.press(control)
        return (await self.messages())[-1]

    async def press_all(self, message: str) -> dict[str, list[str]]:
        """Every button and menu of a message once, also those that come by pressing; what each was answered by.

        By its label: the new messages, and the message itself where it has changed.
        """
        answers: dict[str, list[str]] = {}
        while new := [control for control in await self.controls(message) if control.label not in answers]:
            shown, was = await self.messages(), await self.text(message)
            await self.press(new[0])
            assert not (problems := await self.problems()), (new[0].label, problems)
            answers[new[0].label] = [each for each in await self.messages() if each not in shown]
            if await self.text(message) != was:
                answers[new[0].label].append(message)
        return answers

    async def problems(self) -> list[str]:
        """What the page or the last action complains of."""
        said: str = await self.tab.js(f"JSON.stringify([{STATUS}.diagnostics, {STATUS}.lastAction])")
        diagnostics, action = json.loads(said)
        found = [str(each) for each in (*diagnostics, *(action or {}).get("diagnostics", []))]
        if action and (action["settlement"] != "settled" or action["acknowledgement"] == "unacknowledged"):
            found.append(said)
        return found + self.tab.exceptions


def _message(message: str) -> str:
    return f"document.querySelector('#channel-message-list [data-message-id=\"{message}\"]')"
