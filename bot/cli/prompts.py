"""`prompts list | show | diff | check | release`: the prompts and their versions."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings

HELP = "see, compare and check the prompts"

_ACTIONS = (
    ("list", "the released versions", ()),
    ("show", "one prompt, whole", ("prompt",)),
    ("diff", "what differs between two versions", ("before", "after")),
    ("check", "whether released versions are what was released", ()),
    ("release", "enter a new version into the lock; from then on it never changes", ("prompt",)),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An action is required; `--debug` is taken behind it too, and its absence there changes nothing."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, what, references in _ACTIONS:
        action = actions.add_parser(name, help=what, description=what)
        for reference in references:
            action.add_argument(reference, metavar=reference.upper(), help="NAME or NAME@VERSION")
        if name in {"list", "show", "check"}:
            action.add_argument("--json", action="store_true", help="one JSON object a line")
        action.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when `check` finds a problem. Raises BadSettings, BadOption, NoSuchPrompt and PromptChanged."""
    from bot.cli.settings import settings_for

    act = {"list": _list, "show": _show, "diff": _diff, "check": _check, "release": _release}[args.action]
    return act(args, settings_for(args))


def _list(args: argparse.Namespace, settings: Settings) -> int:
    from bot.analysis.prompts import Prompts
    from bot.cli.each import print_json

    for prompt in Prompts.load(settings.prompts_path).all():
        if args.json:
            print_json(asdict(prompt.id) | {"purpose": prompt.purpose, "changelog": prompt.changelog})
        else:
            print(f"{prompt.id}  {prompt.id.sha256[:12]}  {prompt.purpose}")
    return 0


def _show(args: argparse.Namespace, settings: Settings) -> int:
    from bot.analysis.prompts import Prompts
    from bot.cli.each import print_json

    prompt = Prompts.load(settings.prompts_path).get(args.prompt)
    if args.json:
        facts = {"parameters": prompt.parameters.given(), "schema": prompt.schema, "source": prompt.source}
        print_json(asdict(prompt.id) | facts)
    else:
        print(prompt.source, end="")
    return 0


def _diff(args: argparse.Namespace, settings: Settings) -> int:
    from bot.analysis.prompts import Prompts
    from bot.analysis.prompts.upkeep import diff

    prompts = Prompts.load(settings.prompts_path)
    print(diff(prompts.get(args.before), prompts.get(args.after)) or "They are equal.")
    return 0


def _check(args: argparse.Namespace, settings: Settings) -> int:
    from bot.analysis.prompts.upkeep import check
    from bot.cli.each import print_json

    files = check(settings.prompts_path)
    for file in files:
        if args.json:
            print_json({"file": file.file, "released": file.released, "problem": file.problem})
        else:
            print(f"{file.file}: {file.problem or ('sound' if file.released else 'sound, not released yet')}")
    return 1 if any(file.problem for file in files) else 0


def _release(args: argparse.Namespace, settings: Settings) -> int:
    from bot.analysis.prompts.upkeep import release

    print(f"{release(settings.prompts_path, args.prompt).id} is released.")
    return 0
