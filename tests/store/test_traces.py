"""Traces of a person: their names, and what they said, in texts of others'."""

from __future__ import annotations

import pytest

from bot.store.traces import Traces

SPOKEN = "I know that the tunnel was closed by the mayor of Brill in May. Well, well."


def traces(*names: str, spoken: str = SPOKEN) -> Traces:
    return Traces(names, [spoken], 1234)


@pytest.mark.parametrize(
    ("name", "text", "cleared"),
    [
        ("Ben", "Ben says so [1¶3].", "a member says so [1¶3]."),
        ("Ben", "As BEN said, “ben” is right.", "As BEN said, “ben” is right."),
        ("Bennett", "As BENNETT said, “bennett's” is right.", "As a member said, “a member's” is right."),
        ("Bennett", "Bennettsville, Mcbennett and bennett_1", "Bennettsville, Mcbennett and bennett_1"),
        ("Al", "Al and al and ALL", "a member and al and ALL"),
        ("Ana Lopez", "ana lopez; Ana, and @Ana Lopez", "a member; a member, and a member"),
        ("Ana Lopez", "Ana Ruiz writes, ana does not.", "Ana Ruiz writes, ana does not."),
        ("Ana Lopez", "“Ana …”", "“a member …”"),
        ("the old captain", "The old captain, the old boat", "a member, the old boat"),
        ("Zoë 🌸", "Zoë 🌸 and Zoë and ZOË 🌸", "a member and a member and a member"),
        ("x", "x [1¶3] x", "x [1¶3] x"),
        ("12", "See [12¶3].", "See [12¶3]."),
        ("***", "***", "***"),
        ("a.b+c", "a.b+c, aXb+c", "a member, aXb+c"),
        ("田中", "田中さんは反対だ。", "a memberさんは反対だ。"),
        ("Жанна", "жанна и Жанна", "a member и a member"),
        ("", "Nobody.", "Nobody."),
        ("anyone", "<@1234> and <@!1234> and <@12345>", "a member and a member and <@12345>"),
    ],
)
def test_a_name_is_nobodys_any_more(name: str, text: str, cleared: str) -> None:
    assert traces(name).removed_from(text) == cleared
    assert traces(name).are_in(text) is (cleared != text)


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        pytest.param(
            "It is open. They say THE TUNNEL, was closed: by the mayor [1¶2]. It was May.",
            "It is open. It was May.",
            id="a sentence between others, whatever its case and its marks",
        ),
        pytest.param("The tunnel was closed.", "The tunnel was closed.", id="four words are anybody's"),
        pytest.param("The tunnel was closed. In a way.", "The tunnel was closed. In a way.", id="another fifth word"),
        pytest.param("Yes. The tunnel was. Closed by the mayor.", "Yes.", id="a run over two sentences takes both"),
        pytest.param("One.\n\nThe tunnel was closed by him.\n\nTwo.", "One.\n\nTwo.", id="a paragraph by itself"),
        pytest.param("A. B.\n\nC: tunnel was closed by the. [1¶2] D.", "A. B.\n\nD.", id="with the citation behind it"),
        pytest.param("- the tunnel was closed by\n- others", "- others", id="a line of a list"),
        pytest.param("“The tunnel was closed by the mayor of Brill.”", "", id="all of it"),
    ],
)
def test_what_they_said_is_nobodys_any_more(text: str, cleared: str) -> None:
    assert traces("Nobody Else").removed_from(text) == cleared
    assert traces("Nobody Else").are_in(text) is (cleared != text)


def test_of_a_script_without_spaces_a_run_is_twice_as_many_characters() -> None:
    said = traces(spoken="私は昨日その橋が閉鎖されたことを知りました")
    assert said.removed_from("はい。昨日その橋が閉鎖されたようだ。次。") == "はい。次。"
    assert said.removed_from("はい。その橋が閉鎖。次。") == "はい。その橋が閉鎖。次。"


def test_what_nobody_said_is_left_as_it_is() -> None:
    text = "One  two .\n \n\nThree\u00a0!  "
    assert Traces([], [], 1234).removed_from(text) == text
    assert Traces(["Ben"], [SPOKEN], 1234).removed_from(text) == text


def test_a_long_text_is_looked_through_at_once() -> None:
    """Of 30,000 words each run is looked at once; a slow way would take minutes."""
    words = " ".join(f"word{n}" for n in range(30_000))
    assert traces(spoken=words).removed_from(f"Before. {words}. After.") == "Before. After."
