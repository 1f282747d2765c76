"""Settings: what they accept, what they say when they do not, and what they never say."""

from __future__ import annotations

import json
import os
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings, load_settings
from bot.errors import BadSettings
from bot.models.money import PRICES, Price
from bot.ui.sentences import sentence

EXAMPLE = Path(__file__).parents[1] / ".env.example"
KEY = "sk-very-secret-0123456789"


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower() in Settings.model_fields:
            monkeypatch.delenv(name)


FromText = Callable[[str, str], Settings]


@pytest.fixture(params=["environment", "file"], ids=["in the environment", "in an .env"])
def from_text(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FromText:
    """Settings with one variable, given as an operator gives it."""

    def load(variable: str, value: str) -> Settings:
        if request.param == "environment":
            monkeypatch.setenv(variable, value)
            return load_settings()
        env_file = tmp_path / ".env"
        env_file.write_text(f"{variable}={_quoted(value)}\n", encoding="utf-8")
        return load_settings(env_file)

    return load


def _quoted(value: str) -> str:
    return f"'{value}'" if re.search(r"\s", value) else value


def test_a_shard_beyond_the_last_is_told() -> None:
    assert load_settings(shard_ids=(0, 2), shard_count=3).shard_ids == (0, 2)
    with pytest.raises(BadSettings) as refused:
        load_settings(shard_ids=(0, 3), shard_count=3)
    assert "SHARD_COUNT" in sentence(refused.value)
    assert "SHARD_IDS names 3" in sentence(refused.value)


# --- .env.example --------------------------------------------------------------------------------------------------


def example() -> dict[str, tuple[str, str]]:
    """Each variable's value and the comment above it."""
    variables, comment = dict[str, tuple[str, str]](), ""
    for line in EXAMPLE.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            comment = line.removeprefix("#").strip()
        elif line:
            name, _, value = line.partition("=")
            variables[name] = value, comment
    return variables


def test_the_example_lists_every_variable_and_no_other() -> None:
    assert sorted(example()) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_as_it_is_gives_the_defaults() -> None:
    assert load_settings(EXAMPLE) == load_settings()


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_the_example_shows_a_default_where_there_is_one(name: str) -> None:
    value, _ = example()[name.upper()]
    default = Settings.model_fields[name].get_default(call_default_factory=True, validated_data={})
    assert bool(value) == (default not in (None, "", (), {})), f"{value!r} for {default!r}"
    as_written: dict[str, Any] = {name: value}
    assert getattr(load_settings(**as_written), name) == default


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_the_example_says_of_each_variable_what_it_is_for(name: str) -> None:
    description = Settings.model_fields[name].description
    assert description
    assert example()[name.upper()][1].lower() == f"{description}.".lower().replace("..", ".")


# --- what is accepted ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variable", "text", "value"),
    [
        pytest.param("OPENAI_MODEL", "local-7b", "local-7b", id="a word"),
        pytest.param("OPENAI_BASE_URL", " http://127.0.0.1:8080/v1\n", "http://127.0.0.1:8080/v1", id="an address"),
        pytest.param("DATABASE_PATH", "/data/a b.sqlite3", Path("/data/a b.sqlite3"), id="a path with a blank"),
        pytest.param("FETCH_PORTS", "80, 443,8080", (80, 443, 8080), id="ports"),
        pytest.param("SHARD_IDS", "0, 0", (0, 0), id="shards"),
        pytest.param("BUDGET_DAILY_USD", "1.5", 1.5, id="dollars"),
        pytest.param("BUDGET_DAILY_USD", "0", 0.0, id="a budget of nothing is not the same as none"),
        pytest.param("FETCH_ALLOW_PRIVATE_NETWORKS", "true", True, id="a switch"),
        pytest.param("FETCH_AGAIN_AFTER", "0", 0.0, id="never fresh"),
        pytest.param(
            "PRICES",
            '{"local": {"prompt": 0, "cached": 0, "completion": 0.5}}',
            {"local": Price(prompt=0, cached=0, completion=0.5)},
            id="prices",
        ),
    ],
)
def test_a_value_is_read_as_it_was_meant(from_text: FromText, variable: str, text: str, value: object) -> None:
    assert getattr(from_text(variable, text), variable.lower()) == value


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
@pytest.mark.parametrize("blank", ["", "  "], ids=["empty", "blanks"])
def test_a_blank_value_means_the_default(from_text: FromText, name: str, blank: str) -> None:
    assert from_text(name.upper(), blank) == load_settings()


