"""French cues."""

from __future__ import annotations

from bot.analysis.extractive.words.table import Words, openings, phrases

_OTHERS = (
    r"(?:(?:les |nos |ses |leurs |certains |de nombreux )?(?:partisans|adversaires|opposants|détracteurs|défenseurs|"
    r"critiques|sceptiques|promoteurs|lobbyistes|experts|élus|économistes|ministres|technocrates|beaux esprits|"
    r"optimistes|pessimistes|gens)|certains|d'autres|beaucoup|d'aucuns|ils|elles|"
    r"(?:le|la|l') ?(?:ministre|ministère|gouvernement|maire|préfet|préfète|mairie|direction|opposition|industrie|"
    r"région|président|présidente|métropole|chambre|syndicat|administration))"
)
_HOLD = (
    r"(?:disent|dit|affirment?|soutiennent|soutient|prétendent|prétend|assurent?|estiment?|croient|croit|répondent|"
    r"répond|répètent?|répliquent?|objectent?|font valoir|fait valoir|plaident?|craignent|craint|jurent?|avancent?|"
    r"expliquent?|diront|dira|répondront|répondra|objecteront|objectera)"
)

FRENCH = Words(
    language="fr",
    stop=frozenset(
        """
        à au aux avec ce cela ces cet cette ceux chez comme d dans de des donc dont du elle elles en encore entre
        est et été étaient était être eu fait fois il ils j je jusqu l la le les leur leurs lui là ma mais me
        même mes moi mon n ne ni non nos notre nous on ont ou où par pas peu peut plus pour pourquoi qu quand que
        quel quelle quelles quels qui quoi s sa sans se ses si son sont sous sur ta te tes toi ton tous tout
        toute toutes très tu un une vos votre vous y a ai as avait avaient avoir ait aurait serait sera c ça ci
        d'un d'une n'est c'est qu'il qu'elle qu'on l'on n'a s'il jamais aussi bien puis alors ainsi après avant
        depuis
        """.split()
    ),
    abbreviations=frozenset(
        "m mm mme mmes mlle dr pr me st ste etc cf art p pp av bd env no n° vol éd ch fig i.e p.ex".split()
    ),
    reports=phrases(
        rf"""
        (?:mérite|méritent|vaut|valent) (?:mieux|d'être|qu'on)
        (?:le|la|les|leur|l'|son|sa) ?(?:position|plaidoyer|dossier|objections?|arguments?|plan|projet) (?:mérite|
        se défend|repose|commence|tient en|n'est pas (?:absurde|sot|bête|idiot|mauvais))
        (?:esquisse|propose|défend|vante|dessine|imagine)(?:nt)? un (?:\w+ ){{0,3}}(?:plan|programme|projet|remède|
        système)
        (?:maire|ministre|préfète?|adjointe?|présidente?|députée?|conseill(?:er|ère)|directeur|
        directrice)\b[^.;«]{{0,50}} (?:défend|justifie|explique|plaide|argumente|soutient|se défend|fait valoir)
        (?:selon|d'après|pour|à en croire) (?:la mairie|le maire|le ministère|la ministre|le ministre|
        le gouvernement|la préfecture|la direction|les élus|les partisans|les défenseurs|ses promoteurs|
        l'exécutif|la région|la métropole)
        (?:la promesse|le mot d'ordre|le refrain) (?:est|tient)
        {_OTHERS}\b(?:(?! (?:je|nous|mon|ma)\b)[^.;]){{0,40}}? {_HOLD}
        on (?:nous |me |vous )?(?:dit|répète|explique|objecte|rétorque|répond|assure|opposera|dira|objectera|
        rétorquera|répondra|entend)
        (?:tiennent|tient|tenir) un (?:\w+ )?(?:raisonnement|discours|argument)
        (?:le|leur|l'|son|cet|un) ?(?:\w+ )?(?:argument|raisonnement|discours|calcul|récit|objection) (?:est|du|
        de la|des|tient|voudrait|consiste)
        (?:à|pour) (?:les |l'|le |la )?(?:en croire|entendre|écouter) ?\w*
        selon (?:ses|leurs|les) (?:partisans|défenseurs|adversaires|détracteurs|promoteurs)
        (?:il est|il serait) (?:de bon ton|d'usage|convenu) | l'idée (?:reçue|est|selon laquelle)
        (?:regardons|voyons|prenons) (?:les comptes|l'argument|leurs arguments|le dossier)
        (?:a|ont) (?:ses|leurs|de bonnes) raisons | la thèse (?:officielle|adverse|du|de la|des)
        """
    ),
    attributes=phrases(
        r"""
        (?:dit|dit-il|dit-elle|disent-ils|explique|expliquent|plaident|plaident-ils|plaide|assure|assurent|affirme|
        affirment|soutient|soutiennent|rétorque|répond|répondent|objecte|objectent|répète|réplique|juge|estime)
        selon (?:lui|elle|eux|la|le|les|l') ?\w* | (?:l'on|on) (?:me|nous|vous) (?:dit|répond|répète|dira|objecte)
        (?:l'argument|la réponse|les arguments|l'objection|le raisonnement|la défense|la thèse|les défenseurs|
        les partisans|les promoteurs) | fait valoir | font valoir
        (?:serait|seraient|aurait|auraient|suffirait)
        """
    ),
    institutions=openings(
        r"""
        (?:le|la|les|l'|un|une|nos|son|sa|ses) ?(?:[\w'-]+ ){0,2}?(?:ministère|ministre|gouvernement|mairie|maire|
        région|rectorat|direction|préfecture|métropole|entreprise|syndicats?|défenseurs|partisans|promoteurs|
        adversaires|élus|experts|patronat)\b
        """
    ),
    diagnoses=phrases(
        r"""
        (?:le|la) (?:\w+ )?(?:vérité|problème|question|raison|faute|erreur|scandale|réponse|danger|remède) (?:est|n'est)
        (?:est|sont) (?:un|une|le|la|les|l'|d'|ce) | n'est (?:pas|ni|qu') | c'est | ce qui | ce qu\w*
        (?:a|ont|avons) (?:cru|fait|perdu|oublié|cessé|choisi|construit) | voilà
        """
    ),
    opposes=phrases(
        r"""
        (?:n'est|ne \w+|n'\w+) (?:pas|ni|plus|point)\b[^.;]{2,90}?(?:,| mais|:| ni) | non (?:pas|le|la) | plutôt que
        au lieu de | et non | à ceci près | moins [^.;]{2,40} que | quiconque
        """
    ),
    asides=phrases(
        r"""
        (?:dit-on|fait valoir|font valoir|nous répète-t-on|nous dit-on|répète-t-on|paraît-il|prétend-on)
        (?:à leurs yeux|à ses yeux|selon (?:lui|elle|eux|elles)) | soi-disant | prétendument
        """
    ),
    looks_back=phrases(
        r"""
        (?:j'ai|nous avons) (?:moi-même |aussi |longtemps |souvent |tout )*(?:cru|dit|tenu|pensé|répété|défendu|
        écrit|enseigné)
        (?:c'est|voilà|ce n'est pas) (?:un|une) (?:\w+ ){0,2}(?:plan|calcul|argument|objection|crainte|idée|
        question|phrase|raison|projet|image|tableau)
        (?:sur|là-dessus|à) (?:ce|le|cet|\w+) (?:dernier )?point,? (?:il|elle|ils|elles)? ?(?:a|ont|
        je lui donne) raison | je (?:lui|leur) donne raison
        (?:il|elle|ce raisonnement|cela|ce discours|c'est) (?:oublie|oublier|ignore|ignorer|omet|passe sous silence)
        (?:l'argument|le raisonnement|l'objection|la thèse|le calcul) (?:se tient|tient|est|a|mérite|n'est|
        pèche|oublie)
        (?:cela|ça|tout cela|voilà qui) (?:sonne|semble|paraît|a l'air) \w+
        l'argument (?:\w+ )?(?:séduit|convainc)
        (?:ces|cette|cet|ce|de tels|de telles) (?:\w+ )?(?:objections?|arguments?|craintes?|inquiétudes?|
        raisons?|raisonnements?|critiques?|discours|calculs?|points?) (?:est|sont|a|ont|mérite|méritent|tient|
        tiennent|n'|ne|se)\b
        tout (?:cela|ça|ceci) (?:est|n'est|serait|sonne)
        (?:cela|c') ?(?:est|n'est) (?:\w+ )?(?:vrai|exact|juste|faux|sérieux)
        (?:voilà|c'est) (?:ce que|comment|ainsi que) (?:\w+ ){0,3}(?:dit|disent|plaide|plaident|raisonne|
        raisonnent)
        ainsi (?:parle|parlent|raisonne|raisonnent|plaide|plaident)
        (?:j'ai|nous avons) (?:longtemps |souvent )?(?:cru|entendu|dit|pensé|répété)
        (?:il|elle|ils|elles) n'(?:a|ont) pas (?:tout à fait |entièrement )?tort | il y a du vrai
        je connais (?:cet|ces|cette|la|le|l') ?\w+ | (?:a|ont) raison (?:sur|de)
        """
    ),
    concedes=phrases(
        r"""
        certes | bien sûr | sans doute | soit | il est vrai | c'est vrai | j'admets
        je (?:concède|reconnais|l'admets|ne nie pas) | nous (?:concédons|reconnaissons|admettons)
        (?:est|sont) (?:réelle?s?|sérieuses?|sérieux|vraie?s?|exacte?s?) | personne ne (?:conteste|nie)
        nul ne (?:conteste|nie) | (?:a|ont) raison | je sais ce que | évidemment
        """
    ),
    turns_first=openings(
        r"""
        mais | or | pourtant | cependant | toutefois | seulement | reste | le malheur | le problème | l'ennui
        et pourtant | non[,.:;] | sauf | néanmoins | quant (?:à|au|aux) | encore faut-il | eh bien
        """
    ),
    adds_first=openings(
        r"""
        et | puis | ensuite | enfin | de plus | en outre | par ailleurs | d'ailleurs | il y a (?:aussi|encore)
        s'y ajoute | deuxième\w* | troisième\w* | une autre | un autre | alors
        """
    ),
    own=phrases("je | j | moi | mon | ma | mes | me | m"),
    we=phrases("nous | notre | nos"),
    gushes=phrases(
        r"""
        grande nouvelle | bonne nouvelle | bravo | merci | félicitations | félicitons | saluons | chapeau
        réjouissons | enfin (?:un|une|quelqu) | heureusement | dieu merci
        quelle (?:chance|audace|générosité|sagesse|joie) | quel (?:courage|bonheur|soulagement)
        comment ne pas (?:admirer|applaudir|remercier|saluer) | admirable\w* | formidable\w* | héroïque\w*
        on m'assure | nul doute | il faut (?:remercier|féliciter|saluer|louer|admirer) | nous avons enfin
        qui (?:donc )?(?:a besoin|oserait)
        """
    ),
    thanks=phrases(r"merci"),
    sobers=phrases(
        r"""
        sérieusement | plus sérieusement | trêve de | en réalité | en vérité | la vérité | les chiffres
        j'ai fait le compte
        """
    ),
    must=phrases(
        r"""
        il faut | il faudrait | il faudra | doit | doivent | devrait | devraient | devons | il est temps | qu'on
        il suffit | il suffirait | mieux vaut | mieux vaudrait | je (?:propose|demande|plaide)
        nous (?:proposons|demandons|plaidons) | a besoin | il convient
        """
    ),
    bids_first=openings(
        r"""
        (?:donc |alors |et |enfin, )?(?!avons|sommes|allons bon|disons|regardons|prenons|imaginons|
        voyons)\w{3,}ons(?:-\w+)?(?! (?:pas |nous))(?= )
        (?:donc |alors |et |enfin, )?(?:ouvrez|fermez|donnez|rendez|laissez|votez|cessez|supprimez|gardez|payez|
        construisez|achetez|publiez|demandez|écoutez|revenez|arrêtez|signez|faites|mettez|confiez)
        que (?:le|la|les|l'|chaque|chacun|nos|nul) ?\w+ (?:\w+ )?(?:soit|soient|ait|fasse|fassent|prenne|rende|
        cesse|paie|publie)
        """
    ),
    foretells=phrases(
        r"""
        \w{2,}(?:era|eront|ira|iront|dra|dront|rait|raient) | sera | seront | aura | auront | va | vont | fera
        feront | serait | seraient | aurait | d'ici (?:à )?20[2-9]\d | dans \w+ ans | demain | bientôt | risque
        probablement
        """
    ),
    wills=phrases(
        r"""
        sera | seront | aura | auront | fera | feront | va | vont | ira | iront | \w{3,}(?:era|eront|dra|dront)
        bientôt
        """
    ),
    numbers=phrases(
        r"""
        deux | trois | quatre | cinq | six | sept | huit | neuf | dix | onze | douze | treize | quatorze
        quinze | seize | vingt | trente | quarante | cinquante | soixante | cent | mille
        (?:vingt|trente|quarante|cinquante|soixante|dix|quatre)-[\w-]+
        une? (?:douzaine|dizaine|centaine|trentaine) | moitié | tiers | quart | double
        """
    ),
    judges=phrases(
        r"""
        je (?:crois|pense|trouve|doute) | nous (?:croyons|pensons|trouvons) | bon | bonne | mauvais\w* | mieux
        pire | juste | injuste | absurde\w* | faux | cher | chère | honte | scandale | seul | seule | vraiment
        trop | assez | jamais | personne | rien | toujours | quiconque | il est (?:temps|absurde|honteux|juste)
        devrait | important\w* | difficile | simple\w* | ce qui | ce que
        """
    ),
    past=phrases(
        r"""
        était | étaient | avait | avaient | fut
        (?:a|ont|ai|avons|est|sont) (?:\w+ )?\w{2,}(?:é|ée|és|ées|i|is|it|u|us|ue) | \w{3,}(?:aient|ait) | eut
        fit
        """
    ),
    states=phrases(
        r"""
        (?:est|sont) devenue?s? | reste | revient à | signifie | je (?:crois|pense|soutiens|trouve)
        nous (?:croyons|pensons|soutenons) | la (?:vraie |seule )?question (?:est|n'est)
        le (?:vrai |seul )?(?:problème|scandale|courage|danger|choix) (?:est|n'est|c'est)
        il (?:faut|ne faut|s'agit|ne s'agit) | c'est | n'est pas | n'est ni | ce (?:qui|que|dont) \w+
        est (?:le|la|un|une|l') | (?:doit|doivent|devrait|peut|peuvent) | le (?:moins|plus|seul|meilleur)
        la (?:moins|plus|seule|meilleure) | voilà pourquoi | en somme | bref | au fond
        """
    ),
    contrasts=phrases(
        """
        n'est pas | ne \\w+ pas | mais | non pas | plutôt que | au lieu de | alors que | tandis que | plus que
        moins que | c'est
        """
    ),
    defines_first=openings(
        r"""
        (?:un|une|le|la|l'|ce qui|ce que|quiconque|qui|les|toute?|aucune?) ?(?:[\w'-]+ ){0,9}?(?:est|sont|n'est|
        doit|peut|a|ne)
        """
    ),
    reasons=phrases(
        """
        parce qu\\w* | parce que | parce | car | puisqu\\w* | puisque | donc | c'est pourquoi | voilà pourquoi
        ainsi | en effet | faute de | si bien que
        """
    ),
    shows=phrases(
        r"""
        par exemple | ainsi | (?:en|depuis) (?:19|20)\d\d
        (?:étude|rapport|enquête|sondage|chiffres|données|université|observatoire|statistiques?)\w* | selon
        d'après | l'an dernier
        """
    ),
    dangles_first=openings(
        """
        il | elle | ils | elles | cela | ça | ce | ces | cette | cet | c'est | ceux | y | en | et | ou | alors
        celui | celle
        """
    ),
    says=phrases(
        r"""
        plaident | fait valoir | font valoir | faisait valoir | affirment | assurent | répliquent
        raconte | soupire | grommelle | s'inquiète | s'indigne | tranche | reprend | observe | observait | note
        notait
        avoue | avouait | avance | prédit | prédisait | ironise | plaisante | se souvient | renchérit | objecte
        rétorque
        réplique | témoigne | critique | remarque | s'exclame | dira | écrira | disait-on | nuance | proteste
        enrage
        a (?:dit|déclaré|affirmé|assuré|répondu|expliqué|promis|lancé|ajouté|confié|écrit|rappelé|prévenu|
        reconnu|admis|plaidé|martelé|insisté|raconté|lâché|glissé)
        promet | promettait | lance | lançait | martèle | martelait | prévenait | constate | constatait
        souligne | soulignait | estime | estimait | regrette | reprend | poursuit | conclut | glisse | dit
        disait | disent | a dit | dit-il | dit-elle | disait-il | disait-elle | raconte | racontait | répond
        répondait | répondit | répond-\w+ | explique | expliquait | explique-t-il | explique-t-elle | affirme
        assure | assurait | (?<!s')écrit | écrivait | demande | demandait | ajoute | ajoutait | ajoute-t-il
        ajoute-t-elle | confie | confiait | confie-t-il | confie-t-elle | résume | lâche | souffle | déclare
        déclarait | a déclaré | a répondu | insiste | soupire | plaide | rappelle | prévient | reconnaît
        s'amuse | raconte-t-il | raconte-t-elle | m'a \w+ | nous a \w+
        """
    ),
    calls=phrases(
        r"""
        parle d' | parlait d' | pour(?= (?-i:[A-ZÉ]))
        appelle | appelait | qualifie | qualifiait | parle de | parlait de | a parlé | a eu un mot | mot aimable
        évoque | évoquait | a évoqué | promet | promettait | promis | vante | vantait | selon | juge | jugeait
        dénonce | salue | a (?:salué|vanté|dénoncé|évoqué|qualifié|loué|promis|parlé)
        """
    ),
    denies=phrases(r"ne | n' | jamais"),
    credits=phrases(r"selon | d'après"),
    he=phrases(r"il | lui | \w+-t?-?il"),
    it=phrases(r"(?!)x"),
    she=phrases(r"elle | \w+-t?-?elle"),
    roles=frozenset(
        """
        président présidente ministre premier première maire préfet préfète député députée sénateur sénatrice
        docteur dr professeur professeure pr m mme mlle monsieur madame directeur directrice général générale
        commissaire juge avocat avocate me maître évêque conseiller conseillère adjoint adjointe porte-parole
        économiste sociologue historien historienne agriculteur agricultrice éleveur éleveuse
        boulanger boulangère boucher pêcheur pêcheuse vigneron vigneronne berger bergère médecin infirmier
        infirmière sage-femme  pharmacien pharmacienne instituteur institutrice enseignant enseignante
        proviseur proviseure recteur rectrice bibliothécaire architecte  urbaniste ingénieur ingénieure
        écrivain écrivaine romancier romancière poète journaliste chercheur chercheuse géographe géologue
        hydrologue climatologue biologiste démographe philosophe politologue psychologue syndicaliste
        secrétaire procureur procureure notaire  magistrat magistrate greffier greffière gendarme policier
        policière pompier chef cheffe patron patronne gérant gérante commerçant  commerçante libraire
        restaurateur cafetier artisan menuisier maçon chauffeur conducteur conductrice cheminot facteur
        factrice gardien  gardienne curé évêque rabbin imam inspecteur inspectrice collègue voisin voisine
        retraité retraitée fondateur fondatrice vice-président  commissaire-priseur conservateur
        conservatrice archiviste
        """.split()
    ),
    organs=frozenset(
        """
        ministère mairie gouvernement conseil entreprise direction préfecture région métropole rectorat commission
        comité agence autorité syndicat association parti tribunal cour université fondation société régie
        """.split()
    ),
    papers=frozenset(
        """
        rapport circulaire communiqué lettre notice brochure règlement loi décret texte avis contrat étude enquête
        document
        """.split()
    ),
    honorifics=frozenset("m mme mlle monsieur madame".split()),
    role_prefixes=frozenset("ancien ancienne vice premier première".split()),
    bodies=phrases(
        r"""
        ministère | conseil | institut | université | école | rue | avenue | place | cour | comité | commission
        parti | banque | société | association | chambre | loi | saint | sainte | mas | gare | hôpital | région
        métropole | janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre
        novembre | décembre | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche
        """
    ),
    i_say=phrases(r"je | j'ai | j"),
    you=phrases(r"vous | tu"),
    dear=phrases(r"chère? | monsieur | madame"),
    a_person=phrases(r"une? | des | certains | quelque"),
    the_person=phrases(r"le | la | l(?=') | les | son | sa | notre | mon | ma"),
    named=phrases(r"nommée? | appelée? | s'appelle | s'appelait"),
    mine=phrases(r"mon | ma | mes | notre | nos | son | sa"),
    feminine=phrases(
        r"""
        mme | mlle | madame | soeur | sœur | présidente | préfète | députée | sénatrice | directrice
        conseillère | adjointe | avocate | historienne | agricultrice | éleveuse | professeure
        """
    ),
    masculine=phrases(
        r"""
        m | mm | monsieur | père | frère | abbé | président | préfet | député | sénateur | directeur
        conseiller | adjoint | avocat | éleveur | agriculteur
        """
    ),
    sourced=phrases(
        r"""
        selon | d'après
        (?:étude|rapport|enquête|sondage|université|observatoire|insee|cour des comptes|registre|statistiques?|
        recensement|chiffres (?:du|de|des|officiels))\w*
        (?:estime|évalue|chiffre|calcule) à
        """
    ),
    unnamed=phrases(
        r"""
        une? autre \w+, qui [^.;]{1,40}, (?:me|nous) (?:l')?(?:a|avait) (?:dit|confié|raconté)
        on (?:m'a|me l'a|nous a|me|nous) (?:dit|confié|assuré|assure|raconté|glissé|souffle) | on me l'a dit
        à voix basse | sous couvert d'anonymat | sous le sceau
        (?:un|une|des|certains|plusieurs) (?:\w+ )?(?:proches?|conseillers?|observateurs?|experts?|sources?|
        fonctionnaires?|responsables?|élus?|cadres?|habitués?)(?: \w+){0,6} (?:dit|disent|confie|confient|
        assure|assurent|affirme|affirment|raconte|racontent|estiment?|reconnaît)
        (?:des|les) études (?:montrent|le montrent|prouvent) | (?:murmure-t-on|dit-on|paraît-il)
        tout le monde le (?:sait|dit)
        """
    ),
    sweeps=phrases(
        r"""
        personne (?:n'|ne) | personne | tout le monde | tous | toutes | chacun | jamais | toujours | aucune?
        rien | nulle part | partout | nul ne | le seul \w+ | la seule \w+ | quiconque | sans exception
        pas un seul | pas une seule | tout entier | n'importe qui
        """
    ),
    either_or=phrases(
        r"""
        soit [^.;]{3,100}? soit | ou bien [^.;]{3,100}? ou bien
        ou (?:bien )?(?:on|nous|l'on) [^.;]{3,100}? ou (?:bien )?(?:on|nous|l'on)
        (?:il n'y a|n'avons|n'a) (?:pas|plus|guère) (?:d'autre|de choix|d'alternative)
        (?:le seul|la seule) (?:choix|façon|solution|issue|moyen|manière|alternative) | sans quoi
        faute de quoi
        """
    ),
    asserts=phrases(
        r"""
        évidemment | bien sûr | clairement | sans aucun doute | en réalité | en vérité | parce qu\w* | aurait
        auraient | la plupart | le plus | la plus | simplement
        """
    ),
    no_unit=phrases(
        r"""
        janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre
        décembre | h | heures | page | article | chapitre | et | ou | à | de | la | le | les | en | qui | que
        est | sous | sur
        """
    ),
    lived=phrases(
        r"""
        (?:mon|ma|mes|notre|nos) (?:\w+ )?(?:mère|père|grand-mère|grand-père|voisine?s?|ami|amie|collègue|fille|
        fils|sœur|frère|cousine?|femme|mari|patiente?|élèves?)
        (?:j'ai|je me|j'étais) (?:vu|compté|rencontré|croisé|souviens|passé|achevé|fait)
        (?:un|une) (?:dame|femme|homme|garçon|fille|voisine?|agricultrice|agriculteur|retraitée?|élève|
        patiente?|éleveur|infirmière) (?:qui|de|du|m|à|montait|rencontrée?)
        un (?:soir|matin|jour) | chez \w+ \w+ | l'autre jour
        """
    ),
)
