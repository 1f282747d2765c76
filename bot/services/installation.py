"""What this installation knows of itself: the secret that signs its buttons, the commands that Discord has of it."""

from __future__ import annotations

import secrets

from bot.store.database import Store


class Installation:
    """Kept in the database, so that buttons of earlier cards work after a restart."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def secret(self) -> bytes:
        """Made once."""
        if known := await self._store.installation.get("secret"):
            return bytes.fromhex(known)
        async with self._store.write() as tx:
            return bytes.fromhex(await tx.installation.put_once("secret", secrets.token_hex(32)))

    async def has_commands(self, scope: str, digest: str) -> bool:
        """Whether Discord was given these very commands."""
        return await self._store.installation.get(f"commands of {scope}") == digest

    async def gave_commands(self, scope: str, digest: str) -> None:
        """From now on `has_commands` is true of this digest, and of no earlier one in this scope."""
        async with self._store.write() as tx:
            await tx.installation.put(f"commands of {scope}", digest)
