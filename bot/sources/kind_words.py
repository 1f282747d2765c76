"""What outlets call their kinds of pieces, and how such pieces speak, by language: data of `kind.py`.

Phrases are in lower case, parted by commas; each line is one language.
"""

from __future__ import annotations

from bot.models.article import Kind


def phrases(table: str) -> tuple[str, ...]:
    """Phrases that commas or line ends part."""
    return tuple(
        phrase for line in table.splitlines() for part in line.split(",") if (phrase := " ".join(part.split()))
    )


# Labels of pieces by people from outside, and of sections that hold everything: an op-ed whatever else they say.
GUESTS = phrases(
    """
    guest column, guest columns, guest columnist, guest columnists, guest editorial, guest editorials,
    editorials & opinion, opinion & editorial, opinions & editorials
    editorials and opinions, editorials & opinions, editorials and op-eds, opinion and editorial,
    community columnist, reader column
    gastkolumne
    columna invitada, columnista invitado, columnista invitada
    """
)

# Labels of sections, kickers, breadcrumbs, tags and title prefixes, the most telling kind first.
LABELS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.LETTER,
        phrases(
            """
            letter, letters, letter to the editor, letters to the editor, letter to editor, letter of the day,
            readers' letters, reader letter, reader letters, your letters, open letter,
            leserbrief, leserbriefe,
            leserzuschrift, leserzuschriften, offener brief, briefe an die redaktion
            courrier des lecteurs, lettre, lettres, lettre ouverte, courrier
            carta al director, cartas al director, cartas a la directora, carta de los lectores, cartas de lectores,
            cartas de los lectores, carta abierta, cartas
            lettere, lettera, lettere al direttore, lettera al direttore, lettera aperta
            carta do leitor, cartas do leitor, cartas dos leitores, cartas ao diretor, carta aberta,
            lezersbrief,
            lezersbrieven, ingezonden brief, ingezonden brieven, brieven, open brief,
            insändare, læserbrev, læserbreve,
            leserinnlegg, lukijan mielipide
            رسائل القراء, رسالة إلى المحرر
            מכתבים למערכת, מכתב למערכת
            listy do redakcji, list do redakcji, listy czytelników, leserbrev, leserbrief, dopisy čtenářů, dopisy
            письма читателей, письмо в редакцию, письма в редакцию, листи читачів, γράμματα αναγνωστών
            okur mektubu, okur mektupları, okurlardan, olvasói levél, surat pembaca
            نامه به سردبیر, نامه خوانندگان, نامه‌های خوانندگان, بريد القراء
            posta dei lettori, la posta dei lettori, cartas al editor, painel do leitor, leserpost, lesermeinung
            投書, 読者の声, 声欄
            读者来信, 讀者來信, 来信, 投書
            독자투고, 독자 투고, 독자의견, 독자의 소리, 독자마당, 読者投稿, 讀者投書, 读者之声, 讀者之聲
            """
        ),
    ),
    (
        Kind.EDITORIAL,
        phrases(
            """
            editorial, editorials, editorial board, the editorial board, leader, leaders, leading article,
            leading articles, our view, our views, our opinion, our take, we say
            editorial view, staff editorial, from the editors, from the editor, the editors,
            leitartikel,
            editorial, in eigener sache, die meinung der redaktion, meinung der redaktion,
            éditorial, éditoriaux,
            édito, éditos, edito, editos, l'édito, l'éditorial, l’édito, l’éditorial, notre point de vue
            editorial, editoriales, nuestra opinión, la opinión del diario
            editoriale, editoriali, l'editoriale, l’editoriale
            editorial, editoriais, nossa opinião
            hoofdredactioneel commentaar, hoofdredactioneel, redactioneel commentaar
            ledare, ledaren, leder, lederartikel, pääkirjoitus, pääkirjoitukset
            başyazı, передовая, передовица,
            от редакции, редакционная статья, artykuł redakcyjny, úvodník,
            افتتاحية,
            الافتتاحية, رأي الصحيفة, كلمة التحرير
            מאמר מערכת, דבר המערכת
            社説, 主張
            社论, 社評, 社论, 社評, 本报评论员, 本报编辑部
            od redakcji, komentarz redakcyjny, huvudledare, commentaar, редакционная, редакційна, vezércikk, κύριο άρθρο
            سرمقاله, یادداشت سردبیر
            社评, 사설
            संपादकीय
            """
        ),
    ),
    (
        Kind.INTERVIEW,
        phrases(
            """
            interview, interviews, the interview, q&a, q & a, q and a, q-and-a, questions and answers,
            in conversation, in conversation with, the conversation with, five questions, 5 questions, ten questions,
            10 questions
            interview, interviews, im interview,
            im gespräch, das gespräch, gespräch, streitgespräch, fragen an,
            drei fragen an
            entretien, entretiens, interview, grand entretien, trois questions à, questions à
            entrevista, entrevistas
            intervista, interviste, l'intervista, l’intervista
            entrevista, entrevistas
            interview, interviews, vraaggesprek, in gesprek met
            intervju, intervjuer, haastattelu, wywiad, rozhovor, röportaj, söyleşi, интервью, інтерв'ю,
            rozmowa, rozmowy, беседа, συνέντευξη, interjú, interviu, wawancara, phỏng vấn
            گفتگو, گفت‌وگو, گفت و گو, مصاحبه
            حوار, مقابلة,
            لقاء
            ראיון, ריאיון
            インタビュー, 対談
            专访, 專訪, 访谈, 訪談, 对话, 對話
            인터뷰, 대담
            """
        ),
    ),
    (
        Kind.COLUMN,
        phrases(
            """
            column, columns, columnist, columnists, the column, our columnists, my column, weekly column, notebook,
            diary
            kolumne, kolumnen, kolumnist, kolumnistin, kolumnisten, glosse, glossen, streiflicht,
            chronique,
            chroniques, chroniqueur, chroniqueurs, chroniqueuse, billet, billets, billet d'humeur, la chronique,
            bloc-notes, bloc notes
            columna, columnas, columnista, columnistas, la columna
            rubrica, rubriche, corsivo, la rubrica, l'amaca
            coluna, colunas, colunista, colunistas, crónica, crônica
            column, columns, columnist, columnisten
            krönika, krönikor, kåseri, klumme, klummer,
            kommentator, kolumni, kolumnit, felieton, felietony, fejeton,
            köşe yazısı, köşe yazarı, yazarlar, колонка, колонки, авторская колонка,
            kolumn, gästkrönika, petit, spaltist, köşe yazıları, колумнист, колумнисты, στήλη, jegyzet
            ستون
            عمود, أعمدة, زاوية
            טור, טורים, טור אישי
            コラム
            专栏, 專欄
            칼럼
            """
        ),
    ),
    (
        Kind.ANALYSIS,
        phrases(
            """
            analysis, analyses, news analysis, data analysis, analysis & comment
            analyse, analysen, einordnung, datenanalyse, eine analyse
            analyse, analyses, décryptage, décryptages, l'analyse, l’analyse, éclairage
            análisis, el análisis, claves
            analisi, l'analisi, l’analisi, approfondimento
            análise, análises
            analyse, analyses, duiding, achtergrond
            analys, analyser, analyysi, analyysit,
            analiza, analizy, analýza, analiz, анализ, аналитика, аналіз
            ανάλυση, elemzés, analiză, analisis, phân tích
            تحلیل, تحلیلی
            تحليل, تحليلات
            פרשנות, ניתוח
            解説, 分析
            分析, 深度, 解读, 解讀
            분석, 해설
            """
        ),
    ),
    (
        Kind.OP_ED,
        phrases(
            """
            opinion, opinions, op-ed, op-eds, oped, opeds, op ed, op eds, viewpoint, viewpoints, view point,
            point of view, commentary, commentaries, comment, comment is free, comment & debate, comment and debate
            perspective, perspectives, guest opinion, guest essay, guest post, guest commentary, guest view,
            guest viewpoint, guest voices, guest contributor, guest contributors, my view, your view, another view,
            as i see it, in my opinion
            personal view, argument, arguments, ideas, voices, views, outlook, speaking out, soapbox, the debate,
            debate, rant, opinion desk, opinion piece, opinion essay, first person, contributors, counterpoint, essay,
            essays
            meinung, meinungen, kommentar, kommentare,
            gastbeitrag, gastbeiträge, gastkommentar, gastkommentare,
            gastautor, gastautorin, standpunkt, standpunkte, debatte, debatten, debattenbeitrag, ein zwischenruf,
            zwischenruf, einspruch, streitschrift,
            plädoyer, pro und contra, essay, ansichtssache, gastwirtschaft,
            fremde federn
            opinion, opinions, tribune, tribunes,
            idée, idées, débat, débats, point de vue, points de vue,
            libre opinion, carte blanche, libres propos, le point de vue, parti pris, prise de position, plaidoyer,
            rebonds, idées et débats, débats et opinions
            opinión, opiniones, tribuna, tribunas, tribuna abierta, la tribuna, firma invitada, firmas,
            punto de vista, debate, ideas, tribuna libre
            opinione, opinioni, commento, commenti,
            il commento, l'opinione, l’opinione, l'intervento, l’intervento,
            intervento, idee, punto di vista, il punto di vista, dibattito
            opinião, opiniões, artigo de opinião,
            ponto de vista, tendências/debates, debate, debates, ideias, tribuna
            opinie, opinies, mening, meningen, opinie & debat, opinie en debat, gastbijdrage, essay, standpunt,
            columns & opinie
            åsikt, åsikter, debatt, debattinlägg,
            opinion, meninger, mening, kronikk, kronikker, kronik, kronikker,
            debatinnlegg, debat, debatindlæg, innlegg,
            mielipide, mielipiteet, opinia, opinie, komentarz, komentarze,
            komentář, komentáře, názor, názory
            yorum, görüş, görüşler, мнение, мнения,
            комментарий, точка зрения, думка, погляди, γνώμη, απόψεις, άποψη,
            vélemény, opinii, opinie, editoriale și opinii, opini, kolom opini, quan điểm,
            debattartikel, kronikker, synspunkt, publicystyka, ingezonden, opinie en analyse, olvasói vélemény
            یادداشت, یادداشت‌ها, دیدگاه, دیدگاه‌ها, مقاله
            رأي, آراء, الرأي,
            مقالات رأي, مقال رأي, مقالات, مقال, وجهة نظر, وجهات نظر, منتدى
            דעה, דעות, מאמר דעה
            オピニオン, 寄稿, 論考, 私の視点, 視点, 論点, 意見
            评论, 評論, 时评, 時評, 观点, 觀點, 言论, 言論, 来论, 來論, 快评, 锐评, 微评, 意见, 意見, 论坛, 論壇, 我见
            오피니언, 기고, 특별기고, 시론
            नज़रिया, विचार, মতামত, مضامین, نقطہ نظر, کالم
            """
        ),
    ),
    (
        Kind.REPORT,
        phrases(
            """
            news, local news, world news, us news, uk news, politics, world, national, local, metro, business,
            breaking news, city news, crime, courts, sport, sports, international, region, regional
            nachrichten, politik, inland, ausland, wirtschaft, lokales, panorama, meldungen, region, bericht
            actualité, actualités, politique, société, monde, économie, faits divers, info, infos,
            noticias,
            actualidad, política, nacional, internacional, economía, sociedad, local, sucesos,
            notizie, cronaca,
            attualità, politica, esteri, economia
            notícias, política, mundo, economia, brasil, país, sociedade
            nieuws, binnenland, buitenland, politiek, economie, regio
            nyheter, nyheder, uutiset, wiadomości, zprávy, haber, haberler, новости, новини
            أخبار, الأخبار, سياسة, محليات
            חדשות
            ニュース, 社会, 政治, 国際
            新闻, 新聞, 要闻, 时政, 社会, 国际
            뉴스, 사회, 정치
            """
        ),
    ),
)

