"""The settings and the log of a command: the environment, and the .env of the folder it is called in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bot.config import Settings, load_settings
from bot.observe import set_up_logging


def settings_for(args: argparse.Namespace, *, serving: bool = False, **values: Any) -> Settings:
    """Load the settings and set up the log. Raises BadSettings.

    serving: the command runs until it is stopped, so that its log is its voice; others log warnings only, in brief.
    """
    env_file = Path(".env")
    settings = load_settings(env_file if env_file.is_file() else None, **values)
    quiet = not serving and "log_level" not in settings.model_fields_set
    level = "DEBUG" if args.debug else "WARNING" if quiet else settings.log_level
    secrets = (settings.discord_token, settings.openai_api_key)
    form = settings.log_format if serving or args.debug or settings.log_format == "json" else "brief"
    set_up_logging(level, form, hidden=tuple(s.get_secret_value() for s in secrets if s))
    return settings
