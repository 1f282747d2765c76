"""Words by which blocks, consent forms, paywalls and lists are known. Data only; a bar parts them."""

from __future__ import annotations

# On a page that shows robots a check: in its title, headings or few lines.
BLOCKED = """
just a moment|attention required|access denied|access to this page has been denied|you have been blocked|
you've been blocked|are you a robot|not a robot|are you human|are you a human|verify you are human|
verifying you are human|verify that you are human|human verification|confirm you are a human|press & hold|
press and hold|unusual activity|unusual traffic|ray id|checking your browser|
checking if the site connection is secure|enable javascript and cookies to continue|pardon our interruption|
request unsuccessful. incapsula|request could not be satisfied|the requested url was rejected|
the owner of this website has banned|using a security service to protect|performing security verification|
please enable js and disable any ad blocker|checking your connection|verifying your browser|validating your browser|
your request has been blocked|your access has been blocked|access has been restricted|
access is temporarily restricted|we have detected unusual|prove you are human|prove that you are human|
prove you're human|confirm that you are human|slide to verify|bot detection|bot protection|
complete the security check|security check to access|please complete the captcha|solve the captcha|ddos protection by|
403 forbidden|error 403|429 too many requests|too many requests|you don't have permission to access|
your ip address has been|automated access|automated requests|web application firewall|this request was blocked|
zugriff verweigert|zugriff wurde verweigert|sind sie ein mensch|sind sie ein roboter|ungewöhnliche aktivität|
ungewöhnlichen datenverkehr|bestätigen sie, dass sie ein mensch|accès refusé|vous avez été bloqué|êtes-vous un robot|
vérifiez que vous êtes|activité inhabituelle|acceso denegado|has sido bloqueado|eres un robot|no eres un robot|
verifica que eres humano|actividad inusual|accesso negato|non sono un robot|acesso negado|toegang geweigerd|
доступ запрещен|доступ запрещён|вы не робот|访问被拒绝|アクセスが拒否|zugriff blockiert|sicherheitsüberprüfung|
verifizierung erforderlich|kein roboter|pas un robot|vérification de sécurité|accès bloqué|accès à cette page a été|
acceso bloqueado|acceso restringido|verificación de seguridad|no es un robot|accesso bloccato|accesso limitato|
sei un robot|verifica di sicurezza|acesso bloqueado|não sou um robô|não é um robô|verificação de segurança|
je bent geen robot|geen robot bent|toegang geblokkeerd|åtkomst nekad|åtkomst blockerad|inte en robot|ikke en robot|
adgang nægtet|adgang blokeret|ingen tilgang|et ole robotti|pääsy estetty|dostęp zabroniony|odmowa dostępu|
nie jesteś robotem|přístup odepřen|nejste robot|hozzáférés megtagadva|nem robot|erişim engellendi|robot olmadığınızı|
доступ ограничен|вы не бот|доступ заборонено|ви не робот|הגישה נדחתה|אינך רובוט|تم رفض الوصول|لست روبوت|로봇이 아닙니다|
접근이 거부|ロボットではありません|请完成验证|安全验证|人机验证
"""

# In the prose of a form that asks for consent.
CONSENT = """
cookies|cookie|consent|your privacy|privacy settings|privacy policy|personal data|personalised ad|personalized ad|
tracking|our partners|legitimate interest|accept all|reject all|withdraw your|store and/or access|
advertising partners|einwilligung|zustimmung|datenschutz|akzeptieren|personenbezogene|werbetracking|personalisierte|
pur-abo|berechtigtes interesse|consentement|traceurs|vos données|données personnelles|tout accepter|accepter et|
partenaires|vie privée|consentimiento|aceptar todo|aceptar y|datos personales|privacidad|nuestros socios|consenso|
accetta|dati personali|consentimento|aceitar|dados pessoais|toestemming|accepteren|persoonsgegevens|samtycke|samtykke|
zgoda|zgody|согласие|vi använder cookies|kakor|personuppgifter|godkänn|personvern|personopplysninger|
informasjonskapsler|godta|persondata|accepter alle|evästee|hyväksy|tietosuoja|ciasteczk|akceptuj|prywatności|
danych osobowych|zaufani partnerzy|soubory cookie|souhlas|osobních údajů|sütik|elfogad|hozzájárul|adatvédel|çerez|
kabul et|kişisel veri|gizlilik|cookie-uri|accept toate|файлы cookie|персональных данных|принять|файли cookie|згод|
συγκατάθεση|αποδοχή|προσωπικ|עוגיות|פרטיות|ملفات تعريف|الخصوصية|쿠키|개인정보|クッキー|プライバシー|同意|隐私
"""

