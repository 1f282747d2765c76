"""German cues."""

from __future__ import annotations

from bot.analysis.extractive.words.table import Words, openings, phrases

_OTHERS = (
    r"(?:kritiker(?:innen)?|gegner(?:innen)?|befürworter(?:innen)?|anhänger(?:innen)?|verfechter(?:innen)?|"
    r"verteidiger(?:innen)?|skeptiker(?:innen)?|lobbyisten|experten|manche|viele|andere|einige|die einen|die anderen|"
    r"(?:der|die|das) (?:minister(?:in|ium)?|senator(?:in)?|regierung|bürgermeister(?:in)?|opposition|industrie|"
    r"branche|"
    r"verband|behörde|koalition|partei|stadt|rat|verwaltung|konzern|gegenseite|lobby|kanzler(?:in)?))"
)
_HOLD = (
    r"(?:sagt|sagen|meint|meinen|behauptet|behaupten|argumentiert|argumentieren|glaubt|glauben|warnt|warnen|entgegnet|"
    r"entgegnen|wendet ein|wenden ein|hält dagegen|halten dagegen|betont|betonen|verweist|verweisen|findet|finden|"
    r"fürchtet|fürchten|beteuert|beteuern|versichert|versichern|erklärt|erklären|sieht|sehen)"
)

