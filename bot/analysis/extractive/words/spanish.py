"""Spanish cues."""

from __future__ import annotations

from bot.analysis.extractive.words.table import Words, openings, phrases

_OTHERS = (
    r"(?:(?:los|las|sus|algunos|muchos) (?:partidarios|defensores|críticos|detractores|opositores|adversarios|expertos|"
    r"economistas|promotores|escépticos|ministros|empresarios|vecinos)|algunos|muchos|otros|hay quien(?:es)?|"
    r"quienes \w+|"
    r"(?:el|la) (?:alcalde|alcaldesa|ministro|ministra|gobierno|ministerio|ayuntamiento|empresa|oposición|patronal|"
    r"industria|presidente|presidenta|concejal|consejero|consejera|consejería|junta|club))"
)
_HOLD = (
    r"(?:dice|dicen|sostiene|sostienen|afirma|afirman|asegura|aseguran|alega|alegan|argumenta|argumentan|cree|creen|"
    r"insiste|insisten|repite|repiten|responde|responden|objeta|objetan|opina|opinan|advierte|advierten|defiende|"
    r"defienden|replica|replican|recuerda|recuerdan|dirá|dirán)"
)

SPANISH = Words(
    language="es",
    stop=frozenset(
        """
        a al algo ante antes aquí así aunque bajo bien cada como con contra cual cuando de del desde donde dos el
        él ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas este esto estos fue
        fueron ha había han hasta hay la las le les lo los más me mi mis mismo mucho muy nada ni no nos nosotros
        nuestra nuestro o os otra otro para pero poco por porque pues que qué quien quién se sea ser si sí
        siempre sin sobre son su sus también tan tanto te tiene tienen todo toda todos todas tu un una uno unos
        unas y ya yo sino lo hoy ayer sólo solo según hace hacer puede pueden
        """.split()
    ),
    abbreviations=frozenset(
        """
        sr sra srta sres dr dra d dª dña ud uds ee.uu ee uu etc p pp pág págs art núm no vol av avda prof profa
        lic ing
        """.split()
    ),
    reports=phrases(
        rf"""
        (?:merece|merecen) (?:mejor|una|ser|que)
        (?:el|la|su|los|sus) (?:\w+ )?(?:postura|posición|alegato|objeciones|argumentos?|plan|defensa) (?:merece|
        empieza|descansa|se apoya|no es (?:absurd|tont|mal)[oa])
        lo (?:resume|explica|repite|defiende|dice|cuenta|justifica|vende) (?:en|a|así|siempre|cada|como|con)
        (?:concejal[a]?|alcalde(?:sa)?|ministr[oa]|consejer[oa]|president[ea]|delegad[oa]|portavoz|
        director[a]?)\b[^.;«]{{0,50}} (?:lo )?(?:defiende|justifica|explica|argumenta|sostiene|alega)
        según (?:el alcalde|la alcaldesa|el gobierno|el ministerio|la ministra|el ministro|el ayuntamiento|
        la junta|la patronal|la empresa|los partidarios|los defensores)
        (?:la promesa|el lema|el cálculo) (?:es|dice|era)
        {_OTHERS}\b(?:(?! (?:yo|nosotros|mi)\b)[^.;]){{0,40}}? {_HOLD}
        (?:se|nos) (?:dice|dicen|repite|repiten|asegura|aseguran|objeta|explican?)
        (?:dirán|dirá|alegarán|objetarán|responderán) (?:también )?que
        tienen? (?:preparad[oa]|sus|un|razones) (?:lo demás|razones|argumentos?|respuesta|discurso)
        (?:el|su|un) (?:\w+ )?(?:argumento|razonamiento|relato|discurso|cálculo) (?:es|de|del|oficial|dice|
        consiste|va)
        la (?:\w+ )?(?:objeción|tesis|respuesta|versión|idea|lógica) (?:es|de|del|oficial|dice|consiste)
        (?:a juicio|en opinión|según la versión|a ojos) de (?!quien)
        según (?:sus|los) (?:partidarios|defensores|críticos|detractores|promotores)
        """
    ),
    attributes=phrases(
        r"""
        (?:dice|dicen|explica|explican|asegura|aseguran|sostiene|sostienen|afirma|afirman|alega|alegan|responde|
        responden|concluye|defiende|defienden|repite|insiste|insisten|argumenta)
        según (?:él|ella|ellos|el|la|los|las) ?\w* | (?:se|nos) (?:dice|dirá|repite|responde|asegura|objeta)
        (?:el argumento|la respuesta|los argumentos|la objeción|el razonamiento|los defensores|los partidarios)
        hay quien(?:es)? | ha encontrado | serían? | habrían?
        """
    ),
    institutions=openings(
        r"""
        (?:el|la|los|las|un|una|su|sus) (?:[\w-]+ ){0,2}?(?:ministerio|ministr[oa]|gobierno|consejería|consejer[oa]|
        ayuntamiento|alcalde(?:sa)?|junta|empresa|patronal|expediente|informe|autoridad|director[a]?|delegad[oa]|
        defensores|partidarios|críticos|concejal[a]?)\b
        """
    ),
    diagnoses=phrases(
        r"""
        (?:el|la) (?:\w+ )?(?:problema|verdad|cuestión|razón|error|escándalo|respuesta|peligro|remedio) (?:es|no|está)
        (?:es|son) (?:un|una|el|la|lo|los|las|de) | no es | lo que | ha dejado de | sirve para
        (?:ha|han|hemos) (?:entendido|perdido|olvidado|dejado|hecho|construido)
        """
    ),
    opposes=phrases(
        r"""
        no [^.;]{2,90}? sino | sino | en (?:vez|lugar) de | antes que | ni | quien | menos [^.;]{2,40} que
        """
    ),
    asides=phrases(
        r"""
        (?:alega|según (?:él|ella|ellos)|a su juicio|nos dicen|se dice|dicen que) | supuestamente
        presuntamente
        """
    ),
    looks_back=phrases(
        r"""
        (?:yo )?(?:también )?(?:lo|eso) (?:dije|creí|pensé|repetí|defendí|sostuve|decía|creía|pensaba|defendía)
        (?:es|era|no es) un[a]? (?:\w+ ){0,2}(?:plan|cuenta|argumento|objeción|temor|idea|pregunta|frase|razón|
        imagen|cálculo)
        (?:olvida|omite|calla|ignora)n? (?:que|el|la|los|las|una?)
        (?:suena|parece) \w+ (?:y|pero|hasta)
        (?:el|ese|este) argumento (?:es|tiene|merece|no|se sostiene|suena)
        (?:eso|esto|todo eso) (?:suena|parece) \w+
        (?:estas?|estos|esas?|esos|ese|este|tales) (?:\w+ )?(?:objeci[óo]n(?:es)?|argumentos?|temores|miedos?|
        razones|críticas?|razonamientos?|preocupaciones?) (?:es|son|tiene|tienen|merece|merecen|no|suena)\b
        todo (?:esto|eso|ello) (?:es|suena|no|parece)
        (?:eso|esto) (?:es|no es) (?:\w+ )?(?:cierto|verdad|falso|exacto|serio)
        así (?:habla|hablan|razona|razonan|argumenta|lo explicó|lo dijo)
        (?:he|hemos) (?:oído|creído|escuchado|repetido|dicho) (?:eso|esto|muchas)
        no (?:le|les) falta(?:n)? razón | algo de (?:verdad|razón) hay | tienen? razón (?:en|sobre|cuando)
        no supe contestar\w* | conozco (?:el|la|ese|esa) argumento
        """
    ),
    concedes=phrases(
        r"""
        es cierto | es verdad | cierto | claro | por supuesto | desde luego | sin duda | admito | reconozco
        concedo | nadie (?:niega|discute|duda) | tienen? razón | y lo es | sería cómodo
        """
    ),
    turns_first=openings(
        r"""
        pero | sin embargo | no obstante | ahora bien | aun así | con todo | y sin embargo | el problema
        lo malo | solo que | sólo que | de modo que | no[,.:;] | esta vez
        """
    ),
    adds_first=openings(
        r"""
        y | además | también | luego | por otra parte | por último | que | ni | hay (?:otro|otra|también)
        segundo | tercero | otro | otra | a esto se
        """
    ),
    own=phrases("yo | me | mí | mi | mis | conmigo"),
    we=phrases("nosotros | nos | nuestr\\w+ | \\w{3,}mos"),
    gushes=phrases(
        r"""
        qué (?:maravilla|bien|descanso|previsión) | enhorabuena | felicidades | felicit\w+ | gracias | bravo
        por fin (?:alguien|un|una|tenemos) | menos mal | afortunadamente | gran noticia | buenas noticias
        qué (?:alivio|suerte|generosidad|valentía|detalle|alegría) | admirable\w* | heroic\w+ | ejemplar\w*
        celebremos | hay que (?:agradecer|felicitar|aplaudir|celebrar) | quién necesita | loable
        """
    ),
    thanks=phrases(r"gracias"),
    sobers=phrases("en serio | bromas aparte | fuera de bromas | en realidad | la verdad | los datos | las cifras"),
    must=phrases(
        r"""
        debe | deben | debería | deberían | debemos | deberíamos | hay que | habría que | tiene que | tienen que
        tenemos que | es hora de | hace falta | conviene | convendría | propongo | proponemos | pido | exijamos
        que se \w+
        """
    ),
    bids_first=openings(
        r"""
        (?:pues |y |así que |entonces )?(?:pidan|pidamos|abran|abramos|cierren|devuelvan|devolvamos|dejen|
        dejemos|den|demos|hagan|hagamos|pongan|pongamos|publiquen|voten|votemos|escuchen|escuchemos|cobren|
        cobremos|construyan|construyamos|quiten|quitemos|paguen|paguemos|empiecen|empecemos|lean|leamos|
        pregunten|preguntemos|exijan|exijamos|anulen|conecten|revisen|arreglen|compren|compremos|no \w+(?:en|an|
        emos|amos))
        que (?:el|la|los|las|cada|nadie|se) \w+ (?:\w+ )?(?:pague|paguen|haga|hagan|abra|devuelva|publique|deje|
        dé)
        """
    ),
    foretells=phrases(
        r"""
        \w{2,}(?:ará|erá|irá|arán|erán|irán|ría|rían|drá|drán|dría|drían) | será | serán | va a | van a | podrá
        habrá | en \w+ años | antes de 20[2-9]\d | en 20[3-9]\d | mañana | pronto | probablemente | se puede
        """
    ),
    wills=phrases(
        r"""
        será | serán | habrá | podrá | podrán | va a | van a | vamos a
        \w{3,}(?:ará|erá|irá|arán|erán|irán|drá|drán) | pronto
        """
    ),
    numbers=phrases(
        r"""
        dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | once | doce | trece | catorce
        quince | veinte | treinta | cuarenta | cincuenta | sesenta | cien | ciento | mil | mitad | tercio
        cuarto | doble
        """
    ),
    judges=phrases(
        r"""
        creo | pienso | creemos | opino | bueno | buena | malo | mala | mejor | peor | justo | injusto | absurdo
        vergüenza | escándalo | falso | sólo | solo | nunca | nadie | nada | siempre | demasiado | bastante
        realmente | importante | difícil | fácil | cómodo | es un | es una | no es
        """
    ),
    past=phrases(
        r"""
        fue | fueron | era | eran | había | habían | (?:ha|han|he|hemos) \w+(?:ado|ido|to|cho)
        \w{2,}(?:aba|aban|ó|aron|ieron) | hizo | dijo | tuvo | estaba | estaban
        """
    ),
    states=phrases(
        r"""
        se ha convertido en | sigue siendo | significa | equivale a | creo que | creemos que | sostengo
        la (?:verdadera |única )?(?:cuestión|pregunta|verdad|solución) (?:es|no es)
        el (?:verdadero |único )?(?:problema|escándalo|peligro) (?:es|no es|está)
        lo que (?:falta|hace|está|importa|necesitamos|se) ?\w* | no (?:es|se trata|falta|faltan) | se arregla
        es un | es una | es el | es la | debe | deben | debería | hay que | por eso | en el fondo | en suma
        """
    ),
    contrasts=phrases("sino | no es | pero | en lugar de | en vez de | mientras | más que | menos que | no"),
    defines_first=openings(
        r"""
        (?:un|una|el|la|los|las|lo que|quien|quienes|ningún|ninguna|todo|toda) (?:[\w'-]+ ){0,9}?(?:es|son|
        no es|debe|puede|tiene|está)
        """
    ),
    reasons=phrases(
        """
        porque | pues | ya que | puesto que | por eso | por tanto | de modo que | así que | en consecuencia
        """
    ),
    shows=phrases(
        r"""
        por ejemplo | (?:en|desde) (?:19|20)\d\d
        (?:estudio|informe|encuesta|datos|cifras|memoria|registro|universidad|censo)\w* | según | el año pasado
        """
    ),
    dangles_first=openings(
        """
        él | ella | ellos | ellas | eso | esto | ese | esa | este | esta | estos | estas | esos | esas | y | o
        uno | así | lo
        """
    ),
    says=phrases(
        r"""
        admite | admitió | admitía | suspira | suspiró | protesta | protestó | ironizó | opina | opinó
        sentencia | sentenció
        aclara | aclaró | agrega | agregó | anuncia | anunció | argumenta | argumentó | alega | alegó | concluye
        concluyó
        escribió | escribía | explicaba | repite | repetía | repitió | susurra | grita | gritó | bromeaba
        denuncia | denunció
        promete | prometió | replica | replicó | bromea | bromeó | lamenta | lamentó | subraya | subrayó
        confiesa | confesó | avisa | avisó | apunta | apuntó | matiza | zanja | ironiza
        ha (?:dicho|explicado|asegurado|declarado|afirmado|respondido) | dice | dijo | decía | dicen | cuenta
        contó | contaba | explica | explicó | responde | respondió | contesta | contestó | añade | añadió
        asegura | aseguró | afirma | afirmó | pregunta | preguntó | escribe | escribió | recuerda | recordó
        advierte | advirtió | insiste | insistió | resume | resumió | declara | declaró | sostiene | sostuvo
        comenta | comentó | señala | señaló | reconoce | reconoció | me \w+ó | nos \w+ó
        """
    ),
    calls=phrases(
        r"""
        para(?= (?:(?:el|la) \w+, )?(?-i:[A-ZÁ]))
        llama | llamó | llamaba | califica | calificó | habla de | habló de | describe | describió | promete
        prometió | como | según | solicitó | figura | tachó | elogió
        """
    ),
    denies=phrases(r"no | nunca"),
    credits=phrases(r"según"),
    he=phrases(r"él"),
    it=phrases(r"(?!)x"),
    she=phrases(r"ella"),
    roles=frozenset(
        """
        presidente presidenta ministro ministra alcalde alcaldesa diputado diputada conserje senador senadora concejal
        concejala consejero consejera doctor doctora dr dra profesor profesora sr sra señor señora don doña d
        director directora general comisario comisaria juez jueza fiscal portavoz hidrólogo hidróloga economista
        sociólogo socióloga historiador historiadora agricultor agricultora secretario secretaria gobernador
        gobernadora
        ingeniero ingeniera médico médica enfermero enfermera maestro maestra catedrático catedrática rector
        rectora arquitecto  arquitecta abogado abogada notario notaria escritor escritora poeta novelista
        periodista investigador investigadora biólogo bióloga  geólogo geóloga físico física químico química
        psicólogo psicóloga filósofo filósofa politólogo politóloga demógrafo demógrafa geógrafo  geógrafa
        sindicalista empresario empresaria comerciante tendero tendera panadero panadera pescador pescadora
        pastor pastora ganadero  ganadera viticultor viticultora bombero policía guardia inspector
        inspectora técnico técnica conductor conductora cura obispo  bibliotecario bibliotecaria archivero
        archivera jefe jefa gerente dueño dueña fundador fundadora vecino vecina jubilado jubilada
        presidente-ejecutivo ejecutivo ejecutiva vicepresidente vicepresidenta subsecretario subsecretaria
        delegado delegada intendente
        """.split()
    ),
    organs=frozenset(
        """
        ministerio ayuntamiento gobierno consejería junta empresa comisión comité agencia autoridad sindicato
        asociación partido tribunal universidad fundación diputación patronal delegación
        """.split()
    ),
    papers=frozenset(
        """
        informe expediente circular comunicado carta folleto reglamento ley decreto texto contrato estudio documento
        """.split()
    ),
    honorifics=frozenset("sr sra señor señora don doña d tía tío".split()),
    role_prefixes=frozenset("ex exministro vicepresidente".split()),
    bodies=phrases(
        r"""
        ministerio | consejo | instituto | universidad | escuela | calle | avenida | plaza | tribunal | comité
        comisión | partido | banco | sociedad | asociación | ley | san | santa | club | real | confederación
        ayuntamiento | junta | las | los | enero | febrero | marzo | abril | mayo | junio | julio | agosto
        septiembre | octubre | noviembre | diciembre | lunes | martes | miércoles | jueves | viernes | sábado
        domingo
        """
    ),
    i_say=phrases(r"yo | digo | dije | pregunté | contesté | le"),
    you=phrases(r"usted | tú"),
    dear=phrases(r"querid[oa] | estimad[oa]"),
    a_person=phrases(r"une?a? | unos | algún | cierto"),
    the_person=phrases(r"el | la | los | las | su | mi | nuestr[oa]"),
    named=phrases(r"llamad[oa] | se llama | se llamaba"),
    mine=phrases(r"mi | mis | nuestr[oa]s? | su | sus"),
    feminine=phrases(
        r"""
        sra | señora | doña | dña | ministra | alcaldesa | presidenta | diputada | senadora | concejala
        consejera | doctora | dra | profesora | directora | hidróloga | jueza | socióloga | historiadora
        secretaria | hermana | tía
        """
    ),
    masculine=phrases(
        r"""
        sr | señor | don | ministro | alcalde | presidente | diputado | senador | consejero | doctor | dr
        profesor | director | hidrólogo | juez | secretario | hermano | tío | padre
        """
    ),
    sourced=phrases(
        r"""
        según | de acuerdo con
        (?:estudio|informe|encuesta|memoria|registro|universidad|censo|estadísticas?|instituto|auditoría|
        presupuesto|confederación|ministerio)\w*
        (?:calcula|estima|cifra|midió)
        """
    ),
    unnamed=phrases(
        r"""
        otr[oa] \w+, que [^.;]{1,40}, (?:me|nos) (?:lo )?(?:dijo|contó|confesó)
        (?:un|una|unos|varios|algunos|fuentes) (?:\w+ )?(?:funcionari[oa]s?|técnic[oa]s?|expertos?|observadores|
        cercan[oa]s?|fuentes?|portavo(?:z|ces)|emplead[oa]s?|asesor(?:es)?)(?: \w+){0,6} (?:dice|dicen|dijo|
        asegura|aseguran|cuenta|cuentan|reconoce|admite|confiesa)
        fuentes (?:de|del|cercanas|próximas) | (?:me|nos) (?:dicen|cuentan|aseguran|han dicho)
        se (?:dice|rumorea|comenta) | en voz baja | (?:los|algunos) estudios (?:demuestran|muestran|dicen)
        (?:que )?pidió no ser (?:citad|identificad|nombrad)[oa]
        """
    ),
    sweeps=phrases(
        r"""
        nadie | todo el mundo | todos | todas | siempre | nunca | jamás | ningún | ninguna | nada | cualquiera
        en ninguna parte | en todas partes | el único \w+ | la única \w+ | todas las \w+ | todos los \w+
        sin excepción | ni un solo | ni una sola | ni siquiera
        """
    ),
    either_or=phrases(
        r"""
        o [^.;]{3,80}?,? o (?:nos|seguimos|bien|lo|se|hay) | o bien [^.;]{3,100}? o bien
        no hay (?:más remedio|alternativa|otra) | la única (?:manera|forma|salida|alternativa|opción|solución)
        el único (?:modo|camino|remedio) | de lo contrario
        """
    ),
    asserts=phrases(
        r"""
        evidentemente | por supuesto | claramente | sin duda | en realidad | la verdad | porque | habría
        habrían | la mayoría | el más | la más | simplemente | nunca se ha
        """
    ),
    no_unit=phrases(
        r"""
        enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre
        diciembre | horas | página | artículo | capítulo | y | o | a | de | la | el | los | en | que | es
        """
    ),
    lived=phrases(
        r"""
        (?:mi|mis|nuestr[oa]s?) (?:\w+ )?(?:madre|padre|abuel[oa]s?|vecin[oa]s?|amig[oa]s?|compañer[oa]s?|
        hij[oa]s?|herman[oa]s?|prim[oa]s?|mujer|marido|alumn[oa]s?|pacientes?)
        (?:conocí|vi|conté|pregunté|llamé|recuerdo|fui|me senté|hablé)
        (?:un|una) (?:mujer|hombre|señora|señor|chico|chica|niño|niña|vecin[oa]|agricultor[a]?|maestr[oa]|
        enfermer[oa]) (?:que|de|del|me|en)
        el otro día | la semana pasada | ayer
        """
    ),
)
