"""Whole commentaries in four languages: what the author claims is told from what others say."""

from __future__ import annotations

import pytest

from bot.analysis.extractive import draft
from bot.models.article import Article
from bot.models.summary import Draft, Options, Signature

WEEK = """\
Every spring the school board of Tarn Valley rediscovers the four-day week. This spring it found a consultant to \
go with it.

The pitch is seductive, and Superintendent Wade Hollis makes it with slides. Teachers are quitting in droves. A \
three-day weekend costs nothing and recruits like a signing bonus. Heating bills drop by a fifth, the buses rest \
on Fridays, and test scores, he assured parents on Monday, "hold steady or improve in most districts that try \
it." Besides, students would have a day for jobs, for doctors, for sleep.

It sounds like a free lunch, and for the district office it may well be one. What it amounts to, for everyone \
else, is a tax paid on Fridays by whoever has the least help at home. In Tarn Valley 61 percent of children live \
with parents who both work; a day of care runs to $55. Multiply that by 34 Fridays and two children and you have \
taken $3,740 from a family that clears $42,000.

I do not doubt that teachers are tired. I was one for nine years. Yet the districts that went to four days in \
our state lost teachers at the same rate as those that did not, the state auditor reported in October. What kept \
people, in the three districts where they stayed, was an aide in the room and a raise of six percent.

"My Fridays would be my mother's problem," said Keisha Dorn, who drives for the county and has twins in second \
grade. "She's seventy-four. She'd do it. That's not a plan."

Then there is hunger. Free lunch is served at school, and nowhere else. Some 1,100 children eat it here. The \
food bank has told the board it can cover 300 of them.

A board that wants to keep its teachers should pay for the aides and put the cost, about $1.9 million, on the \
November ballot where voters can see it. Calling a cut a weekend does not make it one.
"""
ROAD = """\
Wenn der Verkehrsminister von Technologieoffenheit spricht, ist meistens eine Autobahn in der Nähe. Diesmal sind \
es gleich zwei.

Die Befürworter der Südumgehung führen gern den Lärm ins Feld. Wer an der Hauptstraße wohne, habe ein Recht auf \
Schlaf. Der Durchgangsverkehr müsse raus aus dem Ort, und ohne neue Straße bleibe er eben drin. „Wir bauen keine \
Straße, wir bauen Ruhe“, sagte Landrätin Petra Höger bei der Vorstellung der Pläne.

Das klingt vernünftig. Nur stimmt es nicht. Von den 14.200 Autos, die täglich durch Mellenthin fahren, wollen \
nach der Zählung des Kreises 11.600 genau dorthin. Sie kommen aus dem Ort oder bleiben im Ort, und keine \
Umgehung der Welt wird sie umleiten.

Straßen lösen keinen Stau, sie verlegen ihn, und wer 92 Millionen Euro für zwei Minuten ausgibt, hat am Ende \
weder Ruhe noch Geld. Für ein Zehntel der Summe führe der Bus alle zehn Minuten. Der Bahnhof, seit 2006 \
geschlossen, ließe sich für acht Millionen wieder öffnen, wie ein Gutachten der Hochschule Wismar zeigt.

Der Kreistag sollte die Pläne beerdigen und den Fahrplan bestellen. Niemand wird die Straße vermissen, die es \
nie gab.
"""
LIBRARY = """\
On nous répète que la bibliothèque de Saint-Ambert est vide. J'y suis allé un mardi : il n'y avait plus une \
chaise.

Selon la mairie, les chiffres sont sans appel. Les prêts ont baissé de 40 % en dix ans, les jeunes lisent sur \
leurs téléphones, et le bâtiment coûte 600 000 euros par an. « Une bibliothèque sans lecteurs est un musée », a \
déclaré l'adjoint à la culture, Luc Ferrand.

L'argument se tient, à condition de ne compter que les livres. Or on vient ici pour tout le reste : se chauffer, \
imprimer un CV, apprendre le français, ne pas être seul. Une bibliothèque n'est pas un dépôt de livres, c'est le \
dernier endroit de la ville où l'on peut rester sans payer. L'an dernier, 212 000 personnes en ont poussé la \
porte, d'après le compteur de l'entrée.

Fermer coûterait d'ailleurs plus cher qu'on ne le dit, car il faudrait reloger trois associations et le service \
social. Que le conseil garde les clés et allonge les horaires. Dans dix ans, personne ne regrettera l'économie ; \
tout le monde regretterait la porte fermée.
"""
PUMP = """\
Good news for the residents of Pell Street: the sewage is staying. Our county has studied the matter for eleven \
years, and one does not rush a thing like that.

We are told the smell is bracing. Property taxes, at least, have kept their freshness. And what child doesn't \
enjoy a little mystery in the bathwater?

On August 9 the pumping station failed for the fourth time this year. Ninety homes had water in them that nobody \
should have to describe. A replacement pump costs $410,000; the county spent $2.2 million on consultants to \
decide whether to buy it.

Commissioner Dale Ruiz defends the delay. A pump bought in haste, he argues, is a pump bought twice. State money \
may arrive in 2027, and the county would be foolish to spend its own a year before. Rates in Pell Ward are \
already the second highest in the region.

There is something to that. State money is real money, and nobody wants to pay twice. But a year is not free. \
Each failure costs about $70,000 in cleanup, by the county's own ledger, and there have been four.

"I've replaced the carpet three times," Ana Whitlock told the commissioners last week. "I'm done buying carpet." \
Ruiz thanked her for her patience.

Waiting has become the most expensive policy the county has. It is paid for by people who were never asked, in \
carpets and in doctors' bills, and it appears in no budget.

Buy the pump. Bill the state later, if it ever calls back.
"""
TREES = """\
Qué alivio: el ayuntamiento de Torremar ha descubierto que sobran árboles. Los quitará de la avenida en tres \
semanas.

El concejal de Urbanismo, Tomás Aguado, lo explica con paciencia. Las raíces levantan las aceras. Las hojas \
atascan los sumideros y el seguro paga cada otoño dos o tres tobillos. «Un árbol mal puesto es un problema mal \
resuelto», dijo en el pleno.

Es cierto que las aceras están rotas. Pero se rompieron porque en 1998 se plantó en alcorques de sesenta \
centímetros, y eso se arregla con alcorques, no con sierras.

Según el estudio que la propia concejalía encargó a la universidad, la avenida es cuatro grados más fresca que \
las calles de al lado. En julio ingresaron por golpes de calor 61 vecinos, casi todos mayores de setenta años. \
La sombra es el único servicio público que en este pueblo funciona sin horario, y la alcaldía quiere cerrarlo.

Ensanchar los 140 alcorques cuesta 380.000 euros. Talar y pavimentar cuesta 520.000. Nadie en el pleno ha sabido \
explicar la diferencia.

Que dejen las motosierras en el almacén. Dentro de veinte años nadie recordará los tobillos; todos recordarán la \
sombra.
"""

