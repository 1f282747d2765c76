"""Words by which blocks, consent forms, paywalls and lists are known. Data only; a bar parts them."""

from __future__ import annotations

# On a page that shows robots a check: in its title, headings or few lines.
BLOCKED = """
just a moment|attention required|access denied|access to this page has been denied|you have been blocked|
you've been blocked|are you a robot|not a robot|are you human|are you a human|verify you are human|
verifying you are human|verify that you are human|human verification|confirm you are a human|press & hold|
press and hold|unusual activity|unusual traffic|ray id|checking your browser|
checking if the site connection is secure|enable javascript and cookies to continue|pardon our interruption|
request unsuccessful. incapsula|bot detection|bot protection|complete the security check|
security check to access|please complete the captcha|solve the captcha|ddos protection by|403 forbidden|
error 403|429 too many requests|too many requests|you don't have permission to access|your ip address has been|
automated access|automated requests|web application firewall|this request was blocked|zugriff verweigert|
zugriff wurde verweigert|sind sie ein mensch|sind sie ein roboter|ungewöhnliche aktivität|
ungewöhnlichen datenverkehr|bestätigen sie, dass sie ein mensch|accès refusé|vous avez été bloqué|
êtes-vous un robot|vérifiez que vous êtes|activité inhabituelle|acceso denegado|has sido bloqueado|
eres un robot|no eres un robot|verifica que eres humano|actividad inusual|accesso negato|non sono un robot|
acesso negado|toegang geweigerd|доступ запрещен|доступ запрещён|вы не робот|访问被拒绝|アクセスが拒否
"""

# In the prose of a form that asks for consent.
CONSENT = """
cookies|cookie|consent|your privacy|privacy settings|privacy policy|personal data|personalised ad|
personalized ad|tracking|our partners|legitimate interest|accept all|reject all|withdraw your|
store and/or access|advertising partners|einwilligung|zustimmung|datenschutz|akzeptieren|personenbezogene|
werbetracking|personalisierte|pur-abo|berechtigtes interesse|consentement|traceurs|vos données|
données personnelles|tout accepter|accepter et|partenaires|vie privée|consentimiento|aceptar todo|aceptar y|
datos personales|privacidad|nuestros socios|consenso|accetta|dati personali|consentimento|aceitar|
dados pessoais|toestemming|accepteren|persoonsgegevens|samtycke|samtykke|zgoda|zgody|согласие
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

# Segments of an address that end in a list.
LIST_SEGMENTS = """
in-the-news|newsroom|press|category|categories|tag|tags|topic|topics|author|authors|search|archive|archives|collections|collection|list|
lists|shop|products|product|section|sections|page|index|issues|latest|all|home|news|blog|blogs|articles|opinion|
opinions|columns|columnists|editorials|commentary|kategorie|thema|themen|autor|autoren|schlagwort|meinung|
rubrique|auteur|sujet|tema|temas|etiqueta|opinione|categoria|economy|politics|sport|sports|business|world|
standings|rankings
"""


def words(table: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(part.strip() for part in table.replace("\n", "").split("|") if part.strip())
