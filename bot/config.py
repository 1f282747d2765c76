"""Settings: the environment, or keywords; each room is handed the few values it needs.

Every field is the environment variable of the same name in upper case; `.env.example` lists them all.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.errors import BadSettings
from bot.models.money import PRICES, Price


def _commas(value: object) -> object:
    """ "80, 443" is how one writes a list in an .env."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _json(value: object) -> object:
    return json.loads(value) if isinstance(value, str) else value


def _one_word(secret: SecretStr) -> SecretStr:
    """A key with a line break at its end or within looks like a connection error later on."""
    word = secret.get_secret_value().strip()
    if not (word.isascii() and word.isprintable()) or " " in word:
        raise ValueError("it has characters that no key has, as blanks or line breaks")
    return SecretStr(word)


def _address(url: str) -> str:
    if url and not re.match(r"https?://[^\s/?#]+(/\S*)?$", url):
        raise ValueError("an address starts with http:// or https://")
    return url


def _not_negative(price: Price) -> Price:
    """No budget could hold a price that is less than nothing, or no number."""
    if not all(0 <= part < math.inf for part in (price.prompt, price.cached, price.completion)):
        raise ValueError("a price is a number, 0 or more")
    return price


Secret = Annotated[SecretStr, AfterValidator(_one_word)]
Ports = Annotated[
    tuple[Annotated[int, Field(ge=1, le=65535)], ...], NoDecode, BeforeValidator(_commas), Field(min_length=1)
]
Shards = Annotated[tuple[Annotated[int, Field(ge=0)], ...], NoDecode, BeforeValidator(_commas)]
Prices = Annotated[dict[str, Annotated[Price, AfterValidator(_not_negative)]], NoDecode, BeforeValidator(_json)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Address = Annotated[str, AfterValidator(_address)]


class Settings(BaseSettings):
    """Every value of the bot; secrets print as `**********`."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_ignore_empty=True, hide_input_in_errors=True, str_strip_whitespace=True
    )

    @model_validator(mode="before")
    @classmethod
    def _blank_is_default(cls, values: dict[str, Any]) -> dict[str, Any]:
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    # Discord
    discord_token: Secret | None = Field(None, description="the bot's token; without it the bot runs without Discord")
    dev_guild_id: int | None = Field(None, description="sync commands to this server only, at once", ge=1)
    shard_ids: Shards = Field((), description="shards that this process serves, as 0,1,2; all when empty")
    shard_count: int = Field(
        1, description="shards in all; Discord wants one for every 2,500 servers", ge=1, validate_default=True
    )

    # The model
    openai_api_key: Secret | None = Field(
        None, description="key of the endpoint; without one the extractive engine answers"
    )
    openai_base_url: Address = Field(
        "", description="any OpenAI-compatible endpoint, as http://127.0.0.1:8080/v1; empty for OpenAI's own"
    )
    openai_model: str = Field("gpt-6-luna", description="the model that writes", min_length=1)
    openai_timeout: Number = Field(60.0, description="seconds that one answer of the model may take", gt=0, le=600)
    openai_reasoning_effort: Literal["", "none", "minimal", "low", "medium", "high", "xhigh", "max"] = Field(
        "", description="how long the model thinks first; empty leaves it to the prompt"
    )
    context_tokens: int = Field(
        16_000, description="tokens of a prompt at most; longer articles are read section by section", ge=1_000
    )
    prices: Prices = Field(
        default_factory=dict,
        description='US dollars per million tokens, as {"MODEL": {"prompt": 0.1, "cached": 0.01, "completion": 0.5}}',
    )
    budget_daily_usd: Number | None = Field(
        None, description="most that this process spends in a day (UTC); empty for no cap", ge=0
    )
    budget_server_daily_usd: Number | None = Field(
        None, description="most that one server spends in a day (UTC); empty for no cap", ge=0
    )

    # Files
    database_path: Path = Field(Path("commentary.sqlite3"), description="the SQLite file")
    retention_days: int = Field(30, description="days for which what is said in a discussion is kept", ge=1, le=36_500)
    prompts_path: Path = Field(Path("prompts"), description="the folder of the prompts")
    cache_path: Path | None = Field(
        None, description="where downloaded or unpacked files are kept; empty for the user's cache folder"
    )

    # The web
    fetch_allow_private_networks: bool = Field(
        False, description="let members fetch from this machine and its network; for tests and intranets"
    )
    fetch_ports: Ports = Field((80, 443), description="ports that may be fetched from")
    fetch_timeout: Number = Field(20.0, description="seconds that a page may take, redirects included", gt=0, le=120)
    fetch_max_bytes: int = Field(8_000_000, description="bytes of a page after decompression", ge=10_000)
    fetch_again_after: Number = Field(
        600.0, description="seconds for which an article that was fetched is not fetched again", ge=0, le=31_536_000
    )
    read_timeout: Number = Field(15.0, description="seconds that reading a page may take", gt=0, le=120)

    # Feeds
    feed_timeout: Number = Field(
        15.0, description="seconds that fetching a feed may take, redirects included", gt=0, le=120
    )
    feed_max_bytes: int = Field(5_000_000, description="bytes of a feed after decompression", ge=10_000)
    feeds_per_server: int = Field(100, description="feeds that one server may follow", ge=1, le=10_000)
    poll_connections: int = Field(
        128, description="feeds that are fetched at once; 4 of one host at most", ge=1, le=1_000
    )

    # Watching it
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    log_format: Literal["text", "json"] = Field("text", description="text or json")

    @field_validator("shard_count")
    @classmethod
    def _has_every_shard(cls, count: int, info: ValidationInfo) -> int:
        if beyond := [shard for shard in info.data.get("shard_ids", ()) if shard >= count]:
            raise ValueError(f"shards count from 0, and SHARD_IDS names {beyond[0]}")
        return count

    @property
    def price_table(self) -> dict[str, Price]:
        """The built-in prices with the operator's own on top."""
        return PRICES | self.prices

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Keywords, then the environment, then the .env that the command line names."""
        return init_settings, env_settings, dotenv_settings


def load_settings(env_file: Path | None = None, **values: Any) -> Settings:
    """The settings of this process. Raises BadSettings, which names the variable and what it accepts."""
    try:
        return Settings(_env_file=env_file, **values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _bad(str(first["loc"][0]), first["type"], first["msg"]) from None


def _bad(field: str, kind: str, message: str) -> BadSettings:
    known: Mapping[str, Any] = Settings.model_fields
    if kind == "extra_forbidden" or field not in known:
        return BadSettings(
            variable=field.upper(), accepts="nothing: there is no such variable; .env.example lists them all"
        )
    why = message.removeprefix("Value error, ")
    return BadSettings(variable=field.upper(), accepts=f"{known[field].description} ({why[:1].lower()}{why[1:]})")