# Words that are labels only when they stand alone: elsewhere they name a topic, a button or a count.
ALONE = frozenset(
    phrases(
        """
        comment, comments, commentary, views, voices, ideas, letter, letters, leader, leaders, column, columns,
        argument, arguments, outlook, debate, contributors, diary, notebook, essay, essays, explained, briefing,
        in depth, world, national, local, business, sport, sports, international, region, info, infos, mening,
        meningen, firmas, ideas, opini, the editors, perspective, perspectives
        idee, idées, idée, débat, débats, debatte,
        debatten, debat, debatt, hintergrund, billet, billets, courrier,
        lettre, lettres, cartas, lettere, lettera,
        brieven, 论坛, 社会, 政治, 深度, 主張, 視点, 意見, 国際, 对话, لقاء, مقال, مقالات,
        زاوية, claves, مقاله, دیدگاه, ستون, petit, rozmowy, rozmowa, беседа, dopisy, jegyzet, commentaar
        """
    )
)

# What the byline or the line under the headline says of a piece.
CREDITS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.EDITORIAL,
        phrases(
            """
            by the editorial board, the editorial board, editorial board, by the editors, the editors
            von der redaktion, die redaktion
            la rédaction, par la rédaction
            la redacción, consejo editorial, el consejo editorial
            """
        ),
    ),
    (
        Kind.COLUMN,
        phrases(
            """
            column by, a column by, columnist
            eine kolumne von, kolumne von, die kolumne von, eine glosse von
            une chronique de, chronique de, la chronique de
            una columna de, columna de
            uma coluna de
            een column van, column van
            """
        ),
    ),
    (
        Kind.ANALYSIS,
        phrases(
            """
            analysis by, an analysis by
            eine analyse von, analyse von
            une analyse de, analyse par, analyse de
            un análisis de, análisis de
            un'analisi di, analisi di
            uma análise de
            een analyse van
            """
        ),
    ),
    (
        Kind.INTERVIEW,
        phrases(
            """
            interview by, interviewed by
            interview von, das gespräch führte, das interview führte, interview:
            propos recueillis par, entretien réalisé par
            entrevista de, entrevista por
            intervista di, intervista a cura di
            interview door
            """
        ),
    ),
    (
        Kind.OP_ED,
        phrases(
            """
            opinion by, commentary by, guest contributor, guest writer, for the opinion page
            ein kommentar von, kommentar von, ein gastbeitrag von, gastbeitrag von, ein gastkommentar von,
            gastkommentar von, ein essay von, ein debattenbeitrag von, ein standpunkt von, ein zwischenruf von
            une tribune de, tribune de, tribune signée, par un collectif
            una tribuna de, un artículo de opinión de
            un commento di, commento di, l'intervento di
            um artigo de opinião de
            een opinie van, opinie van
            """
        ),
    ),
)

# How a letter to an editor opens.
SALUTATIONS = phrases(
    """
    sir, sirs, madam, sir or madam, dear editor, dear sir, dear sirs, to the editor, editor, re
    sehr geehrte redaktion, liebe redaktion, sehr geehrte damen und herren
    monsieur le directeur, madame la rédactrice en chef, chère rédaction
    señor director, sr. director, señora directora, estimado director
    caro direttore, gentile direttore, egregio direttore
    senhor diretor, sr. diretor, caro editor
    geachte redactie
    """
)
