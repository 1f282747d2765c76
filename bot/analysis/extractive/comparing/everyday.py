"""Words that commentaries on any subject use: two texts that share them need not speak of the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.analysis.extractive.reading import stems
from bot.analysis.extractive.words import words_for

_ENGLISH = """
one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty sixty seventy
eighty ninety hundred hundreds thousand thousands million millions billion dozen half third quarter fifth tenth second
first last next percent cent number numbers figure figures average total rate share per dollars pounds euros
day days week weeks month months year years decade decades century hour hours minute minutes morning afternoon evening
night nights today yesterday tomorrow tonight spring summer autumn fall winter monday tuesday wednesday thursday friday
saturday sunday january february march april may june july august september october november december time times
moment date season recent recently ago soon late early long short old new young
people person persons man men woman women guy child children family families mother father everybody everyone anybody
anyone somebody someone nobody neighbour neighbor neighbours neighbors folk friend friends
thing things something anything nothing everything kind sort lot part parts place places point points side sides case
cases end ends way ways question questions answer answers reason reasons problem problems fact facts truth idea ideas
matter matters example word words name names line list page paper life world house home street town city county country
state office work job business money price cost costs
say says said tell tells told ask asks asked talk talked speak call calls called think thinks thought know knows known
believe see sees seen saw look looks looked hear heard find finds found feel felt show shows showed shown mean means
meant read write wrote written explain understand remember seem seems become became happen happens happened come comes
came go goes going gone went bring brought take takes took taken give gives gave given keep keeps kept put puts set sets
leave left let hold held turn turns turned run runs ran move moved start started begin began stop stopped stay stand
stands stood sit sat live lives lived use uses used need needs needed want wants wanted try tries tried help helps
helped like likes work works worked pay pays paid spend spent buy sell lose lost cut add added open opened close closed
build built change changed changes grow offer offered expect expected consider decide decided follow carry run
right wrong good better best bad worse worst great big large larger small smaller little high low full whole real true
false clear sure easy hard simple different same single sole enough less least many much several another other others
rather quite almost nearly roughly about already always never often sometimes ever still yet even just really simply
perhaps maybe indeed instead otherwise therefore however though although whether without within beside behind toward
whatever whoever whose ours ones again back away around together done actually plain plainly certain certainly
government council minister ministers ministry mayor president commission committee board department agency official
officials authority politicians public national local report reports study survey letter meeting proposal propose
proposed plan plans policy law rule rules critics opponents supporters argument arguments argue argues view
ve ll re don didn isn aren doesn won couldn wouldn shouldn wasn
"""
_FRENCH = """
un deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent cents
mille million millions milliard milliards moitié tiers quart demi premier première second deuxième dernier dernière
prochain chiffre chiffres nombre taux euros euro francs
jour jours journée semaine semaines mois an ans année années siècle heure heures minute minutes matin soir nuit hier
demain aujourd hui printemps été automne hiver lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars
avril mai juin juillet août septembre octobre novembre décembre temps fois moment date longtemps bientôt tard tôt
gens personne personnes homme hommes femme femmes enfant enfants famille monde quelqu voisin voisins ami amis
chose choses rien tout tous toute toutes sorte genre partie lieu endroit point côté cas fin façon manière question
questions réponse raison raisons problème fait faits vérité idée exemple mot mots nom ligne vie maison rue ville pays
état bureau travail argent prix coût
dire dit disent disait dis parler parle demander demande croire croit penser pense savoir sait voir voit vu regarder
entendre trouver trouve sentir montrer montre comprendre sembler semble devenir devient arriver arrive venir vient aller
va vont faire fait font donner donne prendre prend pris mettre met mis laisser laisse tenir tient rester reste garder
commencer finir vivre vit falloir faut vouloir veut veulent pouvoir peut peuvent devoir doit doivent aimer payer paie
perdre perdu ouvrir fermer changer change
bon bonne meilleur mauvais pire grand grande petit petite haut bas plein vrai vraie faux clair facile difficile simple
seul seule même autre autres nouveau nouvelle vieux jeune assez moins plus peu beaucoup plusieurs chaque presque déjà
toujours jamais souvent encore aussi surtout peut-être sans doute pourtant cependant donc ainsi ailleurs ensemble
gouvernement ministre ministère maire mairie conseil commission président député députés loi règle rapport étude
enquête projet plan politique public publique critiques partisans opposants argument arguments celui celle ceux
"""
_GERMAN = """
eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig hundert tausend
million millionen milliarde milliarden hälfte drittel viertel erste ersten zweite zweiten letzte letzten nächste
nächsten prozent zahl zahlen euro
tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahrzehnt jahrhundert stunde stunden minute minuten
morgen mittag abend nacht heute gestern frühjahr frühling sommer herbst winter montag dienstag mittwoch donnerstag
freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember zeit mal
moment datum lange bald spät früh
leute mensch menschen mann männer frau frauen kind kinder kindern familie familien jemand niemand nachbar nachbarn
freund freunde
ding dinge sache sachen etwas nichts alles art teil ort stelle punkt seite fall ende weise frage fragen antwort grund
gründe problem tatsache wahrheit idee beispiel wort worte name zeile leben welt haus straße stadt land staat amt arbeit
geld preis kosten
sagen sagt sagte reden fragen fragt fragte nennen nennt glauben glaubt denken denkt wissen weiß sehen sieht hören hört
finden findet zeigen zeigt meinen meint verstehen scheinen scheint werden wurde worden kommen kommt kam gehen geht ging
bringen nehmen nimmt geben gibt gab halten hält stellen stehen steht stand lassen lässt bleiben bleibt liegen liegt
machen macht gemacht tun tut beginnen anfangen aufhören leben lebt brauchen braucht wollen will müssen muss sollen soll
können kann dürfen darf zahlen zahlt bezahlen verlieren verloren öffnen schließen ändern
gut gute besser beste schlecht schlimm groß große größer klein kleine hoch niedrig voll ganz ganze wahr falsch klar
leicht schwer einfach anders andere anderen einzige gleich neu neue alt alte jung genug weniger mehr viele wenig mehrere
jeder jede fast schon immer nie oft noch auch sogar nur wirklich vielleicht freilich dennoch trotzdem deshalb also
wieder zurück zusammen sicher eben gerade eigentlich
regierung minister ministerin ministerium bürgermeister bürgermeisterin gemeinderat stadtrat kreistag landrat rat
kommission präsident behörde politik politiker gesetz regel bericht studie umfrage plan pläne vorschlag gegner kritiker
befürworter argument argumente öffentlich
"""
_SPANISH = """
uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien ciento mil
millón millones mitad tercio cuarto primero primera segundo segunda último última próximo próxima cifra cifras número
tasa euros pesos
día días semana semanas mes meses año años década siglo hora horas minuto minutos mañana tarde noche hoy ayer primavera
verano otoño invierno lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
agosto septiembre octubre noviembre diciembre tiempo vez veces momento fecha pronto temprano
gente persona personas hombre hombres mujer mujeres niño niños niña familia familias alguien nadie vecino vecinos amigo
amigos
cosa cosas algo nada todo todos toda todas tipo clase parte lugar sitio punto lado caso fin forma manera pregunta
preguntas respuesta razón razones problema hecho hechos verdad idea ejemplo palabra palabras nombre línea vida mundo
casa calle ciudad pueblo país estado oficina trabajo dinero precio coste costo
decir dice dicen dijo hablar habla preguntar pedir pide llamar llama creer cree pensar piensa saber sabe ver visto mirar
oír encontrar sentir mostrar muestra entender parecer parece llegar llega venir viene ir ido hacer hace hacen dar da
tomar poner pone dejar deja tener tiene tienen quedar queda seguir sigue empezar acabar vivir vive usar necesitar querer
quiere quieren poder puede pueden deber debe deben gustar pagar paga perder abrir cerrar cambiar cambia
bueno buena mejor malo mala peor gran grande pequeño alto bajo lleno entero cierto falso claro fácil difícil simple
solo sola mismo misma otro otra otros otras nuevo nueva viejo joven bastante menos más poco mucho muchos varios cada
casi ya siempre nunca jamás aún todavía también incluso quizá quizás acaso sin embargo pues así además juntos
gobierno ministro ministra ministerio alcalde alcaldesa ayuntamiento consejo comisión presidente ley regla informe
estudio encuesta proyecto plan política público pública críticos defensores partidarios argumento argumentos
"""
_BY_LANGUAGE: Mapping[str, str] = {"de": _GERMAN, "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH}


@cache
def everyday(language: str) -> frozenset[str]:
    """Their stems, for a BCP 47 primary subtag; none for a language that we have no table of."""
    return stems(_BY_LANGUAGE.get(language, ""), words_for(language))
