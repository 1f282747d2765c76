"""Words by which pages mark what they say about an author. Data only; a bar parts them."""

from __future__ import annotations

# Parts of class names and ids, squeezed together: "author-bio" is authorbio.
BOX_NAMES = """
authorbio|authorsbio|bioauthor|authorbox|authorboxes|authorcard|authorinfo|authordescription|authorabout|
authorsabout|aboutauthor|abouttheauthor|aboutauthors|abouttheauthors|aboutwriter|aboutthewriter|authordetails|
authorprofile|authorblurb|authorfooter|authortext|authorcontent|entryauthor|postauthor|articleauthorbio|
contributorbio|contributorinfo|contributor|contributors|bio|biography|biographical|bioline|tagline|
authortagline|writerbio|bylinebio|storybio|columnistbio|columnist|shirttail|authordesc|authormeta|authornote|
saboxplugin|saboxwrap|mabox|molonguiauthorbox|autorenbox|autoreninfo|autorbox|autorinfo|autorenprofil|
autorenzeile|autorenvita|vita|ueberdenautor|uberdenautor|autorbiografie|autorbio|zurperson|verfasserinfo|
auteurbio|bioauteur|auteurinfo|infoauteur|auteurbox|aproposauteur|aproposdelauteur|presentationauteur|
biographie|autorbiografia|biografia|sobreautor|sobreelautor|sobreoautor|firmabio|bioautor|autoreinfo|autorebio|
bioautore|biografiaautore|overauteur|overdeauteur|skribent|notabiografica|fkabout|aboutbox
"""

# Headings over a box about an author.
HEADINGS = """
about the author|about the authors|about the writer|about the writers|about the columnist|about the contributor|
about the contributors|about author|author|authors|the author|the authors|about me|about the editor|author bio|
bio|contributor|contributors|meet the author|written by|who wrote this|author profile|our columnist|the writer|
über den autor|über die autorin|über die autoren|zum autor|zur autorin|zu den autoren|zur person|der autor|
die autorin|die autoren|autor|autorin|autoren|über den verfasser|der verfasser|die verfasserin|autoreninfo|
unser autor|unsere autorin|à propos de l'auteur|à propos de l’auteur|à propos de l'autrice|
à propos de l’autrice|à propos des auteurs|l'auteur|l’auteur|l'autrice|l’autrice|a propos de l'auteur|
biographie|qui suis-je|sobre el autor|sobre la autora|sobre los autores|acerca del autor|acerca de la autora|
el autor|la autora|quién escribe|sull'autore|sull’autore|sull'autrice|l'autore|l’autore|chi è l'autore|
informazioni sull'autore|sobre o autor|sobre a autora|o autor|a autora|over de auteur|over de schrijver|
de auteur|om författaren|om forfatteren|om skribenten|o autorze|об авторе|автор|про автора|عن الكاتب|عن الكاتبة|
نبذة عن الكاتب|על הכותב|על הכותבת|על המחבר|yazar hakkında|著者について|著者プロフィール|关于作者|作者简介
"""

# How a sentence about an author begins when it does not name them.
OPENINGS = """
the author is|the author was|the author of|the author,|the authors are|the writer is|the writer was|the writer,|
the writer lives|the author lives|the author teaches|the writer teaches|the columnist is|the writers are|
this writer is|the author has|the writer has|the author writes|the writer works|the author works|
the author heads|our columnist|der autor ist|die autorin ist|der autor war|die autorin war|die autoren sind|
der autor lebt|die autorin lebt|der autor arbeitet|die autorin arbeitet|der autor leitet|die autorin leitet|
der autor lehrt|die autorin lehrt|der verfasser ist|die verfasserin ist|unser autor|unsere autorin|
unser kolumnist|unsere kolumnistin|der autor,|die autorin,|der autor schreibt|die autorin schreibt|l'auteur est|
l’auteur est|l'autrice est|l’autrice est|l'auteure est|l’auteure est|les auteurs sont|l'auteur enseigne|
el autor es|la autora es|los autores son|el autor fue|la autora fue|el autor enseña|el autor trabaja|
la autora trabaja|el autor vive|la autora vive|l'autore è|l’autore è|l'autrice è|l’autrice è|o autor é|
a autora é|de auteur is|de schrijver is|de schrijfster is|författaren är|forfatteren er|skribenten är|
autor jest|autorka jest|автор —|автор -|автор является|автор —|الكاتب|الكاتبة|كاتب|كاتبة|הכותב|הכותבת|המחבר|
המחברת|yazar,|筆者は|著者は|作者系|作者是|作者为
"""