Opening = str | tuple[str, ...]

COMMENTARIES = pytest.mark.parametrize(
    ("language", "text", "thesis", "rejected", "speakers"),
    [
        pytest.param(
            "en",
            WEEK,
            # It says what it wants twice: the verdict in the middle, the demand at the end.
            ("What it amounts to, for everyone else, is a tax", "A board that wants to keep its teachers should pay"),
            2,
            ("Wade Hollis", "Keisha Dorn", "Keisha Dorn"),
            id="a pitch, rebutted by figures",
        ),
        pytest.param(
            "de", ROAD, "Straßen lösen keinen Stau", 2, ("Petra Höger",), id="German, the subjunctive of report"
        ),
        pytest.param(
            "fr",
            LIBRARY,
            "Une bibliothèque n'est pas un dépôt de livres",
            2,
            ("Luc Ferrand",),
            id="French, a town hall’s figures",
        ),
        pytest.param(
            "en",
            PUMP,
            "Waiting has become the most expensive policy",
            4,
            ("Ana Whitlock", "Ana Whitlock"),
            id="an ironic opening",
        ),
        pytest.param(
            "es",
            TREES,
            "La sombra es el único servicio público",
            2,
            ("Tomás Aguado",),
            id="Spanish, ironic, an official’s reasons",
        ),
    ],
)


def summary(language: str, text: str) -> tuple[Article, Draft, list[str]]:
    article = Article(language=language, paragraphs=tuple(text.strip().split("\n\n")))
    made = draft(article, Options(), Signature(engine="extractive"))
    said = [made.thesis, made.tldr, *(part for a in made.arguments for part in (a.claim, a.support) if part)]
    return article, made, said


@COMMENTARIES
def test_the_thesis(language: str, text: str, thesis: Opening, rejected: int, speakers: tuple[str, ...]) -> None:
    _, made, _ = summary(language, text)
    assert made.thesis.startswith(thesis)


@COMMENTARIES
def test_no_rejected_view(language: str, text: str, thesis: Opening, rejected: int, speakers: tuple[str, ...]) -> None:
    article, _, said = summary(language, text)
    assert not [sentence for sentence in said if sentence in article.paragraphs[rejected - 1]]


@COMMENTARIES
def test_the_speakers(language: str, text: str, thesis: Opening, rejected: int, speakers: tuple[str, ...]) -> None:
    _, made, _ = summary(language, text)
    assert tuple(quote.speaker for quote in made.quotes) == speakers


@COMMENTARIES
def test_the_words(language: str, text: str, thesis: Opening, rejected: int, speakers: tuple[str, ...]) -> None:
    article, made, said = summary(language, text)
    assert len(made.arguments) >= 3
    assert sum(len(sentence.split()) for sentence in said) <= 150
    assert all(sentence in article.text for sentence in said)
