"""Words by which pages announce and mark readers' comments. Data only; a bar parts them."""

from __future__ import annotations

# Parts of class names, ids and test ids.
MARKS = """
comment|komment|coment|commentaire|commenti|commento|leserbrief|leserpost|lesermeinung|leserstimme|reactie|reageer|
disqus|dsq-|talkback|komentarz|komentar|kommentti|yorum|respuesta|opinione-lettori|tagvs|readerletter|
reader-letter|letters-to|readers-letters|discussion|responses|replies|thread
"""

# Headings over comments, without their number, that go on: "4 Replies to …".
OPEN_HEADINGS = {
    "de": """
gedanken zu|antworten zu|antwort zu|kommentare zu|kommentar zu|reaktionen auf
    """,
    "en": """
thoughts on|thought on|responses to|response to|replies to|reply to|comments on|comment on|comments to|
comments for|discussion about|discussion on
    """,
    "es": """
comentarios en|comentario en|respuestas a|pensamientos en|comentarios sobre
    """,
    "fr": """
réponses à|réponse à|réflexions sur|commentaires sur|commentaire sur|avis sur
    """,
    "it": """
commenti su|commento su|risposte a|pensieri su
    """,
    "nl": """
reacties op|gedachten over|reactie op
    """,
    "pt": """
comentários em|comentário em|respostas para|pensamentos sobre
    """,
}

# Headings over comments, without their number, that end there.
HEADINGS = {
    "ar": """
التعليقات|تعليقات|تعليق|تعليقات القراء|آراء القراء
    """,
    "cs": """
komentáře|komentář|diskuse|diskuze
    """,
    "da, no": """
kommentarer|kommentar|debat|debatt|læserkommentarer|leserkommentarer
    """,
    "de": """
kommentare|kommentar|leserkommentare|leserbriefe|leserbriefe zum thema|leserbriefe zum artikel|lesermeinungen|
lesermeinung|leserpost|leserstimmen|ihre meinung|diskussion|diskutieren sie mit|antworten|reaktionen|meinungen|
stimmen unserer leser|leserreaktionen|das sagen unsere leser|beiträge|briefe an die redaktion|
leserkommentare zum artikel|gästebuch|meinungen unserer leser|leserzuschriften|zuschriften
    """,
    "el": """
σχόλια
    """,
    "en": """
comments|comment|reader comments|readers' comments|readers comments|reader comment|discussion|
discussion about this post|join the discussion|join the conversation|the conversation|conversation|responses|
response|reader responses|readers respond|replies|what readers say|what readers are saying|readers' letters|
reader letters|letters from readers|letters in response|your comments|your views|have your say|what you said|
what you think|feedback|talkback|talkbacks|user comments|latest comments|top comments|all comments|view comments|
reader reaction|readers' views|comments from readers|readers write|readers reply|from our readers|
our readers reply|your say|your thoughts|reactions|letters|add to the discussion|most recent comments|
guest book|guestbook|from the guest book
    """,
    "es": """
comentarios|comentario|comentarios de los lectores|opiniones|respuestas|los lectores opinan|cartas de los lectores|
opiniones de los lectores|tu opinión|libro de visitas
    """,
    "fa": """
نظرات|دیدگاه‌ها|نظر|دیدگاه
    """,
    "fi": """
kommentit|kommenttia|keskustelu
    """,
    "fr": """
commentaires|commentaire|réactions|vos réactions|vos commentaires|réaction|courrier des lecteurs|avis des lecteurs|
les commentaires|discussion|commentaires des lecteurs|réponses|contributions|livre d'or|vos avis
    """,
    "he": """
תגובות|תגובה|תגובות הקוראים|טוקבקים
    """,
    "hu": """
hozzászólások|hozzászólás
    """,
    "id": """
komentar|tanggapan
    """,
    "it": """
libro degli ospiti|commenti|commento|i commenti|commenti dei lettori|lettere|la parola ai lettori|i vostri commenti
    """,
    "ja": """
コメント|件のコメント|読者のコメント
    """,
    "ko": """
댓글
    """,
    "nl": """
reacties|reactie|lezersreacties|reacties van lezers|reageer
    """,
    "pl": """
komentarze|komentarz|komentarzy|opinie|dyskusja
    """,
    "pt": """
comentários|comentário|comentários dos leitores|opinião dos leitores
    """,
    "ru": """
комментарии|комментарий|комментария|комментариев|отзывы|обсуждение
    """,
    "sv": """
kommentarer|kommentar|läsarkommentarer
    """,
    "tr": """
yorumlar|yorum|okur yorumları
    """,
    "uk": """
коментарі|коментар|коментарів
    """,
    "zh": """
评论|評論|条评论|則留言|留言|网友评论|读者评论|讀者留言
    """,
}

# "What readers wrote in …": how such a heading begins, whom it names, what they did.
HEADING_QUESTIONS = """
what|how|here's what|was|wie|so|das|ce que|ce qu'en|comment|lo que|así|qué|cosa|che cosa|o que|wat|hoe|vad|så|hva|
hvad|co|что
"""
READERS = """
people|readers|our readers|visitors|others|you|leser|leserinnen|lecteurs|lectores|lettori|leitores|lezers|läsarna|
leserne|læserne|czytelnicy|читатели
"""
UTTERED = """
wrote|write|said|say|saying|think|thought|reacted|react|sagen|schreiben|meinen|denken|reagieren|disent|écrivent|
pensent|dicen|opinan|piensan|dicono|scrivono|pensano|dizem|pensam|zeggen|vinden|säger|tycker|sier|mener|siger|piszą|
mówią|пишут|говорят
"""

