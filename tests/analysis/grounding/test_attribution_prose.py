"""Attribution in prose as newspapers write it, in four languages: the one who said it, and those who did not."""

from __future__ import annotations

import pytest

from tests.analysis.grounding.drafts import article_of, kept

WORDS = "we lost the harbour in one night"

PROSE = """
en | Harriet Vale | Tom Oakes
    Harriet Vale, chair of the port authority, was blunt when I reached her on Friday. “@,” she told me. “Ask the
    insurers.” Minister Tom Oakes declined to comment.
en | Vale | Oakes
    Minister Tom Oakes promised a review. But Harriet Vale was unimpressed: “@.”
en | Oakes | Vale
    Asked whether he regretted it, Oakes shrugged. “@,” he said. Vale, who sat beside him, did not laugh.
en | Oakes | Vale
    “@,” Oakes tweeted on Monday, hours after Vale had called the plan “a joke.”
en | Tom Oakes | Vale
    Vale called the plan “a joke.” Oakes, in a statement, insisted: “@.”
en | Jane Jacobs | Robert Moses
    In 1961 Jane Jacobs wrote that “@.” Robert Moses never answered.
en | Keynes | Hayek
    As Keynes put it, “@.” Hayek thought otherwise.
en | Vale | Oakes
    “@”: that was how Vale described the vote. Oakes saw it differently.
en | Vale | Oakes
    Vale's verdict is harsher. “@.” Oakes prefers to speak of teething troubles.
en | Oakes | Vale
    The memo, written by Oakes and leaked to Vale, says “@.”
en | Harriet Vale | Oakes
    Oakes's predecessor, Harriet Vale, once told parliament that “@.”
en | Vale | Oakes
    “@,” said the report, which Vale wrote. Oakes has not read it.
en | Senator Vale | Oakes
    Senator Vale (D-Ohio) said: “@.” Her colleague Oakes nodded.
en | Vale | Tom Oakes
    Vale has been here before. In 2011 she lost her seat over it. “@,” she remembers, and laughs. Tom Oakes took
    it.
en | Tom Oakes | Britain
    The prime minister, Tom Oakes, said on Tuesday that Britain would go it alone. “@,” the prime minister added.
en | Vale | Oakes
    ‘@,’ says Vale. ‘It’s the tenants’ fault, apparently.’ Oakes disagrees.
de | Tom Eichner | Harriet Vahl
    Wirtschaftsminister Tom Eichner hält das für Panikmache. „@“, sagte er dem Sender. Die Hafenchefin Harriet
    Vahl widerspricht.
de | Harriet Vahl | Tom Eichner
    Die Hafenchefin Harriet Vahl widerspricht dem Minister Tom Eichner: „@.“
de | Harriet Vahl | Eichner
    „@“, heißt es im Gutachten von Harriet Vahl. Eichner hat es nicht gelesen.
de | Vahl | Eichner
    „@“, kritisiert Vahl, die seit 2011 im Amt ist. Eichner schweigt dazu.
de | Vahl | Eichner
    Wie Vahl einmal schrieb: „@.“ Das gefiel Eichner nicht.
fr | Thomas Duchêne | Hélène Vallon
    Le ministre Thomas Duchêne y voit un faux procès. « @ », assure-t-il. La directrice du port, Hélène Vallon,
    rit.
fr | Hélène Vallon | Thomas Duchêne
    « @ », répond Hélène Vallon, la directrice du port, à Thomas Duchêne.
fr | Hélène Vallon | Thomas Duchêne
    Interrogée lundi, Hélène Vallon a été plus claire que Thomas Duchêne : « @. »
fr | Hélène Vallon | Thomas Duchêne
    Comme l'écrivait Hélène Vallon, « @ ». Thomas Duchêne l'a oublié.
es | Tomás Robledo | Elena Valle
    El ministro Tomás Robledo lo niega. «@», aseguró el lunes. La directora del puerto, Elena Valle, se ríe.
es | Elena Valle |
    —@ —dijo Elena Valle. Tomás Robledo no respondió.
es | Elena Valle | Tomás Robledo
    Según Elena Valle, «@». Tomás Robledo lo niega.
es | Elena Valle | Tomás Robledo
    “@”, le contestó Elena Valle a Tomás Robledo.
en | Alan Whitcombe | Lorna Pike
    The Fisheries Board met twice in March. Its chairman, Alan Whitcombe, opened with a warning. “@,” he began,
    “and we will not get it back.” Lorna Pike, for the crews, walked out.
en | Lorna Pike |
    Lorna Pike walked out before Alan Whitcombe had finished. “@,” she told reporters on the steps.
en | Whitcombe | Pike
    What does Whitcombe propose? “@,” he said when I asked. That is not a plan; Pike has one.
en | Whitcombe | Pike
    Whitcombe is right about one thing. As he told the board, “@.” What he left out is that Pike had warned him.
en | Lorna Pike | Alan Whitcombe
    Lorna Pike had warned Alan Whitcombe in a letter: “@.”
en | Lorna Pike | Alan Whitcombe
    “@”, writes Lorna Pike in her new book on the coast. Alan Whitcombe comes out of it badly.
en | Lorna Pike | Alan Whitcombe
    To quote Lorna Pike: “@.” Alan Whitcombe should frame it.
en | Alan Whitcombe | Ms. Pike
    “@,” Mr. Whitcombe, 61, said in an interview. “Nobody has told Ms. Pike.”
en | Pike | Whitcombe
    Pike’s reply came within the hour. “@,” it read. Whitcombe deleted his own.
en | Whitcombe | Pike
    President Whitcombe’s line — “@” — was meant as a joke, and Senator Pike took it as one.
en | Whitcombe | Pike
    Whitcombe, asked by Pike whether he would resign, answered: “@.”
en | Alan Whitcombe | Lorna Pike
    The late Alan Whitcombe used to say that “@”; Lorna Pike never forgave him for it.
en | Gil Trask | Whitcombe, Pike
    A fisherman named Gil Trask, mending nets, put it best. “@,” he said. Neither Whitcombe nor Pike was there to
    hear.
en | Pike | Whitcombe
    “I told Whitcombe that @,” Pike said.
en | Whitcombe | Pike
    Whitcombe has dismissed such talk as “@.” Pike calls it arithmetic.
en | Pike | Whitcombe
    In her reply to Whitcombe, Pike was brief: “@.”
de | Alfred Winkel | Lena Pieck
    Bürgermeister Alfred Winkel sieht das anders. „@“, schreibt er im Amtsblatt. Lena Pieck vom Fischereiverband
    hat nur gelacht.
de | Lena Pieck | Winkel
    Lena Pieck vom Fischereiverband hat darüber nur gelacht: „@.“ Winkel fand das nicht komisch.
de | Winkel | Pieck
    „@“, erklärte Winkel. Pieck entgegnete: „Das wollen wir sehen.“
de | Winkel | Pieck
    Auf Piecks Frage sagte Winkel: „@.“
de | Lena Pieck | Alfred Winkel
    Nach Ansicht von Lena Pieck gilt: „@.“ Alfred Winkel sieht es anders.
de | Winkel | Pieck
    Dass „@“, wie Winkel behauptet, glaubt außer ihm keiner; Pieck schon gar nicht.
fr | Alain Vitrac | Laure Piquet
    Le maire, Alain Vitrac, a haussé les épaules. « @ », a-t-il lâché avant de partir. Laure Piquet n'en revient
    pas.
fr | Laure Piquet | Alain Vitrac
    « @, soupire Laure Piquet. Alain Vitrac le sait bien. »
fr | Laure Piquet | Alain Vitrac
    À Alain Vitrac, Laure Piquet a répondu d'une phrase : « @. »
fr | Laure Piquet | Alain Vitrac
    Pour Laure Piquet, « @ ». Alain Vitrac pense le contraire.
es | Alonso Vera | Lucía Pinto
    El alcalde Alonso Vera se encogió de hombros: «@». Lucía Pinto, de la cofradía, no.
es | Lucía Pinto | Alonso Vera
    «@», sostiene Lucía Pinto, que preside la cofradía. Alonso Vera no la recibe.
es | Lucía Pinto |
    Lucía Pinto fue clara con Alonso Vera. «@», le dijo.
"""


def _rows() -> list[tuple[str, str, list[str], str]]:
    """Language, speaker, the others, and the paragraph in which @ stands for the words."""
    rows: list[tuple[str, str, list[str], str]] = []
    for line in PROSE.strip().splitlines():
        if line.startswith(" "):
            language, speaker, others, text = rows[-1]
            rows[-1] = (language, speaker, others, f"{text} {line.strip()}".strip())
        else:
            language, speaker, named = (field.strip() for field in line.split("|"))
            rows.append((language, speaker, [name for name in named.split(", ") if name], ""))
    return rows


ROWS = _rows()


@pytest.mark.parametrize(("language", "speaker", "others", "text"), ROWS, ids=[text[:50] for *_, text in ROWS])
def test_prose_says_who_spoke(language: str, speaker: str, others: list[str], text: str) -> None:
    article = article_of(text.replace("@", WORDS), language=language)
    assert kept(article, WORDS, speaker)
    assert [other for other in others if kept(article, WORDS, other)] == []


def test_there_is_prose_of_every_language() -> None:
    assert {language for language, *_ in ROWS} == {"en", "de", "fr", "es"}
    assert len(ROWS) >= 50