# How words for joining begin, in any form: "abonnieren", "prenumerera"; with one for reading they make an offer.
JOINING = """
subscri|sign up|sign in|log in|login|register|create a free account|create an account|create your free|join now|
become a member|abonn|ein abo|anmeld|einlogg|registrier|konto|s'abonner|inscri|connectez|créez un compte|
créer un compte|
suscri|regístr|registr|inicia sesión|crea una cuenta|crea tu cuenta|iscri|accedi|assin|cadastr|entre na sua|
faça login|inloggen|log in|aanmeld|prenumer|logga in|logg inn|log ind|bli medlem|skapa konto|tilaa|kirjaudu|subskry|
zaloguj|zarejestr|prenumerat|wykup|załóż konto|předpla|přihla|előfizet|jelentkez|bejelentkez|abone|üye ol|giriş yap|
kaydol|подпис|зарегистр|войдите|войти|підпис|увійд|συνδρομ|εγγραφ|להירש|מנוי|התחבר|اشترك|سجل|구독|로그인|会員登録|登録|ログイン|订阅|
登录|注册
"""
READING = """
read|reading|the full article|full story|this article|this story|lesen|weiterlesen|weiterzulesen|den ganzen artikel|
lire|lecture|cet article|leer|leyendo|lectura|este artículo|leggere|lettura|questo articolo|continuare|ler|lendo|
leitura|este artigo|lezen|verder lezen|dit artikel|läsa|läs|artikeln|lese|les hele|les saken|artikkelen|
læse|læs|artiklen|lukemista|
lue|artikkelin|czytać|czytaj|czytanie|czytania|artykuł|artykułu|číst|čtení|článek|olvas|olvasni|olvasáshoz|cikket|okumaya|
okumak|okuyun|читать|чтения|статью|читати|статтю|διαβάστε|לקרוא|לקריאה|קריאה|القراءة|قراءة|المقال|읽기|기사|続きを読む|全文|
続き|阅读|閱讀
"""

# In a paywall's offer.
OFFER = """
to continue reading|continue reading with|continue reading this article|subscribe to continue|subscribe to read|
subscribe to keep reading|to read the full|read the full article|to read this article|to read this story|
to unlock this|unlock this article|unlock the full|for subscribers only|for paid subscribers|subscribers only|
subscriber-only|subscriber exclusive|exclusive to subscribers|exclusive for subscribers|
available to subscribers|already a subscriber|already a paid subscriber|already subscribed|
already have a subscription|already a member|become a subscriber to|become a member to|start your free trial|
start your trial|this is a premium article|this article is for|this post is for|this content is for|
you have reached your limit|free articles left|you've read your|want to read more|keep reading for|members only|
member-only|sign in to read|log in to read|register to read|register to continue|create a free account to|
create an account to read|subscribe for full access|weiterlesen mit|jetzt weiterlesen|
diesen artikel weiterlesen|um weiterzulesen|lesen sie weiter mit|nur für abonnenten|exklusiv für abonnenten|
für abonnenten|bereits abonnent|sie sind bereits abonnent|schon abonnent|sie haben bereits ein abo|
noch kein abo|mit einem abo|abo abschließen|jetzt abonnieren und weiterlesen|jetzt testen|probemonat|
diesen artikel freischalten|artikel freischalten|plus-artikel|registrieren und weiterlesen|réservé aux abonnés|
réservée aux abonnés|réservés aux abonnés|pour lire la suite|la suite est réservée|abonnez-vous pour|
il vous reste|déjà abonné|article abonné|contenu réservé|lire la suite de cet article|para suscriptores|
exclusivo para suscriptores|solo para suscriptores|suscríbete para seguir|suscríbase para|para seguir leyendo|
para continuar leyendo|ya eres suscriptor|hazte suscriptor|contenido exclusivo|per continuare a leggere|
riservato agli abbonati|contenuto riservato|sei già abbonato|abbonati per|exclusivo para assinantes|
para continuar lendo|já é assinante|assine para|conteúdo exclusivo|verder lezen|alleen voor abonnees|
lees verder met|al abonnee|för prenumeranter|läs vidare|for abonnenter|les videre|tylko dla subskrybentów|
czytaj dalej z|для подписчиков|только по подписке|会员专享|订阅后|会員限定|有料会員
"""

# Segments of an address below which each is a list: a tag's, an author's.
LIST_PARENTS = """
category|categories|tag|tags|topic|topics|author|authors|collections|kategorie|thema|themen|products|product|shop|
section|sections|contributor|contributors|columnist|columnists|autor|autoren|autorin|schlagwort|
auteur|auteurs|sujet|sujets|mot-cle|autores|autora|etiqueta|etiquetas|autore|autori|argomento|argomenti|
autor-a|colunistas|assunto|assuntos|auteurs-info|onderwerp|onderwerpen|skribent|skribenter|forfatter|forfattere|
kirjoittaja|kirjoittajat|autorzy|autorka|tagi|stitek|szerzo|szerzok|cimke|yazar|yazarlar|
etiket|avtor|avtory
"""

# Segments of an address that end in a list.
LIST_SEGMENTS = """
in-the-news|newsroom|press|category|categories|tag|tags|topic|topics|author|authors|search|archive|archives|collections|collection|list|
lists|shop|products|product|section|sections|page|index|issues|latest|all|home|news|blog|blogs|articles|opinion|
opinions|columns|columnists|editorials|commentary|kategorie|thema|themen|autor|autoren|schlagwort|meinung|
rubrique|auteur|sujet|tema|temas|etiqueta|opinione|categoria|economy|politics|sport|sports|business|world|
standings|rankings|opinie|opinia|opinion-y-analisis|opiniones|opiniao|colunas|columnas|columnistas|tribunes|
idees|debats|debate|debates|debatt|debat|meninger|mening|meningen|ledare|kronikker|mielipide|felietony|komentarze|nazory|
velemeny|gorusler|yazarlar|kommentare|standpunkte|meinungen|kolumnen|leserbriefe|letters|editoriali|commenti|opinioni|
suche|recherche|buscar|busqueda|cerca|busca|zoeken|sok|szukaj|hledat|arama|podcasts|videos|video|autores|auteurs|autori|
autorzy|forfattere|skribenter
"""


def words(table: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(part.strip() for part in table.replace("\n", "").split("|") if part.strip())
