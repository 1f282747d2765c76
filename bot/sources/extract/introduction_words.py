"""What introduces an author, by language: data of `introductions.py`. Phrases are in lower case, parted by commas."""

from __future__ import annotations

from bot.sources.extract.byline_words import phrases

INTRODUCTIONS = frozenset(
    phrases(
        """
        by, written by, written and reported by, reported by, posted by, published by, authored by, created by,
        submitted by, presented by, words by, text by, story by, article by, guest post by, interview by,
        post author, author, authors, writer, about the author, from, photos and text by,
        von, geschrieben von, verfasst von, veröffentlicht von, ein beitrag von, autor, autorin, autoren, text,
        autor/in, das gespräch führte, das interview führte, interview von, die fragen stellte,
        par, écrit par, rédigé par, publié par, propos recueillis par, entretien réalisé par, auteur, auteure,
        auteurs, autrice,
        por, escrito por, publicado por, redactado por, autor, autora, autores, escribe,
        di, da, scritto da, pubblicato da, a cura di, articolo di, autore, autrice, autori,
        por, publicado por, escrito por, autoria, autor, autora,
        door, geschreven door, auteur, auteurs, tekst,
        av, af, skrevet av, skrevet af, skriven av, tekst, text, forfatter, författare, skribent,
        kirjoittaja, kirjoittanut,
        autor, autorka, autorzy, przez, napisał, napisała, pisze, rozmawiał, rozmawiała, rozmawiali, tekst,
        napsal, napsala, autor, autorka, autoři,
        szerző, írta, autor, autorul, de,
        yazan, yazar, kaleme alan,
        автор, авторы, автор статьи, автор текста, текст, беседовал, беседовала, подготовил, подготовила,
        автор статті, автори, розмовляла, розмовляв,
        γράφει, γράφει ο, γράφει η, γράφουν, του, της, συντάκτης,
        penulis, oleh, ditulis oleh, tác giả,
        بقلم, كتب, كتبت, الكاتب, الكاتبة, نویسنده, نوشته, نوشتهٔ, نوشتهی, نوشتۀ, به قلم,
        מאת, כתב, נכתב על ידי,
        लेखक, लेखिका,
        作者, 记者, 記者, 本报记者, 本報記者, 撰文, 撰稿, 文,
        著者, 筆者, 執筆, 執筆者, 寄稿, 聞き手,
        글, 글쓴이, 필자, 지은이
        """
    )
) - {"de"}

# What introduces a name only with a colon or its like behind it.
LABELS = INTRODUCTIONS | frozenset(
    phrases(
        """
        words, interview, texte, texto, firma, testo, teksti, haber, röportaj, komentarz, komentarze,
        コラム, 構成, 取材・文, インタビュー, 인터뷰
        """
    )
)

# "A column by Ann Lee": an article, what it is, and the word that joins it to a name.
ARTICLES = frozenset("a an the this ein eine der die das un une la le el uno una il lo um uma o een et en".split())
GENRES = frozenset(
    """
    analysis column commentary comment editorial essay interview letter opinion op-ed perspective review viewpoint
    analyse beitrag debattenbeitrag essay gastbeitrag gastkolumne gastkommentar glosse interview kolumne kommentar
    leitartikel meinung porträt reportage standpunkt zwischenruf
    analyse billet chronique édito éditorial entretien l'édito l’édito l'éditorial l’éditorial l'analyse l’analyse
    tribune
    análisis artículo columna editorial entrevista ensayo opinión tribuna texto
    analisi commento corsivo editoriale intervento intervista l'analisi l’analisi l'editoriale l’editoriale
    l'intervento l’intervento l'opinione l’opinione opinione un'analisi rubrica testo
    análise artigo coluna crónica crônica entrevista opinião
    column commentaar essay gastbijdrage opinie recensie
    debattinnlegg gjesteinnlegg innlegg kommentar kronikk leder
    debattartikel gästkrönika krönika kronik ledare klumme leder debatindlæg
    """.split()
)
LINKS = frozenset("by from von de d' di del par por van door av af från fra".split())

# Between a label and a name, where a colon stands elsewhere: "文／林舒言", "글 · 한서연".
LABEL_SIGNS = ":：/／|｜=＝・·"
