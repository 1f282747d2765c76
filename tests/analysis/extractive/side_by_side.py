"""Two commentaries about one bridge, and one about something else."""

from __future__ import annotations

from bot.models.article import Article

CHARGE = Article(
    title="Charge for the bridge, and spend it on the river",
    authors=("Dora Venn",),
    language="en",
    paragraphs=(
        (
            "The Aske bridge opened in 1961 for nine thousand vehicles a day. On an ordinary Thursday last month "
            "it carried thirty-one thousand, and the engineers who crawl about under it with torches say the "
            "third span has perhaps fifteen years left."
        ),
        (
            "The county's answer, published on Monday, is a toll: two pounds for a car, eight for a lorry, "
            "nothing at night. I have read the letters in this newspaper's postbag and I know how popular it is. "
            "I think it is right."
        ),
        (
            "Nobody disputes that something has to be done about the third span. The only question is who pays "
            "for it, and the honest choices are two. Either the people who cross the bridge pay, or everybody in "
            "the county does, including the widow in Penmarsh who has not owned a car since 1998."
        ),
        (
            "The shopkeepers of the north bank say that a toll will kill them. They said so when the car park on "
            "Quay Street began to charge, and Quay Street has two more shops open now than it had then. What "
            "keeps customers away from the north bank is a queue of forty minutes, and a queue is what a toll "
            "cures."
        ),
        (
            "It is true that two pounds a crossing weighs more on a cleaner than on a consultant. The scheme's "
            "authors have made a poor job of this. There should be a pass for anyone on a low wage, it should be "
            "cheap, and it should come through the post without a form."
        ),
        (
            "What persuades me in the end is Harlow Sound, where a charge of much the same size came in six years "
            "ago. Traffic fell by a fifth within the year and has not come back. Buses that had crawled began to "
            "keep time."
        ),
        (
            "There is a condition. The money must be kept apart from the county's general purse, in an account "
            "that anyone can read, and every penny not needed for steel should go to the ferry and the buses. A "
            "toll that vanishes into the roads budget is only a tax with a barrier."
        ),
        ("So put up the gantries. A bridge that is free until it is shut is no gift to anybody."),
    ),
)
TAXED = Article(
    title="The toll that taxes one bank to please the other",
    authors=("Ross Callard",),
    language="en",
    paragraphs=(
        (
            "When you live in Northbank you cross the Aske for everything: the hospital, the sixth form, the only "
            "dentist who takes new patients. We do not cross for pleasure. That is what the county's consultants "
            "seem not to have understood."
        ),
        (
            "Two pounds each way, five days a week, is nine hundred and twenty pounds a year. For a care "
            "assistant on the night shift, paid by the visit, that is three weeks of work. The exemption promised "
            "for the low paid runs to eleven pages of form and must be renewed each quarter."
        ),
        (
            "The bridge is failing; I have no quarrel with the engineers on that. The third span must be "
            "replaced, and soon. But a bridge on a county road is as much a common thing as a school, and we do "
            "not charge children at the gate."
        ),
        (
            "Supporters of the toll like to point to Harlow Sound. Harlow Sound has a tunnel, a railway and a "
            "second bridge four miles upstream. Drivers there did not give up their journeys; they took them "
            "elsewhere. On the Aske there is no elsewhere."
        ),
        (
            "And what of the traders? Along the front, where I have kept accounts for small firms for twenty "
            "years, every third customer drives over from the south. Lose a tenth of those and you lose the "
            "margin that most of these firms live on. A charge at the door empties the shop."
        ),
        (
            "The county says the receipts will be ring-fenced. I have been a clerk long enough to know what a "
            "fence is worth when the budget is short in February. If this thing is imposed on us, the account "
            "must be public, separate and audited, down to the last coin."
        ),
        (
            "There is a fair way of doing it. A halfpenny on the council tax of every household, north and south, "
            "would rebuild the span in nine years, and the largest houses would pay the most."
        ),
        (
            "Let those who want a quieter bridge pay for it as their neighbours do, by their means. We will go on "
            "crossing because we must."
        ),
    ),
)
LIBRARY = Article(
    title="A library is not a warehouse",
    authors=("Noor Castell",),
    language="en",
    paragraphs=(
        "The council means to shut the reading room on Thursdays and to lend novels through a locker in the car park.",
        (
            "I have sat in that room with schoolchildren who had nowhere else to do their homework. A locker has no "
            "table, no lamp and no librarian who asks what you liked about the last book."
        ),
        (
            "Nobody disputes that borrowing has fallen. But borrowing is what a library counts because it is easy to "
            "count, and the chairs by the window are full from four o'clock until the doors close."
        ),
        "The books should stay on shelves, the room should stay open, and the locker should go back to its maker.",
    ),
)
