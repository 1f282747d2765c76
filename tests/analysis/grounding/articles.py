"""Commentaries written for these tests, with the quotations in them and who says each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.models.article import Article, Comment


@dataclass(frozen=True)
class Said:
    """A quotation of an article: words, whose they are as a summary would name them, paragraph from 1."""

    text: str
    speaker: str
    paragraph: int


def _paragraphs(text: str) -> tuple[str, ...]:
    """The blocks of a text, each on one line."""
    return tuple(block.strip().replace("\n", " ") for block in text.split("\n\n"))


ORCHARD = Article(
    title="The county's orchard plan counts trees and forgets pickers",
    authors=("Miriam Kowalczyk",),
    site="Vale Courier",
    language="en",
    published=date(2024, 9, 17),
    paragraphs=_paragraphs(
        """
For three summers the county of Ashvale has promised to save its apple orchards. In August it voted $12.4
million for new trees, 31,000 of them, and not a cent for the people who pick what grows on trees.

Agriculture commissioner Walter Brandreth is proud of the programme. “We have put more roots in the ground than
any administration since the war,” he told the Courier in June. “Nobody can accuse us of standing still.”

I drove out to the Hollins farm to see the roots. Beatriz Ocampo, who has run its crews for nineteen years,
walked me down a row of whips no thicker than a pencil. “Ask him who will climb up to these in six years,”
Ocampo said, “because it will not be my crew, and my crew is the last one that comes back.” Her eldest picker is
67.

The growers' federation sees it otherwise. Its president, Dr. Leonard Fairbairn, calls the shortage “a matter of
eighteen months, not of a generation” and puts his faith in machines. “A platform harvester does the work of
fourteen people and never asks for a bunk,” said Fairbairn, whose firm imports them.

There is a study about that, and the commissioner's own office paid for it. Written by the economist Priya
Raghunathan, it found that platforms work on 8 percent of the county's slopes. “The rest is too steep, too wet
or too old,” Raghunathan writes on its second page. Asked about the sentence, a spokesman for the commissioner
said only that the study was “one input among many.”

What would help is neither secret nor dear. Housing for 400 pickers would cost $3.1 million, a quarter of what
the trees cost. The state already pays half of it where a county asks; Ashvale has not asked since 2016.

‘We do not want to be saved,’ an old grower told me at the gate. ‘We want to be picked.’ He laughed at his own
joke, and then he stopped. I think the county should stop too, and build the bunkhouses before it plants one
more tree.

Raghunathan put the same thing to the board in March: “Money for wood, none for hands.” The board thanked her
for her time. “It was a very thorough presentation,” chairwoman Edith Marlowe recalled, and turned the page.
        """
    ),
    bio="Miriam Kowalczyk picked apples for two seasons and has written about farm work for the Courier since 2009.",
    comments=(
        Comment(author="Hilltop Hank", text="My neighbour lost ninety bins last autumn because nobody came to pick."),
        Comment(author="R. Stoll", text="The bunkhouses were full of rats when I was a boy, let the machines come."),
    ),
)
ORCHARD_SAID = (
    Said("We have put more roots in the ground than any administration since the war", "Walter Brandreth", 2),
    Said("Nobody can accuse us of standing still.", "Brandreth", 2),
    Said("Ask him who will climb up to these in six years", "Beatriz Ocampo", 3),
    Said("because it will not be my crew, and my crew is the last one that comes back.", "Ocampo", 3),
    Said("a matter of eighteen months, not of a generation", "Dr. Leonard Fairbairn", 4),
    Said("A platform harvester does the work of fourteen people and never asks for a bunk", "Fairbairn", 4),
    Said("The rest is too steep, too wet or too old", "Priya Raghunathan", 5),
    Said("one input among many", "", 5),
    Said("We do not want to be saved", "an old grower", 7),
    Said("We want to be picked.", "an old grower", 7),
    Said("Money for wood, none for hands.", "Priya Raghunathan", 8),
    Said("It was a very thorough presentation", "Edith Marlowe", 8),
)

HAFEN = Article(
    title="Der Hafen braucht keine zweite Brücke",
    authors=("Jost Petersen",),
    site="Förde-Bote",
    language="de",
    published=date(2023, 11, 4),
    paragraphs=_paragraphs(
        """
Seit elf Jahren wird in Grauholm über eine zweite Hafenbrücke gestritten, und seit elf Jahren wird sie teurer.
Aus 48 Millionen Euro sind 131 Millionen geworden, ohne dass ein Pfeiler stünde.

Oberbürgermeisterin Henrike Voss nennt den Bau „eine Frage der Selbstachtung“. Im Rat sagte sie am Dienstag:
„Eine Stadt, die keine Brücken mehr baut, hat mit sich abgeschlossen.“ Das ist ein schöner Satz, und er kostet
viel Geld.