def test_the_environment_goes_before_the_file_and_keywords_before_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("OPENAI_MODEL=of-the-file\nCONTEXT_TOKENS=2000\nLOG_LEVEL=DEBUG\n")
    monkeypatch.setenv("OPENAI_MODEL", "of-the-environment")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    settings = load_settings(env_file, log_level="ERROR")
    assert (settings.context_tokens, settings.openai_model, settings.log_level) == (2000, "of-the-environment", "ERROR")


def test_every_value_may_be_given_as_a_keyword_and_no_file_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("OPENAI_MODEL=of-the-file\n")
    settings = Settings(database_path=tmp_path / "x.sqlite3", fetch_allow_private_networks=True)
    assert (settings.database_path, settings.openai_model) == (tmp_path / "x.sqlite3", "gpt-6-luna")


def test_the_environments_other_variables_are_nobodys_business(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORGANIZATION", "x")
    assert load_settings() == Settings()


def test_own_prices_are_laid_over_the_built_in_ones() -> None:
    own = {"local": Price(prompt=1, cached=1, completion=1)}
    assert load_settings(prices=own).price_table == PRICES | own


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().openai_model = "another"  # type: ignore[misc]  # that is the point


# --- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variable", "text", "accepts"),
    [
        pytest.param("OPENAI_TIMEOUT", "soon", "seconds", id="a word for a number"),
        pytest.param("OPENAI_TIMEOUT", "0", "greater than 0", id="no time at all"),
        pytest.param("OPENAI_TIMEOUT", "601", "600", id="more than the most"),
        pytest.param("OPENAI_TIMEOUT", "nan", "number", id="not a number"),
        pytest.param("BUDGET_DAILY_USD", "-1", "greater than or equal to 0", id="less than nothing"),
        pytest.param("BUDGET_DAILY_USD", "nan", "number", id="a cap that nothing passes"),
        pytest.param("BUDGET_SERVER_DAILY_USD", "$5", "number", id="a currency"),
        pytest.param("FETCH_AGAIN_AFTER", "inf", "number", id="for ever"),
        pytest.param("FETCH_AGAIN_AFTER", "1e300", "31536000", id="longer than any calendar"),
        pytest.param("CONTEXT_TOKENS", "12.5", "integer", id="a part of a token"),
        pytest.param("FETCH_PORTS", "80;443", "integer", id="another separator"),
        pytest.param("FETCH_PORTS", "80,70000", "65535", id="a port that does not exist"),
        pytest.param("FETCH_PORTS", ",", "at least 1", id="no port at all"),
        pytest.param("FETCH_ALLOW_PRIVATE_NETWORKS", "maybe", "boolean", id="neither on nor off"),
        pytest.param("LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING or ERROR", id="a level that does not exist"),
        pytest.param("LOG_FORMAT", "xml", "text or json", id="a format that does not exist"),
        pytest.param("OPENAI_REASONING_EFFORT", "some", "'low'", id="an effort that does not exist"),
        pytest.param("OPENAI_BASE_URL", "127.0.0.1:8080", "http://", id="an address without a scheme"),
        pytest.param("OPENAI_BASE_URL", "ftp://models.test/", "http://", id="another scheme"),
        pytest.param("PRICES", "{cheap}", '{"MODEL": {"prompt"', id="no JSON"),
        pytest.param("PRICES", "[1]", '{"MODEL": {"prompt"', id="a list of prices"),
        pytest.param("PRICES", '{"m": {"prompt": 1}}', '{"MODEL": {"prompt"', id="half a price"),
        pytest.param(
            "PRICES", '{"m": {"prompt": -1, "cached": 0, "completion": 0}}', "0 or more", id="a price below nothing"
        ),
        pytest.param(
            "PRICES", '{"m": {"prompt": NaN, "cached": 0, "completion": 0}}', "0 or more", id="a price that is none"
        ),
        pytest.param("DEV_GUILD_ID", "my server", "integer", id="a name for an id"),
        pytest.param("SHARD_IDS", "0,-1", "greater than or equal to 0", id="a shard below the first"),
        pytest.param("DISCORD_TOKEN", "two words", "blanks", id="a token with a blank"),
        pytest.param("OPENAI_API_KEY", f"{KEY}\n{KEY}", "line breaks", id="two keys"),
        pytest.param("OPENAI_API_KEY", "ключ", "characters", id="a key that no header can hold"),
    ],
)
def test_a_malformed_value_is_told_with_its_variable_and_what_it_accepts(
    from_text: FromText, variable: str, text: str, accepts: str
) -> None:
    with pytest.raises(BadSettings) as refused:
        from_text(variable, text)
    assert refused.value.facts["variable"] == variable
    assert accepts in str(refused.value.facts["accepts"])
    told = sentence(refused.value)
    assert variable in told
    assert accepts in told


