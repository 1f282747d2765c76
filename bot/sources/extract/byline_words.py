"""Words around authors' names: data of `names.py`. A line of a table is one language, or goes on with the one above."""

from __future__ import annotations


def phrases(table: str) -> tuple[str, ...]:
    """Phrases that commas part."""
    return tuple(phrase for part in table.split(",") if (phrase := " ".join(part.split())))


# What joins two names.
JOINTS = tuple("and und et y e en og och ja i și ve и і та και 和 & with mit avec con".split())

# What starts a credit that is no author's.
OTHER_CREDITS = phrases(
    """
    on behalf of, for, special to, im auftrag, für, специально для,
    reviewed by, medically reviewed by, medically reviewed, fact checked by, fact-checked by, fact checked,
    fact-checked, edited by, photo by, photos by, photography by,
    photographs by, photograph by, illustration by,
    illustrations by, video by, translated by, produced by, image by, images by, graphics by, updated by,
    compiled by, narrated by, sponsored by,
    fotos von, foto von, bearbeitet von, übersetzt von, aus dem englischen von, illustration von, geprüft von,
    traduit par, photos par, relu par, traducción de, traducido por, fotos de, foto di, traduzione di, vertaald
    door, foto:, photo:, foto, fot., zdjęcia, fotoğraf, kuva, kuvat, фото, редактор, перевод,
    来源, 來源, 编辑, 編輯, 责任编辑, 責任編輯, 责编, 摄影, 攝影, 写真, 사진, تصوير, عکس,
    """
)

# A part that holds one of these words says what somebody is.
ROLES = frozenset(
    """
    editor editors editor-in-chief editorial writer writers reporter reporters correspondent columnist
    journalist staff contributor contributors contributing producer director
    manager specialist expert professor lecturer fellow analyst researcher consultant founder co-founder
    cofounder ceo cto president chairman author freelance freelancer chief senior junior
    associate assistant bureau desk team newsroom intern student blogger photographer lead head therapist
    coach strategist marketer engineer developer nutritionist dietitian
    physician psychologist teacher officer executive vice minister secretary treasurer mayor
    redaktion redakteur redakteurin redaktor redaktorin korrespondent korrespondentin journalistin volontär
    volontärin autor autorin chefredakteur chefredakteurin kolumnist kolumnistin ressort ressortleiter
    leiter leiterin
    rédaction rédacteur rédactrice journaliste correspondant correspondante envoyé envoyée chroniqueur
    chroniqueuse directeur directrice
    redacción redactor redactora periodista corresponsal columnista director directora
    redazione giornalista corrispondente direttore
    redação repórter jornalista colunista
    redactie redacteur verslaggever verslaggeefster
    redaksjonen redaktionen toimitus redakcja redakce
    """.split()
)

# Roles that stand before or behind a name without a sign: "Columnist Ann Lee", "한서연 논설위원".
JOURNALISTS = frozenset(
    """
    columnist columnists correspondent reporter journalist writer contributor
    redakteur redakteurin redaktor redaktorin reporter reporterin korrespondent korrespondentin kolumnist kolumnistin
    journaliste correspondant correspondante chroniqueur chroniqueuse éditorialiste
    columnista colunista editorialista corresponsal periodista giornalista
    columniste redacteur correspondent verslaggever journalist spaltist kommentator krönikör kolumnisti
    yazarı muhabir muhabiri обозреватель колумнист журналист корреспондент felietonista publicysta komentator
    기자 논설위원 칼럼니스트 교수 특파원 선임기자 작가 대표 소장 변호사 연구위원 編集委員
    論説委員 論説主幹 記者 记者 特派員 評論家 评论员 評論員 主筆 主笔
    """.split()
)

# … and what may stand with such a role.
QUALIFIERS = frozenset(
    """
    guest opinion contributing staff senior chief special political community sports editorial freelance our
    unser unsere unserem unserer gast freier freie notre nos nuestro nuestra nostro nostra onze vår vores köşe
    """.split()
)

# Roles that are surnames as well.
SURNAMES = frozenset(("head", "lead", "guest", "fellow", "teacher", "chief", "minister", "page"))