GERMAN = Words(
    language="de",
    stop=frozenset(
        """
        ab aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis
        bist da damit dann das dass dazu dein dem den denn der deren des dessen die dies diese diesem diesen
        dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas euch euer für gegen
        habe haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ist ja jede jedem
        jeden jeder jedes jetzt kann kein keine keinem keinen keiner können könnte man mal manche mehr mein meine
        meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sei
        sein seine seinem seinen seiner seit selbst sich sie sind so soll sollen sollte sondern über um und uns
        unser unsere unter viel vom von vor war waren warum was weder weil weiter wem wen wenn wer werde werden
        wie wieder will wir wird wo worden wurde wurden zu zum zur zwar zwischen
        """.split()
    ),
    abbreviations=frozenset(
        """
        1. dr prof hr fr nr st str ca bzw usw etc z.b z d.h u.a u bd vgl ggf inkl exkl abs art jh jhd mio mrd
        dipl ing geb gest jan feb apr aug sept okt nov dez o.ä v.a s evtl sog allg tel
        """.split()
    ),
    reports=phrases(
        rf"""
        (?:wird|werden|wurde) (?:\w+ ){{0,6}}(?:viel|manches|einiges|oft|gern|immer) (?:\w+ )?(?:gesagt|behauptet|
        eingewandt|eingewendet|vorgebracht|erzählt|geklagt)
        (?:hat|haben) (?:das|es|dies|den \w+|die \w+) [^.;]{{0,40}}(?:vorgestellt|begründet|verteidigt|erklärt|
        gerechtfertigt)
        (?:sieht|sehen|liest|nennt|erzählt) (?:man|er|sie) (?:das|es|dies|die sache)
        (?:einwände?|bedenken|befürchtungen?|gegenargumente?|vorbehalte?) (?:gibt es|sind|ist|gegen|lauten?|hört|höre)
        (?:\w*bürgermeister(?:in)?|\w*minister(?:in)?|land(?:rat|rätin)|\w*senator(?:in)?|stadt(?:rat|rätin)|
        dezernent(?:in)?|kämmerer|sprecher(?:in)?)\b[^.;\"„]{{0,50}} (?:verteidigt|rechtfertigt|begründet|
        erklärt|argumentiert|beharrt|wirbt)
        (?:führt|führen|bringt|bringen) (?:\w+ ){{0,3}}(?:ins feld|vor)
        (?:das|ihr|sein) (?:versprechen|kalkül|mantra) (?:lautet|ist|geht)
        (?:wer|die) (?:dafür|dagegen) (?:ist|sind), (?:sagt|sagen)
        {_OTHERS}\b(?:(?! (?:ich|wir|mir|mein\w*)\b)[^.;]){{0,30}}? {_HOLD}
        es (?:heißt|wird) (?:oft|gern|immer wieder|häufig|stets)?(?: \w+)?(?: gesagt| behauptet| argumentiert)?,
        (?:gern|oft|häufig|immer wieder) (?:hört man|wird (?:behauptet|gesagt|argumentiert))
        die rechnung (?:der|des|von) \w+(?: \w+)? (?:geht|lautet)
        (?:hat|haben) (?:seine|ihre|gute) (?:\w+ )?gründe | für (?:\w+ ){{1,6}}spricht (?:viel|einiges|manches)
        das (?:\w+ )?(?:argument|gegenargument) (?:lautet|geht|ist|der|des|für|gegen)
        die (?:\w+ )?(?:begründung|erzählung|these|logik|lesart|befürchtung|sorge) (?:lautet|geht|ist|der|des)
        (?:der|ein|dieser) (?:\w+ )?einwand (?:lautet|geht|ist|gegen)
        nach (?:dieser|ihrer|seiner|deren|der) (?:\w+ )?(?:lesart|darstellung|auffassung|ansicht|meinung)
        aus (?:ihrer|seiner|deren) sicht
        (?:man|sie) (?:wird|werden|hält|halten) (?:\w+ ){{0,3}}(?:einwenden|sagen|entgegenhalten|entgegen|
        erwidern)
        dagegen (?:wird|lässt sich) (?:\w+ ){{0,2}}(?:eingewandt|eingewendet|einwenden|sagen|vorgebracht)
        (?:gilt|galt) als (?:ausgemacht|vernünftig|alternativlos)
        """
    ),
    attributes=phrases(
        r"""
        (?:sagt|sagen|meint|meinen|heißt es|argumentiert|argumentieren|erklärt|erklären|behauptet|rechnet|rechnen|
        beteuert|verweist|verweisen|entgegnet|hält dagegen|sieht das|wendet ein|wenden ein)
        (?:sei|seien|habe|könne|müsse|dürfe|solle|werde|würden|hätten|wolle|gebe|brauche)
        (?:einwände?|argumente?|begründung|antwort|rechnung|befürworter|gegner|kritiker|verteidiger)
        so (?:die|der|das)
        """
    ),
    institutions=openings(
        r"""
        (?:der|die|das|ein|eine|seine|ihre) (?:[\w-]+ ){0,2}?(?:\w*minister(?:in|ium)?|\w*regierung|stadt|gemeinde|bahn|
        behörde|\w*verwaltung|\w*amt|\w*rat|\w*rätin|\w*meister(?:in)?|verband|konzern|befürworter|gegner|kritiker|
        verteidiger|koalition|partei)\b
        """
    ),
    diagnoses=phrases(
        r"""
        (?:das|die|der) (?:\w+ )?(?:problem|wahrheit|frage|grund|fehler|skandal|antwort|gefahr|
        punkt) (?:ist|sind|lautet)
        (?:ist|sind) (?:ein|eine|kein|keine|nicht|der|die|das|einziger?) | was (?:man|wir|uns) | es fehlt
        (?:hat|haben) (?:verlernt|vergessen|aufgehört|verloren)
        """
    ),
    opposes=phrases(
        r"""
        (?:nicht|kein\w*) [^.;]{2,90}?,? (?:sondern|es|weil) | sondern | statt | anstatt | wer
        nicht, weil | weder | erst wenn | solange
        """
    ),
    asides=phrases(
        r"""
        (?:sagt|meint|behauptet|glaubt|argumentiert|findet) (?:er|sie|man|der|die|das) ?\w*
        (?:heißt es|so (?:der|die|das|heißt|hat|lautet) \w+) | (?:angeblich|vorgeblich)
        (?:sei|seien)
        (?<!ich )(?:habe|gebe|koste|bleibe|brauche|wohne|zahle|könne|müsse|dürfe|solle|wolle|werde|stehe|lasse|
        bekomme|komme|mache|gehe|verliere|verdiene)(?! ich)
        (?-i:(?!würde|wurde|alle|lange|gerade|heute|gerne|ohne|ehe|beide|diese|eine|keine|seine|ihre|meine|
        viele)[a-zäöüß]{3,}(?<!t)e) (?:er|man|auch keiner|keiner|niemand|jeder)
        (?:er|man|es|niemand|keiner) (?-i:(?!würde|wurde|alle|lange|gerade|heute|gerne|ohne|ehe|beide|diese|eine|
        keine|seine|ihre|meine|viele|welche|solche|große|gute|neue|kleine|jede)[a-zäöüß]{3,}(?<!t)e)
        """
    ),
    looks_back=phrases(
        r"""
        ich (?:habe|hätte|hab) (?:das|es|so|dies) (?:\w+ ){0,3}(?:gesagt|geglaubt|gedacht|geschrieben|vertreten|
        behauptet|gepredigt|gehört)
        (?:so|das) (?:habe ich|dachte ich|haben wir) (?:\w+ ){0,3}(?:gesagt|geglaubt|gedacht|vertreten|gehört|selbst)
        (?:das|es|dies) ist ein(?:e|en)? (?:\w+ ){0,2}(?:plan|rechnung|argument|satz|einwand|sorge|gedanke|frage|
        bild|bedenken|idee|vergleich)
        (?:er|sie|das|es|man) (?:übersieht|vergisst|verschweigt|unterschlägt)
        (?:das|es|dies|all das) (?:klingt|hört sich|wirkt|scheint) \w+
        (?:das|dieses) argument (?:ist|hat|verdient|trägt|sticht) | schön und gut | schön wäre es
        wäre es nur so
        (?:das|dies) (?:alles )?(?:ist|war|sind|klingt|mag|stimmt) (?:\w+ ){0,2}(?:richtig|wahr|vernünftig|
        ernst|falsch|stimmen|sein|gut|einleuchtend)
        (?:diese|solche|dieser|dieses) (?:einwände?|argumente?|sorgen?|bedenken|befürchtung(?:en)?|gründe|
        rechnung|sicht|logik) (?:ist|sind|hat|haben|wiegt|wiegen|verdient|verdienen|klingt|klingen)
        (?:so|das) (?:argumentiert|argumentieren|sagt|sagen|sagte|sagten|lautet|geht)
        (?:man|ich) kann das (?:\w+ ){0,3}(?:nicken|verstehen|nachvollziehen)
        das (?:habe ich|haben wir) (?:\w+ )?(?:gehört|geglaubt|gesagt|gedacht)
        daran ist (?:\w+ )?(?:etwas|einiges|vieles|viel|nichts) | (?:alles|vieles|einiges|manches|nichts) davon
        der letzte satz | da(?:rin|ran)? (?:hat|haben) (?:\w+ ){1,3}recht
        (?:das|dieses) (?:gutachten|argument|papier) kenne ich | ich kenne (?:das|die|diese)
        """
    ),
    concedes=phrases(
        r"""
        zugegeben | gewiss | sicher | natürlich | freilich | zwar | das stimmt(?! nicht) | stimmt schon
        stimmt, | (?:ist|sind) (?:\w+ )?(?:richtig|wahr|ernst|berechtigt|solide)
        niemand (?:bestreitet|leugnet|behauptet) | (?:er|sie|man) hat recht | recht (?:hat|haben)
        das sei (?:ihm|ihr|ihnen) (?:zugestanden|gegönnt) | immerhin
        """
    ),
    turns_first=openings(
        r"""
        aber | doch | jedoch | allerdings | nur | bloß | dennoch | trotzdem | und doch | nein | freilich
        das problem | der haken | der fehler | indes
        """
    ),
    adds_first=openings(
        r"""
        dann | und | da ist | außerdem | zudem | ferner | überdies | schließlich | im übrigen | auch
        hinzu kommt | zweitens | drittens | ein weiterer | noch
        """
    ),
    own=phrases("ich | mich | mir | mein\\w*"),
    we=phrases("wir | uns | unser\\w*"),
    gushes=phrases(
        r"""
        gratulieren | glückwunsch | danke | dank sei | endlich (?:hat|haben|ist|jemand|einer) | bravo | hut ab
        gott sei dank | zum glück | wer braucht (?:schon|da|denn)
        wie (?:schön|großzügig|klug|weise|mutig|rührend|beruhigend) | großartig\w* | genial\w* | heldenhaft\w*
        werden es uns danken | welch(?:\w+)? (?:ein )?(?:glück|segen|weitsicht|mut|erleichterung) | ein hoch auf
        man muss (?:\w+ ){1,6}(?:loben|danken|gratulieren|bewundern) | aufatmen | selbstverständlich
        bekanntlich
        """
    ),
    thanks=phrases(r"danke | dank sei | dankbar"),
    sobers=phrases(
        r"""
        im ernst | ernsthaft | spaß beiseite | scherz beiseite | in wahrheit | tatsächlich | die wahrheit
        die zahlen
        """
    ),
    must=phrases(
        r"""
        soll | sollen | sollte | sollten | muss | müssen | müsste | müssten | gehört | es wird zeit
        es ist zeit | man (?:hebe|gebe|nehme|lasse|mache|stelle|streiche|frage) | gilt es | darf nicht
        dürfen nicht | brauchen wir | wir brauchen | ich (?:schlage|fordere|rate|plädiere) | plädiere
        lasst uns | wäre (?:es )?(?:klug|richtig|besser|nötig)
        """
    ),
    bids_first=openings(
        r"""
        (?:also |und |dann |erstens,? |zweitens,? )?(?:holt|fragt|verschiebt|bezahlt|öffnet|gebt|lasst|macht|
        nehmt|streicht|baut|schließt|senkt|hebt|stellt|schafft|führt|kauft|zahlt|hört|lest|schickt|stimmt|
        verbietet|erlaubt|verlängert|schreibt|sagt|zeigt|legt|rettet|schützt|stoppt|beendet|gib|nimm|lass|mach|
        streichen sie|geben sie|lassen sie|nehmen sie|machen sie|bauen sie|fragen sie|streichen wir|lassen wir|
        geben wir|machen wir|bauen wir|fangen wir|hören wir|nehmen wir|man \w+e)
        (?:also |und |dann )?\w{3,}t (?:also|endlich|den|die|das|dem|der|ihn|sie|es) (?!\w+ (?:sich|
        nicht))(?=[^.]*(?:!|\. ?\Z))(?:\w+ ){0,3}(?:aus|an|ab|auf|zurück|ein|weg|um|zu)
        """
    ),
    foretells=phrases(
        r"""
        wird | werden | wirst | würde | würden | käme | kämen | bliebe | blieben | brächte | wäre | wären
        hätte | hätten | irgendwann | bis 20[2-9]\d | in \w+ jahren | künftig | voraussichtlich | wahrscheinlich
        droht | drohen
        """
    ),
    wills=phrases(r"wird | werden | irgendwann | künftig | demnächst"),
    numbers=phrases(
        r"""
        zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf
        \w*(?:zehn|zig|hundert|tausend) | hälfte | drittel | viertel | zehntel | doppelt
        """
    ),
    judges=phrases(
        r"""
        ich (?:finde|glaube|meine|denke|halte) | wir (?:finden|glauben|meinen|halten) | gut | besser | schlecht
        schlechter | falsch | richtig | absurd | unfair | gerecht | ungerecht | bequem | gefährlich | teuer
        billig\w* | ehrlich | wichtig | wirklich | in wahrheit | niemand | keiner | jeder | immer | nie | nur
        einzig\w* | genug | zu (?:viel|wenig|spät) | schande | skandal | nichts | ja | eben | wer | solide
        """
    ),
    past=phrases(
        r"""
        war | waren | hatte | hatten | hat | haben | wurde | wurden | \w{2,}te | \w{2,}ten | ge\w{3,}(?:t|en)
        ging | kam | stand | lag | gab | fand | blieb | ließ | sah | saß | saßen | hieß | nahm
        """
    ),
    states=phrases(
        r"""
        (?:ist|sind) \w+ geworden | bleibt | bedeutet | heißt | ich (?:finde|glaube|meine|denke|halte|behaupte)
        wir (?:finden|glauben|meinen|halten) | die (?:eigentliche |wahre |entscheidende )?frage ist
        das (?:eigentliche |wahre )?problem (?:ist|liegt) | es geht (?:um|darum|nicht) | darum geht
        (?:soll|sollen|sollte|sollten|muss|müssen|darf|dürfen|kann)
        ist (?:der|die|das|ein|eine|kein|keine|nicht) | sondern | der einzige | das einzige | die einzige
        in wahrheit | kurz | deshalb | darum | wer \w+
        """
    ),
    contrasts=phrases("sondern | nicht | kein\\w* | statt | anstatt | aber | während | als | doch"),
    defines_first=openings(
        r"""
        (?:ein|eine|wer|was|der|die|das|kein|keine|jede|jeder|jedes) (?:[\w'-]+ ){0,9}?(?:ist|sind|kann|soll|
        sollen|muss|darf|hat|wird)
        """
    ),
    reasons=phrases("weil | da | denn | deshalb | darum | daher | nämlich | also | folglich | somit | ja"),
    shows=phrases(
        r"""
        zum beispiel | beispielsweise | etwa | (?:im jahr |seit |von )?(?:19|20)\d\d
        (?:studie|bericht|gutachten|umfrage|statistik|erhebung|zahlen|daten|institut)\w* | laut
        nach (?:angaben|zählung|dem|der) | im (?:vergangenen|letzten) jahr
        """
    ),
    dangles_first=openings(
        """
        er | sie | es | das | dies\\w* | der | die letzte\\w* | solche\\w* | dort | da | also | und | oder
        beide | so
        """
    ),
    says=phrases(
        r"""
        (?<=, )so(?= (?:der|die|das|(?-i:[A-ZÄÖÜ])))
        erinnert(?:e)? sich | winkt(?:e)? ab | prägt(?:e)? den satz | beschreibt | beschrieb | rät | riet
        vermutet(?:e)?
        urteilt(?:e)? | lautete? | gab zu | gibt zu | räumte | wirft ein | warf ein | zitiert(?:e)?
        versichert(?:e)? | verspricht | versprach | behauptet(?:e)? | beteuert(?:e)? | bemerkt(?:e)?
        bestätigt(?:e)? | seufzt(?:e)? | scherzt(?:e)? | lacht(?:e)? | prophezeit(?:e)? | kündigt(?:e)?
        verkündet(?:e)? | mahnt(?:e)? | kontert(?:e)? | erwidert(?:e)? | gesteht | gestand | erinnert(?:e)?
        verteidigt(?:e)? | begründet(?:e)? | fordert(?:e)? | sprach | spricht | sagt | sagte | sagten | sagen
        gesagt | erklärt | erklärte | erzählt | erzählte | meint | meinte | fragt | fragte | antwortet
        antwortete | schreibt | schrieb | ruft | rief | betont | betonte | warnt | warnte | entgegnet
        entgegnete | ergänzt | ergänzte | klagt | klagte | spottet | spottete | räumt(?:e)? ein | formuliert
        formulierte | heißt es | hieß es | berichtet | berichtete | kommentiert(?:e)?
        """
    ),
    calls=phrases(
        r"""
        nennt | nannte | nennen | bezeichnet(?:e)? | spricht von | sprach von | sprechen von | lobt(?:e)?
        verspricht | versprach | heißt es | hieß es | sieht vor | laut | wirbt | warb | als | gelten
        """
    ),
    denies=phrases(r"nicht | nie"),
    credits=phrases(r"laut | zufolge | so"),
    he=phrases(r"er"),
    it=phrases(r"(?!)x"),
    she=phrases(r"sie"),
    roles=frozenset(
        """
        bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin minister ministerin bausenatorin
        senator senatorin präsident präsidentin bundespräsident bundespräsidentin kanzler kanzlerin bundeskanzler
        bundeskanzlerin oberarzt oberärztin chefarzt chefärztin arzt ärztin professor professorin prof dr dipl
        ing herr frau vorstandschef vorstandschefin chef chefin geschäftsführer geschäftsführerin direktor
        direktorin sprecher sprecherin pressesprecher pressesprecherin abgeordneter abgeordnete landrat landrätin
        stadtrat stadträtin general oberst richter richterin pfarrer pfarrerin bischof lehrer lehrerin
        schulleiter schulleiterin ökonom ökonomin soziologe soziologin historiker historikerin forscher
        forscherin staatssekretär staatssekretärin ministerpräsident ministerpräsidentin bauer bäuerin landwirt
        landwirtin trainer trainerin
        leiter leiterin beauftragter beauftragte vorsitzender vorsitzende anwalt anwältin rechtsanwalt
        staatsanwalt wirt wirtin  gastwirt meister meisterin pfleger pflegerin krankenschwester hebamme
        apotheker apothekerin ingenieur ingenieurin kämmerer kämmerin  dezernent dezernentin beamter beamtin
        wächter wächterin fahrer fahrerin händler händlerin förster försterin fischer fischerin  winzer
        winzerin bäcker bäckerin autor autorin schriftsteller schriftstellerin dichter dichterin journalist
        journalistin architekt  architektin biologe biologin psychologe psychologin politologe politologin
        philosoph philosophin physiker physikerin geologe geologin  ökologe ökologin kollege kollegin
        nachbar nachbarin unternehmer unternehmerin gründer gründerin präses dekan dekanin rektor rektorin
        kommissar kommissarin inspektor inspektorin sachverständiger sachverständige referent referentin
        rentner rentnerin schulrat  verwalter verwalterin betreiber betreiberin intendant intendantin
        kurator kuratorin archivar archivarin experte expertin
        """.split()
    ),
    organs=frozenset(
        """
        ministerium behörde finanzbehörde pressestelle regierung stadt gemeinde verwaltung stadtverwaltung amt
        kommission verband verein partei gericht vorstand bahn konzern unternehmen gesellschaft universität stiftung
        kammer
        """.split()
    ),
    papers=frozenset(
        """
        bericht gutachten gesetz entwurf satzung vertrag brief schreiben erlass merkblatt broschüre vorlage studie
        """.split()
    ),
    honorifics=frozenset("herr frau onkel tante".split()),
    role_prefixes=frozenset(
        "laut ehemaliger ehemalige frühere früherer stellvertretende stellvertretender parteilose amtierende".split()
    ),
    bodies=phrases(
        r"""
        \w*(?:amt|behörde|ministerium|institut|verband|verein|rat|partei|gesellschaft|straße|platz|schule|
        universität|hochschule|kommission|ausschuss|bank|gericht|gesetz|werk|zeitung|stiftung|konzern|bad|stadt|
        land|gewerbegebiet)s?
        januar | februar | märz | april | mai | juni | juli | august | september | oktober | november | dezember
        montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | euro | prozent | millionen
        milliarden | jahre?n?
        """
    ),
    i_say=phrases(r"ich"),
    you=phrases(r"(?!)x"),
    dear=phrases(r"liebe[rs]? | sehr geehrte[rs]? | verehrte[rs]?"),
    a_person=phrases(r"eine?[rsmn]? | manche\w* | mehrere"),
    the_person=phrases(r"der | die | das | dem | den | ihr | ihre | sein | seine | unser | unsere"),
    named=phrases(r"namens | heißt | hieß | heiße"),
    mine=phrases(r"mein\w* | unser\w* | sein\w* | ihr\w*"),
    feminine=phrases(r"frau | schwester | tante | königin | \w{3,}(?:in|ärztin)"),
    masculine=phrases(
        r"""
        herr | bruder | pater | onkel | könig | \w{3,}(?:meister|er|or|arzt|ent) | minister | kanzler
        """
    ),
    sourced=phrases(
        r"""
        (?:amt|institut|behörde|ministerium|kammer|universität|verband)\w* (?:zählt|zählte|schätzt|schätzte|
        ermittelte?|meldete?|errechnete?|fand)
        laut | nach (?:angaben|zählung|auskunft|berechnung(?:en)?|dem|der) ?\w*
        (?:studie|bericht|gutachten|umfrage|statistik|erhebung|mietspiegel|gesetzentwurf|stellungnahme|
        protokoll|institut|verband|rechnungshof|haushaltsplan)\w*
        meldet | schätzt | ermittelt(?:e)? | dem \w+ zufolge | zufolge
        """
    ),
    unnamed=phrases(
        r"""
        (?:man|es) (?:erzählt|hört|sagt) (?:sich|man|mir)
        wie (?:mir|uns) (?:jemand|einer|eine) (?:sagte|erzählte|verriet)
        aus (?:der|dem|den) [\w-]+ (?:heißt es|hört man|verlautet|ist zu hören)
        (?:ein|eine|einige|mehrere|der|die) (?:\w+ )?(?:sprecher(?:in)?|insider|beamter|beamte|
        mitarbeiter(?:in)?|experten|beobachter|kenner|fachleute|teilnehmer)(?: \w+){0,5} (?:sagt|sagte|sagen|
        meint|meinen|erzählt|berichtet|berichten)
        (?:hinter vorgehaltener hand|unter der hand|wie man hört|dem vernehmen nach|man (?:sagt|hört|erzählt)|
        nicht genannt werden)
        (?:experten|kritiker|viele|beobachter) (?:sagen|meinen|glauben|behaupten) | studien (?:zeigen|belegen)
        der \w+ vorliegt
        """
    ),
    sweeps=phrases(
        r"""
        niemand\w* | keiner | jeder | jede \w+ | jedem | alle | immer | nie | niemals | nirgends | nirgendwo
        überall | ausnahmslos | kein einzige\w* | der einzige \w+ | die einzige \w+ | das einzige \w+ | nichts
        alles | restlos | völlig | ganz und gar | sonst \w+
        """
    ),
    either_or=phrases(
        r"""
        entweder [^.;]{3,120}? oder | alternativlos
        (?:die|der|das) einzige (?:weg|möglichkeit|alternative|wahl|ausweg|lösung)
        keine (?:andere )?(?:alternative|wahl) | nur (?:die|eine) wahl | wer nicht \w+, (?:der|die)
        sonst bleibt nur
        """
    ),
    asserts=phrases(
        r"""
        offensichtlich | natürlich | selbstverständlich | klar ist | eindeutig | ohne zweifel | in wahrheit
        weil | denn | hätte | hätten | die meisten | am (?:größten|meisten|stärksten|schnellsten) | einfach
        """
    ),
    no_unit=phrases(
        r"""
        januar | februar | märz | april | mai | juni | juli | august | september | oktober | november | dezember
        uhr | seite | absatz | paragraf | artikel | station | im | am | in | an | und | oder | bis | zu | der
        die | das | wird | ist | hat | von | auf | mit | kapitel
        """
    ),
    lived=phrases(
        r"""
        (?:meine?|unsere?)(?:n|r|m|s)? (?:\w+ )?(?:mutter|vater|großmutter|oma|opa|großvater|nachbar(?:in)?|
        freund(?:in)?|kolleg(?:e|in)|tochter|sohn|schwester|bruder|frau|mann|patient(?:in)?|schüler(?:in)?|
        dienstplan)
        ich (?:stand|saß|traf|sah|fragte|zählte|war|habe \w+ gesehen|erinnere)
        (?:eine|ein) (?:frau|mann|mutter|vater|junge|mädchen|schüler(?:in)?|patient(?:in)?|nachbar(?:in)?|
        bekannter|bekannte|bauer|rentner(?:in)?) (?:aus|in|von|hat|,|sagt|erzählt)
        neulich | letzte woche | vorige woche | eines (?:morgens|abends|tages)
        """
    ),
)
