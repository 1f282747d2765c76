"""How lines at the foot of an article begin. Data only; a bar parts them."""

from __future__ import annotations

# At the end only: credits, syndication, appeals, rights.
FOOT = """
share your view|share your|send your|send us|write to the editor|
this is the opinion of|editorials represent|editorials reflect|editorials express|editorials are|our editorials|
views are personal|the views are|views are the author's|views are those|the opinions are|all views are|
this editorial represents|the editorial board|
this is a developing story|more on this|(责任编辑|责任编辑|责编|编辑：|编辑:|版权声明|来源：|diese seite wurde gedruckt|
keine meldung verpassen|editor's note|note:|correction:|this article first appeared|
this article originally appeared|this article was originally published|this article was first published|
this article is republished|this piece first appeared|this piece originally appeared|
this piece was originally published|this piece was first published|this column first appeared|
this column originally appeared|this column was first published|this essay first appeared|
this essay originally appeared|this essay was first published|this essay was originally published|
this story first appeared|this story originally appeared|this story was originally published|
this story was first published|this commentary was originally|this commentary first appeared|
this commentary was first|this op-ed first|this op-ed originally|this op-ed was|this post originally appeared|
this post was originally|first published in|first published by|first published on|first appeared in|
originally published in|originally published on|originally published by|originally appeared in|republished from|
republished with permission|reprinted from|reprinted with permission|reprinted by permission|a version of this|
an earlier version of this|this conversation has been edited|this interview has been edited|
this transcript has been edited|the views expressed|the opinions expressed|views expressed|opinions expressed|
the views in this|disclaimer:|disclosure:|reporting by|additional reporting|editing by|edited by|writing by|
with reporting by|translated by|translated from|photo by|photos by|photograph by|image credit|image:|photo:|
photo credit|illustration by|illustration:|source:|sources:|copyright|©|(c) 20|all rights reserved|subscribe to|
sign up for|sign up to|support our|support us|support independent|donate to|please consider|if you enjoyed|
if you liked|enjoyed this|follow us on|follow him on|follow her on|follow the author|like us on|join us on|
join our|get in touch|contact us|for more stories like this|for more from|send letters to|letters to the editor|
write to us|email us|tips to|have a story|have an opinion|to respond to this|to comment on this|submit a letter|
what do you think|share your thoughts|let us know|tell us what|click here to|more from|more by|read more|
read also|also read|see also|related:|this content was|posted in|filed under|tagged|tags:|categories:|
bookmark the permalink|permalink|next:|previous:|back to|download our|listen to this|dieser artikel erschien|
dieser text erschien|dieser beitrag erschien|dieser artikel ist zuerst|dieser text ist zuerst|
dieser beitrag ist zuerst|dieser gastbeitrag erschien|dieser kommentar erschien|diese kolumne erschien|
zuerst erschienen|zuerst veröffentlicht|erstmals erschienen|ursprünglich erschienen|der artikel erschien|
der text erschien|aus dem englischen von|aus dem englischen übersetzt|übersetzung:|übersetzt von|
gastbeiträge geben nicht|die meinung des autors|die im text geäußerte|quelle:|quellen:|foto:|fotos:|bild:|
bilder:|unterstütze uns|unterstützen sie|abonnieren sie|jetzt abonnieren|melden sie sich|folgen sie uns|
schreiben sie uns|mitarbeit:|alle rechte vorbehalten|mehr zum thema|lesen sie auch|diskutieren sie|
cet article est paru|cet article a été publié|cet article a d'abord|cette tribune est parue|cette tribune a été|
ce texte est paru|ce texte a été publié|cette chronique est parue|article initialement publié|
initialement publié|publié initialement|paru dans|traduit de|traduit par|tous droits réservés|crédit photo|
source :|sources :|soutenez|abonnez-vous|inscrivez-vous|suivez-nous|il vous reste|lire aussi|à lire aussi|
à lire|este artículo se publicó|este artículo fue publicado|este artículo apareció|este texto se publicó|
esta columna se publicó|esta columna fue publicada|publicado originalmente|publicado por primera vez|
artículo publicado|traducción de|traducido por|todos los derechos reservados|fuente:|suscríbete|síguenos|
questo articolo è apparso|questo articolo è stato pubblicato|pubblicato originariamente|
tutti i diritti riservati|este artigo foi publicado|publicado originalmente em|todos os direitos reservados|
dit artikel verscheen|dit stuk verscheen|eerder gepubliceerd|alle rechten voorbehouden|artykuł ukazał się|
статья впервые|впервые опубликовано|все права защищены|نُشر هذا المقال|نشر هذا المقال|جميع الحقوق محفوظة|
פורסם לראשונה|כל הזכויות שמורות|bu yazı ilk|tüm hakları saklıdır
"""

# Wherever they stand: appeals and controls that are never a sentence of an article's.
FOOT_ANYWHERE = """
diese seite wurde gedruckt|this page was printed from|printed from|imprimé depuis|impreso desde|
our website is the place for the latest breaking news|sign up for our newsletter|sign up to our newsletter|
subscribe to our newsletter|get our newsletter|get the newsletter|sign up for the|sign up to receive|
enter your email|email address|your email address|melden sie sich für unseren newsletter|
hier geht es zum newsletter|inscrivez-vous à notre newsletter|abonnez-vous à notre newsletter|
suscríbete a nuestra|suscríbase a nuestra|iscriviti alla newsletter|inscreva-se na newsletter|
comments are closed|commenting is closed|kommentare sind geschlossen|die kommentarfunktion|
kommentarfunktion ist|les commentaires sont fermés|los comentarios están cerrados|follow our live|
for more news like this
"""

# Parts of class names of what stands between a title and the text.
HEAD_NAMES = """
dek|deck|standfirst|subtitle|subtitel|subhead|subheadline|subheading|subheader|subtitulo|sottotitolo|soustitre|
unterzeile|untertitel|lead|lede|leadtext|vorspann|teaser|teasertext|intro|introtext|einleitung|anleser|chapo|
chapeau|entradilla|bajada|sumario|sommario|occhiello|catenaccio|kicker|eyebrow|spitzmarke|dachzeile|oberzeile|
rubrik|summary|excerpt|byline|autorenzeile|autorzeile|dateline|datum|dates|ingress|manchet|leadin|tagline|
topline|overline|overtitle|slug|strapline
"""

# Headings over a list of the main points, at the top of an article.
SUMMARY_HEADINGS = """
key takeaways|key takeaway|takeaways|key points|key facts|at a glance|in brief|in short|tl;dr|tldr|summary|
in this article|the gist|what to know|quick read|story highlights|highlights|das wichtigste in kürze|
auf einen blick|kurz und knapp|darum geht es|zusammenfassung|in kürze|l'essentiel|en bref|ce qu'il faut retenir|
claves|en resumen|en breve|in sintesi|in breve|em resumo|kortversjonen|kort sagt|kort fortalt|in het kort|
samenvatting|sammanfattning|要点|ポイント
"""

# How lines begin that tell when an article was put up.
DATE_LINES = """
published|updated|posted|last updated|last modified|first published|publiziert|veröffentlicht|aktualisiert|
stand:|erschienen am|publié|mis à jour|modifié le|publicado|actualizado|pubblicato|aggiornato|atualizado|
gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|опубликовано|
обновлено|yayınlanma|güncelleme
"""


def words(table: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(part.strip() for part in table.replace("\n", "").split("|") if part.strip())
