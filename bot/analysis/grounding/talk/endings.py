"""Words with a full stop that ends no sentence, and words before which an ordinal number has one."""

from __future__ import annotations

# Lower case, without the last stop. Whatever is a single letter, or letters with stops between them, needs no entry.
ABBREVIATIONS = frozenset(
    """
    abs abt anm art bd bspw bzw ca chr dgl dr etc evtl exkl fr ggf hr hrsg inkl jh kap mio mrd nr prof rd sog st std
    str tel usw vgl zzgl
    al approx capt cf co col corp dept ed est fig gen gov hon inc jr lt ltd maj messrs mr mrs ms mt no nos op pp rep rev
    sen sgt sr vol vs
    av avda cap dra ee ej gral lic núm pág pp sra srta ud uds
    bd chap env hab mgr mlle mm mme pag réf
    """.split()
)
# Only a number after them makes an abbreviation of these: "no. 5", but "She said no. Then …"
BEFORE_NUMBERS = frozenset("abs anm art bd ed fig kap no nos nr op pp vol cap núm pág chap réf".split())
# German: "am 3. Mai", "im 19. Jahrhundert".
AFTER_ORDINALS = frozenset(
    """januar februar märz april mai juni juli august september oktober november dezember jahrhundert jahrestag mal
    klasse kapitel auflage platz stock bezirk weltkrieg lebensjahr geburtstag etage rang spieltag""".split()
)
