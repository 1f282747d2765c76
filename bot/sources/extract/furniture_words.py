"""Words by which pages mark what is not the article. Data only; `furniture.py` reads it."""

from __future__ import annotations

# Parts of class names, ids, test ids and roles, as they stand between hyphens, underscores or humps.
MARKS = """
ad ads advert advertisement advertising adslot adunit adbox banner sponsor sponsored sponsoring promo
promotion breadcrumb breadcrumbs pagination pager paging pagenav navigation nav menu navbar toolbar skiplink
skip share sharing sharebar shares sharedaddy social socials socialmedia follow followus addtoany addthis
related relatedposts relatedcontent recommended recommendations recommendation recirc recirculation readalso
readmore readnext alsoread trending mostread mostpopular popular morestories morefrom upnext teasers
teaserlist taboola outbrain jp-relatedposts seealso newsletter newsletters signup subscribe subscription
subscriptions mailchimp optin leadgen cta caption figcaption credit credits copyright imagecaption
wp-caption-text bijschrift bildunterschrift bildunterzeile bildtext bildtekst legende didascalia leyenda epigrafe
tags taglist topics keywords hashtags cookie cookies consent gdpr onetrust cmp modal popup
overlay lightbox tooltip sr-only screen-reader-text visually-hidden visuallyhidden screenreader toc
tableofcontents poll quiz rating ratings survey donate donation donations fundraising pullquote pull-quote
pquote sidebar widget widgets footer sitefooter masthead takeaways keytakeaways spende spenden spendenbox
donationbox soutenir dons apoyo werbung anzeige anzeigen teilen verwandt mehr-zum-thema weiterlesen partage
partager publicite abonnement relacionados relacionadas compartir publicidad condividi correlati pubblicita
""".split()

# Headings and first words of boxes that lead elsewhere, by language.
LEADS_ELSEWHERE = {
    "ar": ("اقرأ أيضا", "إقرأ أيضا", "مواضيع ذات صلة", "اقرأ المزيد"),
    "da": ("læs også", "læs mere"),
    "de": (
        "lesen sie auch",
        "lesen sie hier",
        "lesen sie mehr",
        "lies auch",
        "mehr zum thema",
        "mehr dazu",
        "zum artikel",
        "auch interessant",
        "das könnte sie auch interessieren",
        "das könnte dich auch interessieren",
        "weitere artikel",
        "zum thema",
        "passend zum thema",
        "ähnliche beiträge",
        "meistgelesen",
    ),
    "en": (
        "read also",
        "also read",
        "read more",
        "read next",
        "read:",
        "see also",
        "see more",
        "related:",
        "related",
        "related articles",
        "related stories",
        "related posts",
        "related content",
        "related reading",
        "related links",
        "recommended",
        "recommended for you",
        "recommended reading",
        "more on this story",
        "more from",
        "more on",
        "more like this",
        "more stories",
        "you may also like",
        "you might also like",
        "you may also be interested in",
        "don't miss",
        "check out more",
        "recommended videos",
        "most read",
        "most popular",
        "trending",
        "trending now",
        "up next",
        "keep reading",
        "further reading",
        "also on",
        "in other news",
        "elsewhere on",
        "explore more",
        "popular now",
    ),
    "es": (
        "lea también",
        "lee también",
        "leer también",
        "lea además",
        "le puede interesar",
        "te puede interesar",
        "también te puede interesar",
        "más información",
        "noticias relacionadas",
        "artículos relacionados",
        "ver también",
        "relacionado",
        "más leídas",
    ),
    "fa": ("بیشتر بخوانید", "مطالب مرتبط"),
    "fi": ("lue myös", "lue lisää"),
    "fr": (
        "lire aussi",
        "à lire aussi",
        "lire également",
        "à lire",
        "à lire également",
        "voir aussi",
        "sur le même sujet",
        "nos articles liés",
        "articles liés",
        "pour aller plus loin",
        "les plus lus",
    ),
    "he": ("קראו גם", "עוד בנושא", "כתבות נוספות"),
    "id": ("baca juga", "baca selengkapnya", "berita terkait"),
    "it": (
        "leggi anche",
        "leggi pure",
        "vedi anche",
        "articoli correlati",
        "potrebbe interessarti",
        "per approfondire",
    ),
    "ja": ("関連記事", "あわせて読みたい", "おすすめ記事"),
    "nl": ("lees ook", "lees meer", "lees verder", "gerelateerd"),
    "no": ("les også", "les mer"),
    "pl": ("czytaj także", "czytaj też", "przeczytaj także", "zobacz także", "zobacz też"),
    "pt": ("leia também", "leia mais", "veja também", "saiba mais", "notícias relacionadas"),
    "ru": ("читайте также", "смотрите также", "по теме"),
    "sv": ("läs också", "läs även", "läs mer"),
    "tr": ("ayrıca okuyun", "ilgili haberler", "bunlar da ilginizi çekebilir"),
    "uk": ("читайте також", "дивіться також"),
    "zh": ("相关阅读", "相关新闻", "延伸阅读", "推荐阅读", "相關閱讀"),
}

# Whole lines that are controls or labels, never prose.
CONTROLS = """
druckversion|druckansicht|seite empfehlen|artikel drucken|print version|printable version|printer-friendly version|
send to a friend|email this|blogthis!|version imprimable|versión para imprimir|versione stampabile|
advertisement|advertisements|ad|ads|sponsored|anzeige|werbung|publicité|publicidad|pubblicità|reklama|annons|
annonse|広告|реклама|article content|story continues below|story continues below advertisement|continue reading|
continue reading below|article continues below|scroll to continue|skip advertisement|skip ad|share|share this|
share this article|share this story|share this post|tweet|email|e-mail|print|save|copy link|link copied|copied|
share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share on pinterest|whatsapp|
facebook|twitter|linkedin|pinterest|telegram|teilen|artikel teilen|drucken|merken|partager|imprimer|compartir|
imprimir|condividi|stampa|delen|listen|listen to this article|listen to article|0:00|play|pause|subscribe|
sign up|sign in|log in|login|register|follow|follow us|subscribe now|comments|comment|leave a comment|
add a comment|view comments|show comments|reply|like|like this|like this:|loading|loading...|table of contents|
contents|on this page|in this article|jump to|back to top|top|next|previous|read more|learn more|see more|
show more|more|click here|download|weiterlesen|mehr|lire la suite|leer más|tags|topics|tagged|filed under|
schlagwörter|embed|embed:|video|photo|photos|gallery|featured image|enlarge|zoom|close|open|menu|search|home|
blog|headline|summary|report a typo|correction|corrections|was this helpful|was this article helpful?|
rate this article
"""
