"""Numbers, in whatever way four languages write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.analysis.grounding.amounts import Amounts


def _read(text: str, language: str = "en") -> list[tuple[set[object], str]]:
    return [(set(amount.values), amount.unit) for amount in Amounts(text, language, as_source=False)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        pytest.param("14,000", "en", 14000, id="grouped by commas"),
        pytest.param("14.000", "de", 14000, id="grouped by points"),
        pytest.param("14 000", "fr", 14000, id="grouped by blanks"),
        pytest.param("14\u202f000", "fr", 14000, id="grouped by thin blanks"),
        pytest.param("14'000", "de", 14000, id="grouped by apostrophes"),
        pytest.param("1,234,567.5", "en", Decimal("1234567.5"), id="grouped, with a decimal point"),
        pytest.param("1.234.567,5", "de", Decimal("1234567.5"), id="grouped, with a decimal comma"),
        pytest.param("3.4", "en", Decimal("3.4"), id="decimal point"),
        pytest.param("3,4", "de", Decimal("3.4"), id="decimal comma"),
        pytest.param("0,125", "de", Decimal("0.125"), id="three decimals after nought"),
        pytest.param("3.4 billion", "en", 3_400_000_000, id="billion"),
        pytest.param("3,400 million", "en", 3_400_000_000, id="the same in millions"),
        pytest.param("3,4 Mrd.", "de", 3_400_000_000, id="Mrd."),
        pytest.param("3,4 milliards", "fr", 3_400_000_000, id="milliards"),
        pytest.param("3.400 millones", "es", 3_400_000_000, id="millones"),
        pytest.param("mil millones", "es", 1_000_000_000, id="mil millones"),
        pytest.param("two billion", "en", 2 * 10**9, id="an English billion"),
        pytest.param("zwei Billionen", "de", 2 * 10**12, id="a German Billion"),
        pytest.param("twenty-one", "en", 21, id="tens and units"),
        pytest.param("two hundred and fifty thousand", "en", 250_000, id="hundreds and thousands"),
        pytest.param("half a million", "en", 500_000, id="half a million"),
        pytest.param("a dozen", "en", 12, id="a dozen"),
        pytest.param("einundzwanzig", "de", 21, id="German tens"),
        pytest.param("zweihundertfünfzigtausend", "de", 250_000, id="a German compound"),
        pytest.param("dreitausendvierhundert", "de", 3400, id="another"),
        pytest.param("eine Million", "de", 1_000_000, id="eine Million"),
        pytest.param("quatre-vingt-dix-sept", "fr", 97, id="four twenties, ten and seven"),
        pytest.param("soixante et onze", "fr", 71, id="sixty and eleven"),
        pytest.param("deux cent mille", "fr", 200_000, id="deux cent mille"),
        pytest.param("treinta y uno", "es", 31, id="treinta y uno"),
        pytest.param("doscientos cincuenta", "es", 250, id="doscientos cincuenta"),
        pytest.param("2½", "en", Decimal("2.5"), id="a fraction sign"),
        pytest.param("21st", "en", 21, id="ordinal"),
        pytest.param("1990s", "en", 1990, id="decade"),
    ],
)
def test_one_number(text: str, language: str, value: int | Decimal) -> None:
    assert _read(text, language) == [({Decimal(value)}, "")]


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        pytest.param("65%", "en", "%", id="sign"),
        pytest.param("65 per cent", "en", "%", id="per cent"),
        pytest.param("65 Prozent", "de", "%", id="Prozent"),
        pytest.param("65\u00a0%", "fr", "%", id="after a blank"),
        pytest.param("65 por ciento", "es", "%", id="por ciento"),
        pytest.param("$65", "en", "$", id="before"),
        pytest.param("65 dollars", "en", "$", id="as a word"),
        pytest.param("65 Euro", "de", "€", id="Euro"),
        pytest.param("65 people", "en", "", id="of something else"),
    ],
)
def test_its_unit(text: str, language: str, unit: str) -> None:
    [(values, found)] = _read(text, language)
    assert found == unit
    assert values - {"65%"} == {Decimal(65)}
    assert ("65%" in values) == (unit == "%")


def test_a_suffix_may_mean_millions_or_metres() -> None:
    assert _read("£61m") == [({Decimal(61), Decimal(61_000_000)}, "£")]


def test_a_half_is_a_share_and_fifty_percent() -> None:
    [(values, _)] = _read("half of them")
    assert values == {Decimal("0.5")} | set(_read("50 percent")[0][0]) - {Decimal(50)}
    [(values, _)] = _read("two thirds of them")
    assert {"66%", "67%", "66.7%"} <= values


@pytest.mark.parametrize("text", ["one man", "a third option" * 0, "the second reason", "millions of them", "No. "])
def test_words_that_count_nothing(text: str) -> None:
    assert _read(text) == []


def test_codes_and_times_are_read_as_they_are_written() -> None:
    assert [values for values, _ in _read("The G20 met at 10:52 over Covid-19")] == [{"g20"}, {"10:52"}, {"covid19"}]


def test_numbers_beside_each_other_stay_apart() -> None:
    assert [values for values, _ in _read("between two and three, 2019–2020, a 3-0 win")] == [
        {Decimal(2)}, {Decimal(3)}, {Decimal(2019)}, {Decimal(2020)}, {Decimal(3)}, {Decimal(0)},
    ]  # fmt: skip


def test_only_a_source_has_ordinals_and_pairs() -> None:
    text = "Both met for the third time."
    assert list(Amounts(text, "en", as_source=False)) == []
    assert [set(a.values) for a in Amounts(text, "en", as_source=True)] == [{Decimal(2)}, {Decimal(3)}]


def test_the_surface_is_what_was_written() -> None:
    text = "It cost $3.4 billion, or 65 per cent of two hundred, said he."
    assert [amount.surface for amount in Amounts(text, "en", as_source=False)] == [
        "$3.4 billion", "65 per cent", "two hundred",
    ]  # fmt: skip