CREDENTIALS = frozenset(
    """
    phd md ms msc ma mba ba bsc rd rn rdn ldn jd cpa cfp mph dds do dvm esq cfa cpt cscs edd psyd lcsw lmft
    llm mfa np pa pharmd facp bs cnc ceng mbe obe rdms med mpp ccc slp mft lpc
    ryt cssd fand faan facs frcp mrcp bcps dnp aprn fnp rph cde cdces dpt pt ot acsm nasm ace
    """.split()
)

# What stands before a name without being part of it.
HONORIFICS = phrases(
    """
    mr, mrs, ms, mme, dr, prof, professor, rev
    """
)

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))

PARTICLES = frozenset(
    """
    de del della delle dei di da das do dos du des d' van von der den vom zu zum
    zur ten ter la le el al bin ibn ben bint af av y e i 't op
    """.split()
)

# News agencies: a source, not a person.
AGENCIES = frozenset(
    """
    ap afp dpa apa sda ats ansa efe reuters upi aap pti ani ians tass xinhua kyodo yonhap lusa belga anp
    ritzau ntb tt stt pap ctk čtk mti sid kna epd dapd ddp jiji aptn pa media
    """.split()
) | frozenset(
    phrases(
        """
        associated press, the associated press, thomson reuters, agence france-presse, agence france presse,
        press association, pa media, canadian press, the canadian press, keystone-sda, keystone sda, europa press,
        bloomberg, bloomberg news, press trust of india, agencia efe, agência brasil, agencias, agências, agenturen,
        agences, wire reports, news agencies, wire services, 新华社, 共同通信, 時事通信, 中新社
        """
    )
)

# A name that holds one of these words is a body's or a machine's, not a person's.
NO_PERSON = frozenset(
    """
    profilbild avatar photo foto picture portrait image logo icon
    admin administrator webmaster team staff editors editorial newsroom desk board office press media news
    newspaper magazine journal times post daily group company inc llc ltd gmbh ag foundation institute
    university
    association society agency network online web website blog guest anonymous unknown user author authors
    contributor contributors service services support newsletter podcast radio tv video department
    committee council ministry government center centre academy school college club studio studios
    publishing publisher publications communications marketing wire wires agencies correspondent correspondents
    redaktion redaktionsteam agentur agenturen gast gastautor gastbeitrag nachrichten zeitung verlag verein
    rédaction agence agences
    redacción agencia agencias redação agência agências redazione redactie
    redaksjonen redaktionen toimitus redakcja redakce редакция редактор
    编辑 编辑部 本报 社論 社论 編集部 取材班 사설 편집국 merkezi servisi
    newsdesk street avenue clinic hospital museum library
    """.split()
)

# Words of buttons and log-ins: a text that holds one is no byline.
# … and one that holds one of these characters, in scripts without blanks.
NO_PERSON_PARTS = (
    "新聞",
    "新闻",
    "報社",
    "报社",
    "日報",
    "日报",
    "編集",
    "编辑部",
    "編輯部",
    "取材",
    "通信",
    "通讯社",
    "デジタル",
    "ニュース",
    "委員会",
    "网",
    "ライター",
    "報導",
    "报道",
    "公司",
)

INTERFACE = frozenset(
    """
    click copied copy link share follow subscribe sign login log register email e-mail facebook twitter
    linkedin whatsapp instagram youtube comments comment read more view all posts profile
    menu search home about contact privacy cookie advertisement loading updated published print save
    bookmark listen minutes min
    am pm bio full sponsored advertiser free categories category tags uncategorized topics topic related
    uhr stand aktualisiert geändert erstellt heute gestern lesezeit
    anmelden abonnieren teilen folgen kommentare artikel merken drucken
    partager s'abonner abonnez commentaires lire
    compartir seguir suscríbete comentarios
    posted monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    lundi mardi mercredi jeudi vendredi samedi lunes martes miércoles jueves viernes sábado
    lunedì martedì mercoledì giovedì venerdì sabato segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    입력 수정 등록 댓글 인쇄 글자크기 発行 更新 公開 掲載 发布 发表 更新于 评论 分享 打印
    """.split()
)