„Wir haben die Verkehre gezählt, und sie werden seit 2014 jedes Jahr weniger“, sagt der Verkehrsplaner Tomasz
Wieczorek, der im Auftrag des Landes 22 Wochen lang an der alten Brücke gestanden hat. „Wer das nicht glaubt,
kann sich gern daneben stellen.“

Bei den Spediteuren glaubt man es nicht. Ihr Sprecher Ulf Hansen rechnet mit 6.400 Lastwagen am Tag und warnt:
„Ohne die Brücke stehen wir in fünf Jahren vor der Stadt und nicht mehr in ihr.“ Woher die Zahl kommt, wollte er
auf Nachfrage nicht sagen.

Ich halte die Brücke für ein Denkmal. Für ein Achtel des Geldes ließe sich die alte so instand setzen, dass sie
noch vierzig Jahre trägt; das Gutachten liegt seit März im Bauamt. „Man kann sie reparieren, man will nur
nicht“, meint die Statikerin Annegret Lüders, die es geschrieben hat.

Es wäre ein Zeichen von Größe, den Beschluss zurückzunehmen. Die Stadt sollte das alte Bauwerk sanieren und mit
dem Rest die Fähre zurückholen, die 1998 eingestellt wurde.
        """
    ),
    bio="Jost Petersen war bis 2019 Lotse im Grauholmer Hafen.",
    comments=(
        Comment(author="Fährmann", text="Die Fähre war jeden zweiten Tag kaputt, das weiß hier jeder noch genau."),
    ),
)
HAFEN_SAID = (
    Said("eine Frage der Selbstachtung", "Henrike Voss", 2),
    Said("Eine Stadt, die keine Brücken mehr baut, hat mit sich abgeschlossen.", "Voss", 2),
    Said("Wir haben die Verkehre gezählt, und sie werden seit 2014 jedes Jahr weniger", "Tomasz Wieczorek", 3),
    Said("Wer das nicht glaubt, kann sich gern daneben stellen.", "Wieczorek", 3),
    Said("Ohne die Brücke stehen wir in fünf Jahren vor der Stadt und nicht mehr in ihr.", "Ulf Hansen", 4),
    Said("Man kann sie reparieren, man will nur nicht", "Annegret Lüders", 5),
)

ECOLE = Article(
    title="À Montferrand, on ferme l'école pour sauver la cantine",
    authors=("Solène Barraud",),
    site="Le Causse libre",
    language="fr",
    published=date(2022, 5, 30),
    paragraphs=_paragraphs(
        """
La commune de Montferrand-le-Vieux compte 612 habitants, une école de deux classes et une cantine toute neuve.
Le rectorat veut fermer la première, le département vient de payer la seconde 740 000 euros.

« Nous ne fermons pas une école, nous rapprochons des élèves », a expliqué l'inspectrice Claire Delmotte devant
les parents. Dix-neuf enfants feraient chaque jour 26 kilomètres pour être rapprochés.

Le maire, Bastien Roquefeuil, ne décolère pas. « On me demande de chauffer une cantine vide au nom du bon sens
», dit-il en ouvrant la porte du réfectoire. « Qu'on m'envoie au moins quelqu'un pour manger. »

« Les chiffres, on les connaît, soupirait lundi Nadia Benhamou, qui tient la classe des grands. Ce qu'on ne
compte pas, c'est l'heure de sommeil que perd un enfant de six ans. » Elle enseigne ici depuis 2003.

On peut défendre la carte scolaire sans défendre cette fermeture-là. Selon le rapport de la chambre régionale,
la moitié des écoles fermées depuis 2015 dans le département n'ont rien économisé, parce que le transport a
mangé le gain.

Il faut donc surseoir. Que l'État laisse à Montferrand trois ans, le temps que se remplissent les quatorze
maisons du nouveau lotissement, et qu'il vienne ensuite compter les assiettes.
        """
    ),
    bio="Solène Barraud est correspondante locale et mère de deux élèves.",
    comments=(
        Comment(author="Un voisin", text="Chez nous la fermeture a vidé le village en cinq ans, on ne revient pas."),
    ),
)
ECOLE_SAID = (
    Said("Nous ne fermons pas une école, nous rapprochons des élèves", "Claire Delmotte", 2),
    Said("On me demande de chauffer une cantine vide au nom du bon sens", "Bastien Roquefeuil", 3),
    Said("Qu'on m'envoie au moins quelqu'un pour manger.", "Roquefeuil", 3),
    Said("Ce qu'on ne compte pas, c'est l'heure de sommeil que perd un enfant de six ans.", "Nadia Benhamou", 4),
)

ALL = ((ORCHARD, ORCHARD_SAID), (HAFEN, HAFEN_SAID), (ECOLE, ECOLE_SAID))