# Who a sentence about an unnamed author is about; a verb of those below must follow.
SUBJECTS = """
the author|the authors|the writer|the writers|this writer|this author|the columnist|the contributor|the reviewer|
the essayist|the commentator|our correspondent|our writer|our author|our contributor|your columnist|der autor|
die autorin|die autoren|die autorinnen|der verfasser|die verfasserin|der kolumnist|die kolumnistin|der kommentator|
der gastautor|die gastautorin|l'auteur|l’auteur|l'autrice|l’autrice|l'auteure|l’auteure|les auteurs|la chroniqueuse|
le chroniqueur|el autor|la autora|los autores|las autoras|el columnista|la columnista|l'autore|l’autore|l'autrice|
gli autori|le autrici|o autor|a autora|os autores|o colunista|a colunista|de auteur|de auteurs|de schrijver|
de schrijfster|de columnist|författaren|skribenten|krönikören|forfatteren|kronikøren|artikkelforfatteren|
skribenten|kirjoittaja|autor|autorka|autorzy|felietonista|автор|авторы|авторка|yazar|a szerző
"""

# Before a name.
TITLES = """
dr|prof|professor|professorin|professeur|profesor|profesora|mr|mrs|ms|mx|miss|sir|dame|rev|lord|lady|judge|sen|rep|
herr|frau|mme|monsieur|madame|sr|sra|don|doña|dott|dottssa|ing|mag|mgr|inż|hab|dhr|mw|mevr|dipl.-ing
"""

# Within a name and between two.
PARTICLES = """
de|del|della|di|da|das|do|dos|du|des|van|von|der|den|zu|ter|ten|la|le|el|al|bin|ibn|ben|af|av|y
"""
ARTICLES = """
the|a|an|this|these|our|der|die|das|ein|eine|dieser|diese|dieses|le|la|les|l'|un|une|cette|ce|el|los|las|una|este|esta|
il|lo|i|gli|o|os|as|het|een|deze|dit|den|det|en|ett
"""
JOINTS = """
and|und|et|y|e|i|en|och|og|ja|ve|и|&
"""

# Parts of class names of a paragraph about its author.
CALLED_AUTHOR = """
author|authors|writer|writers|autor|autora|autore|auteur|autorin|autoren|forfatter|forfattere|skribent|kirjoittaja|
yazar|avtor|bio|biog|biography|signature|signoff|tagline|shirttail|contributor|columnist|credit|firma|verfasser
"""

# Verbs that follow an author's name in a sentence about them.
VERBS = """
is|was|are|were|has|had|writes|wrote|teaches|taught|works|worked|covers|covered|runs|ran|leads|led|edits|edited|
lives|lived|drives|drove|reports|reported|serves|served|directs|directed|chairs|chaired|founded|convenes|heads|
studies|researches|hosts|blogs|keeps|grew|spent|joined|holds|owns|practises|practices|lectures|farms|tweets|
contributes|ist|war|sind|waren|schreibt|schrieb|lehrt|lehrte|leitet|leitete|arbeitet|arbeitete|lebt|wohnt|
forscht|berichtet|beobachtet|moderiert|studiert|studierte|gründete|führt|betreibt|unterrichtet|gehört|wurde|
fährt|est|était|sont|écrit|enseigne|travaille|vit|dirige|préside|étudie|fut|a|habite|anime|couvre|es|era|son|
fue|escribe|enseña|trabaja|vive|dirige|estudia|preside|imparte|è|sono|scrive|insegna|lavora|vive|dirige|é|foi|
escreve|ensina|trabalha|mora|is|was|schrijft|werkt|woont|doceert|är|skriver|arbetar|bor|er|arbejder|jobber|jest|
pisze|pracuje|mieszka|является|пишет|работает|живёт|преподаёт|kirjoittaa|on|yazıyor
"""


def words(table: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(part.strip() for part in table.replace("\n", "").split("|") if part.strip())