@pytest.mark.parametrize("name", ["OPENAI_API_KY", "FETCH_PORT", "PATH_TO_NOTHING"])
def test_an_unknown_name_in_a_file_is_told(tmp_path: Path, name: str) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"{name}=x\n")
    with pytest.raises(BadSettings) as refused:
        load_settings(env_file)
    assert refused.value.facts["variable"] == name
    assert ".env.example" in sentence(refused.value)


def test_an_unknown_keyword_is_told() -> None:
    with pytest.raises(BadSettings, match="bad-settings") as refused:
        load_settings(openai_ky="x")
    assert refused.value.facts["variable"] == "OPENAI_KY"


# --- what is never said --------------------------------------------------------------------------------------------

SECRETS = [name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)]


def test_the_token_and_the_key_are_secrets() -> None:
    assert SECRETS == ["discord_token", "openai_api_key"]


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_shows_nowhere_but_where_it_is_asked_for(name: str) -> None:
    given: dict[str, Any] = {name: KEY}
    settings = load_settings(**given)
    shown = [repr(settings), str(settings), f"{settings}", str(settings.model_dump()), settings.model_dump_json()]
    assert not [text for text in shown if KEY in text]
    secret: Any = getattr(settings, name)
    assert isinstance(secret, SecretStr)
    assert secret.get_secret_value() == KEY


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("around", ["{}\n", "  {}", "{}\r\n", "\t{} "])
def test_what_stands_around_a_secret_is_taken_off(from_text: FromText, name: str, around: str) -> None:
    secret: SecretStr = getattr(from_text(name.upper(), around.format(KEY)), name)
    assert secret.get_secret_value() == KEY


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        pytest.param("OPENAI_API_KEY", f"{KEY} {KEY}", id="a key that is refused itself"),
        pytest.param("OPENAI_TIMEOUT", KEY, id="a key in the wrong line"),
        pytest.param("PRICES", f'{{"{KEY}"', id="a key in JSON that is none"),
        pytest.param("FETCH_PORTS", f"80,{KEY}", id="a key in a list"),
        pytest.param("OPENAI_BASE_URL", KEY, id="a key for an address"),
    ],
)
def test_a_failure_does_not_show_what_was_written(from_text: FromText, variable: str, text: str) -> None:
    with pytest.raises(BadSettings) as refused:
        from_text(variable, text)
    shown = [sentence(refused.value), repr(refused.value), json.dumps(refused.value.facts)]
    shown += traceback.format_exception_only(refused.value)
    assert not [line for line in shown if KEY in line]
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__, "a traceback does not show pydantic's error either"
