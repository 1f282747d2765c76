"""Discord's objects with every field that a client reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

ALL_PERMISSIONS = str((1 << 53) - 1)

Payload = dict[str, Any]


def user(user_id: str, name: str, *, bot: bool) -> Payload:
    return {
        "id": user_id, "username": name, "global_name": name, "discriminator": "0", "avatar": None, "bot": bot,
        "public_flags": 0,
    }  # fmt: skip


def member(of: Payload, permissions: str = ALL_PERMISSIONS) -> Payload:
    return {
        "user": of, "roles": [], "nick": None, "avatar": None, "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False,
        "mute": False, "pending": False, "flags": 0, "premium_since": None, "permissions": permissions,
        "communication_disabled_until": None,
    }  # fmt: skip


def guild(
    guild_id: str, name: str, owner_id: str, joined_at: str, bot: Payload, permissions: str = ALL_PERMISSIONS
) -> Payload:
    everyone = {
        "id": guild_id, "name": "@everyone", "permissions": permissions, "position": 0, "color": 0, "hoist": False,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}, "managed": False, "flags": 0,
        "mentionable": False,
    }  # fmt: skip
    return {
        "id": guild_id, "name": name, "owner_id": owner_id, "roles": [everyone], "emojis": [], "features": [],
        "preferred_locale": "en-US", "member_count": 2, "members": [bot], "presences": [], "voice_states": [],
        "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [], "stickers": [], "large": False,
        "unavailable": False, "icon": None, "splash": None, "banner": None, "joined_at": joined_at, "mfa_level": 0,
        "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "premium_tier": 0,
        "nsfw_level": 0, "afk_timeout": 60, "afk_channel_id": None, "application_id": None, "system_channel_id": None,
        "system_channel_flags": 0, "description": None, "rules_channel_id": None, "public_updates_channel_id": None,
        "premium_progress_bar_enabled": False,
    }  # fmt: skip


def channel(channel_id: str, name: str, kind: int) -> Payload:
    return {
        "id": channel_id, "type": kind, "name": name, "position": 0, "permission_overwrites": [], "nsfw": False,
        "parent_id": None, "topic": None, "rate_limit_per_user": 0, "last_message_id": None, "flags": 0,
        "permissions": ALL_PERMISSIONS,
    }  # fmt: skip


def thread_metadata(now: str) -> Payload:
    return {
        "archived": False, "auto_archive_duration": 1440, "archive_timestamp": now, "locked": False,
        "create_timestamp": now,
    }  # fmt: skip


def message(message_id: str, channel_id: str, author: Payload, now: str) -> Payload:
    return {
        "id": message_id, "channel_id": channel_id, "author": author, "content": "", "type": 0, "timestamp": now,
        "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "components": [], "pinned": False, "flags": 0,
    }  # fmt: skip


def command(application_id: str) -> Payload:
    """What is not said of a command."""
    return {
        "type": 1, "description": "", "options": [], "nsfw": False, "default_member_permissions": None,
        "dm_permission": True, "application_id": application_id,
    }  # fmt: skip


def application(application_id: str, name: str, owner_id: str) -> Payload:
    owner = {"id": owner_id, "username": "owner", "discriminator": "0", "avatar": None}
    return {
        "id": application_id, "name": name, "description": "", "icon": None, "bot_public": True, "flags": 0,
        "bot_require_code_grant": False, "verify_key": "0" * 64, "owner": owner, "team": None, "summary": "",
        "rpc_origins": None, "install_params": None,
    }  # fmt: skip


def components(message: Payload, *kinds: int) -> list[Payload]:
    """All parts of a message of these kinds, inner ones too; all when no kind is given."""

    def walk(parts: list[Payload]) -> Iterable[Payload]:
        for part in parts:
            yield part
            yield from walk(part.get("components", []))
            yield from walk([part["accessory"]] if part.get("accessory") else [])

    return [part for part in walk(message["components"]) if not kinds or part["type"] in kinds]


def text(message: Payload) -> str:
    """All that a message says."""
    return "\n".join(filter(None, (message["content"], *(part["content"] for part in components(message, 10)))))
