"""All use cases together: what the doors call."""

from __future__ import annotations

from dataclasses import dataclass

from bot.services.browse import Browse
from bot.services.compare import Compare
from bot.services.digest import Digest
from bot.services.digest.overview import Overview
from bot.services.discuss import Discuss
from bot.services.follow import Follow
from bot.services.follow.polling import Polling
from bot.services.installation import Installation
from bot.services.preferences import Preferences
from bot.services.privacy import Privacy
from bot.services.servers import Servers
from bot.services.shared.grouping import Grouping
from bot.services.shared.outbox import Outbox
from bot.services.summarize import Summarize
from bot.services.waiting import Waiting
from bot.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Built and closed by `app.open_services`. `store` is for what looks after the file itself."""

    browse: Browse
    compare: Compare
    digest: Digest
    discuss: Discuss
    follow: Follow
    grouping: Grouping
    installation: Installation
    outbox: Outbox
    overview: Overview
    polling: Polling
    preferences: Preferences
    privacy: Privacy
    servers: Servers
    store: Store
    summarize: Summarize
    waiting: Waiting