# Words after or before a commenter's name: "parvez said:", "Gesa sagt:".
SAYS = """
says|said|writes|wrote|wrote in|replied|replies|commented|responds|responded|sagt|sagte|schreibt|
schrieb|meint|meinte|antwortet|antwortete|kommentiert|kommentierte|dit|a dit|écrit|a écrit|a écrit le|répond|
a répondu|dice|dijo|escribe|escribió|comenta|comentó|responde|respondió|ha detto|scrive|ha scritto|disse|diz|
escreveu|comentou|zegt|zei|schreef|schrijft|säger|skriver|sier|siger|pisze|napisał|napisała|говорит|сказал|пишет|
написал|yazdı|dedi ki|يقول|קולט|כתב|sanoo|píše|megszólalt|mondta
"""

# What commenters without a name are called.
GUESTS = """
guest|visitor|anonymous|anonymous user|anonymous coward|gast|anonym|besucher|leser|leserin|gäst|gjest|gæst|vieras|
invité|anonyme|visiteur|invitado|invitada|anónimo|anónima|convidado|anônimo|anonimo|ospite|anoniem|bezoeker|gość|anonim|
гость|аноним|анонім|гість|misafir|ziyaretçi|vendég|זר|אורח|אנונימי|زائر|مجهول|ناشناس|익명|손님|名無し|匿名|游客|ゲスト
"""

# Whole lines of a comment that are controls, badges and counts; digits, brackets and dots are taken off first.
CONTROLS = """
reply|replies|reply to|report|report abuse|report comment|report this comment|flag|flag as inappropriate|like|
likes|liked|unlike|dislike|recommend|recommended|share|permalink|link|copy link|edit|edited|delete|quote|upvote|
downvote|vote|votes|up|down|points|point|author|writer|op|moderator|mod|staff|admin|verified|subscriber|member|
guest|pinned|top comment|show replies|hide replies|view replies|view reply|view more replies|more replies|
load more|load more comments|show more|read more|see more|expand|collapse|log in to reply|login to reply|
sign in to reply|log in or register to post comments|log in to post comments|in reply to|thumbs up|thumbs down|
agree|disagree|helpful|follow|ignore|mute|comment|comments|helpful?|recommendations|recommends|respect|
editors' pick|editor's pick|guardian pick|selected|featured|new|reply to comment|respond|avatar|via mobile|
via email|more|menu|options|comment link|link to comment|context|parent|add your comment|post a comment|
leave a comment|comment awaiting moderation|your comment is awaiting moderation|antworten|antwort|melden|
kommentar melden|beitrag melden|teilen|gefällt mir|gefällt|liken|zitieren|zum antworten anmelden|bewerten|
empfehlen|empfehlung|daumen hoch|daumen runter|link kopieren|autor|autorin|redaktion|leserempfehlung|kommentar|
missbrauch melden|löschen|bearbeiten|kommentieren|permanenter link|gast|nutzer|abonnent|mehr anzeigen|répondre|
signaler|signaler un abus|signaler ce commentaire|partager|j'aime|j’aime|recommander|abonné|abonnée|auteur|citer|
modifier|supprimer|alerter|voir les réponses|responder|denunciar|reportar|me gusta|no me gusta|compartir|citar|
editar|enlace permanente|autor|autora|votar|rispondi|segnala|mi piace|condividi|rispondere|autore|gostei|
não gostei|curtir|comentar|denunciar comentário|reageer|antwoord|antwoorden|reageren|meld|rapporteer|vind ik leuk|
delen|svara|svar|anmäl|gilla|svar på|rapporter|odpowiedz|zgłoś|lubię to|ответить|пожаловаться|нравится|поделиться|
відповісти|yanıtla|cevapla|beğen|şikayet et|
رد|أعجبني|إبلاغ|הגב|דווח|השב|返信|通報|いいね|回复|举报|赞|답글|신고|balas|laporkan|
suka
"""

# Starts of lines in an area of comments that belong to no comment.
NOTICES = """
comments are closed|comments closed|commenting is closed|comments have been closed|
comments on this article|this discussion is closed|the comments section is closed|discussion closed|
comments for this thread|die kommentare sind geschlossen|kommentare sind geschlossen|
die kommentarfunktion ist|kommentarfunktion|kommentare geschlossen|die diskussion ist geschlossen|
les commentaires sont fermés|commentaires fermés|los comentarios están cerrados|
comentarios cerrados|i commenti sono chiusi|commenti chiusi|os comentários estão|
comentários encerrados|reacties zijn gesloten|de reacties zijn gesloten|kommentarer är stängda|
komentarze zostały wyłączone|التعليقات مغلقة|комментарии закрыты|התגובות סגורות|
your email address will not be published|required fields are marked|leave a reply|leave a comment|
be respectful|please enable javascript|notify me of|save my name|comment on this article|
join the discussion|be the first to|kommentar schreiben|kommentar verfassen|write a comment|
post a comment|add a comment|pingback:|trackback:|deine e-mail-adresse wird nicht|
schreibe einen kommentar|laisser un commentaire|votre adresse e-mail ne sera pas|deja un comentario|
deja una respuesta|tu dirección de correo|lascia un commento|sort by|older comments|newer comments
"""


def words(table: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(part.strip() for part in table.replace("\n", "").split("|") if part.strip())
