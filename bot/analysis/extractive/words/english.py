"""English cues."""

from __future__ import annotations

from bot.analysis.extractive.words.table import Words, openings, phrases

_OTHERS = (
    r"(?:critics|opponents|supporters|defenders|advocates|proponents|backers|boosters|skeptics|sceptics|champions|"
    r"apologists|enthusiasts|lobbyists|ministers|officials|economists|pundits|detractors|believers|traditionalists|"
    r"others|many|some|most|people|they|those who \w+|the other side|(?:the |its |their )?(?:industry|"
    r"government|council|"
    r"ministry|department|company|board|committee|mayor|minister|chancellor|governor|commissioner|secretary|campaign|"
    r"opposition|party|lobby|administration|authorities|union|association|chamber|agency|school board|developers?))"
)
_HOLD = (
    r"(?:argues?|says?|insists?|claims?|maintains?|contends?|believes?|thinks?|warns?|objects?|replies|reply|counters?|"
    r"complains?|assures?|asserts?|suggests?|protests?|reckons?|likes? to say|points? out|pointed out|see|sees|"
    r"describes?|"
    r"tells? us|argued|insisted|claimed|warned|objected|would have|will say|will tell|will argue|would say|would argue)"
)

ENGLISH = Words(
    language="en",
    stop=frozenset(
        """
        a about above after again against all also am an and any are aren't as at be because been before being
        below between both but by can cannot could couldn't did didn't do does doesn't doing don't down during
        each even ever every few for from further get gets go goes got had hadn't has hasn't have haven't having
        he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just let like
        made make many may me might more most much must my no nor not now of off on once one only or other our
        out over own put said same say says she should shouldn't since so some still such than that that's the
        their them then there there's these they they're this those though through to too two under until up upon
        us very was wasn't way we we're we've well were weren't what when where which while who whom whose why
        will with won't would wouldn't yet you you're your yours
        """.split()
    ),
    abbreviations=frozenset(
        """
        mr mrs ms mx dr prof rev fr sr jr st sen rep gov gen col lt sgt capt hon pres messrs vs etc e.g i.e cf ca
        approx no vol ed eds pp fig inc ltd co corp dept est u.s u.k u.n e.u d.c a.m p.m jan feb aug sept oct nov
        dec ave blvd rd mt ph.d b.a m.a
        """.split()
    ),
    reports=phrases(
        rf"""
        (?:position|case|arguments?|view|objections?|worry|claim|opposition) (?:deserves?|merits?|is worth|begins|
        starts|runs like|rests)
        (?:set|lay|state|spell|give|rehearse|sketch)(?:s|ting|ing)? (?:out )?(?:that|the|this|their|his|her|
        its) (?:\w+ )?(?:case|argument|side|objection)
        (?:sketch(?:es|ed)?|outline[sd]?|propose[sd]?|float(?:s|ed)?|floated|unveil(?:s|ed)?|
        favou?rs?) an? (?:[\w-]+ ){{0,3}}(?:plan|programme|program|scheme|alternative|case|answer|remedy|version)
        (?:was|were|is|are|when|if) asked (?:about|why|whether|how)
        (?:office|council|ministry|department|company|board|union|industry|minister|mayor|governor) (?:was|is|were|
        are|has been) (?:brisk|clear|firm|blunt|frank|unmoved|adamant|ready|unapologetic)
        (?:an?|the|this|their|his|her) (?:\w+ )?(?:paper|memo|leaflet|brochure|speech|pitch|prospectus) (?:from|by|
        of) (?:the )?\w+
        (?:it|this) is not an? (?:foolish|stupid|silly|bad|mad|unreasonable|dishonest|empty|weak) (?:one|case|
        argument|idea|view|position|plan)
        the (?:case|argument|reasoning|idea|plan|position)\b[^.;]{{0,40}}? (?:is|was) (?:not|hardly|
        far from) (?:\w+ )?(?:foolish|stupid|silly|bad|mad|unreasonable|dishonest|empty|weak|frivolous|absurd|
        hard to \w+)
        (?:commissioner|mayor|minister|superintendent|governor|senator|secretary|councill?or|chancellor|
        director|president|convener|chairman|chairwoman|officials?)\b[^.;\"“]{{0,50}} (?:defends?|explains?|
        argues?|insists?|justif(?:y|ies)|makes? (?:it|the case)|maintains?|counters?|sees? it)
        (?:the|their|his|her|its) (?:sales )?(?:pitch|promise|claim|rationale|premise|boast|selling point|
        reasoning|idea|thinking|hope|fear|script|brochure) (?:\w+ ){{0,2}}(?:is|was|goes|runs|says|holds)
        (?:we|you|i)(?:'ve| have)? (?:hear|heard|hear it said|been told)(?: \w+)? that
        (?:on|in|under|by) this (?:view|account|telling|theory|reading|logic)
        (?:makes?|made|making) (?:the|a|an|her|his|their) (?:\w+ )?(?:case|argument|pitch)
        (?:believers?|converts?|enthusiasts?|fans|friends) (?:of|in) \w+
        {_OTHERS}\b(?:(?! (?:i|we|my|our)\b)[^.;]){{0,40}}? {_HOLD}
        (?:we|you|i)(?: are| will be| will have been| have been|'ll be|'re)(?: often| always| now)? (?:told|
        assured|informed|reminded)
        (?:it is|it's) (?:often|sometimes|frequently|widely|commonly|usually) (?:said|argued|claimed|thought|
        suggested)
        (?:the )?(?:conventional wisdom|received wisdom|usual (?:answer|argument|line|objection|reply)|
        standard (?:answer|argument|line|reply))
        the (?:[\w'-]+ ){{0,3}}(?:case|argument|brief) (?:for|against)
        in (?:the|its|their|his|her) [\w'-]+(?: [\w'-]+)? (?:account|view|telling|version|eyes|reading)
        (?!my |our )(?:[\w'-]+ ){{0,2}}(?<!my )(?<!our )(?:answer|story|theory|reply|reasoning|objection|defen[cs]e|
        line|argument|logic|
        position) (?:is|was|runs|goes|has|holds)\b
        (?:hears?|heard) (?:a|another|the) (?:\w+ )?(?:account|argument|theory|version|story|objection|view)
        here(?:'s| is) (?:what|how) (?!i\b|we\b)\w+(?: \w+){{0,2}} (?:says?|sees?|argues?|puts?|thinks?)
        put (?:the|an?|his|her|their) (?:\w+ )?(?:case|argument)
        (?:a|another|one|the|his|her|their) (?:\w+ )?(?:objection|counter-?argument|worry|fear|complaint) (?:is|
        was|goes|runs|holds|that)
        (?:harder|stronger|subtler|better|softer|milder) (?:form|version) of (?:this|it|the)
        (?:came|come|went|went on|comes) (?:\w+ ){{0,3}}to (?:explain|make the case|go through|defend|sell)
        as (?:\w+ ){{1,4}}would have it
        {_OTHERS} (?:is|are|was|were) (?:not |un)?(?:worried|alarmed|confident|convinced|adamant|sure)
        (?:has|have) called (?:it|this|that|them|the \w+) | the thinking (?:is|goes)
        so the (?:argument|story|theory|thinking) goes
        """
    ),
    attributes=phrases(
        r"""
        (?:they|she|he|it|officials|ministers|supporters|opponents|colleagues|lawyers|residents) (?:says?|said|
        thinks?|thought|argues?|argued|points? out|pointed out|holds?|held|insists?|explains?|believes?|tells? \w+|
        told \w+|objects?|adds?|would have)
        (?:says|said|argues|holds|explains|thinks|insists) (?:they|she|he|it|the \w+)
        (?:it is|it's|it was|is|are|was|were) (?:often |widely |sometimes )?(?:said|thought|argued|claimed|held|
        assumed|believed|told|felt|seen as)
        according to (?:her|him|them|it|this|that|the|its|his|\w+) | goes the (?:argument|thinking|theory|reasoning)
        (?:on|by|in|under) (?:that|this|her|his|their|its) (?:reckoning|account|view|reading|telling|logic|theory)
        (?:holds|maintains|contends|insists|argues|objects|protests|asserts|complains|believes) that
        (?:does|do|did) not (?:accept|agree|dispute) | disputes? this | you(?:'ll| will) hear
        (?:was|is) the line | as \w+(?: \w+)? (?:put|puts|sees|saw) it | there are (?:those|people|\w+) who
        (?:will|would|'ll) (?:tell|say|object|reply|argue|answer) | in the (?:words|language) of
        (?:the|an?) (?:\w+ )?(?:answer|reply|response|reasoning|explanation|objection|argument|case|view|theory|
        defence|defense|justification|rationale)\b
        (?:\w+'s|their|its|his|her) (?:\w+ )?(?:answer|reply|response|reasoning|explanation|objection|argument|case|
        view|theory|defence|defense|justification|rationale|position|remedy|solution)
        (?:has|have|had) (?:found|fallen back|an answer) | in defen[cs]e of
        """
    ),
    institutions=openings(
        r"""
        (?:the|its|their|an?|some|our|his|her) (?:[\w'-]+ ){0,3}?(?:ministry|minister|ministers|government|council|
        department|company|board|committee|authority|authorities|commission|commissioner|mayor|director|spokesman|
        spokeswoman|spokesperson|agency|industry|association|union|lawyers|officials|report|consultants|office|
        bishop|university|regulator|operator|chancellor|governor|chairman|chief|party|opposition|lobby|friends|
        defenders|supporters|critics|opponents)\b
        | (?:ministers|officials|critics|supporters|opponents|defenders|colleagues|reviewers|economists|lawyers)\b
        | [a-z]+ (?:minister|councillor|commissioner|director|superintendent|secretary|senator|mayor)\b
        """
    ),
    diagnoses=phrases(
        r"""
        the (?:\w+ )?(?:trouble|truth|fact|point|answer|problem|difficulty|reason|result|lesson|mistake|cruelty|
        scandal|remedy|question|danger|cost|real \w+) (?:is|was|of|lies|here)
        (?:is|are|was|were) (?:a|an|not|the|only|no|one|what|why|how|to)
        (?:has|have) (?:become|been|taken|got|given|built|made|lost|failed|forgotten|ceased|never)
        what (?:is|was|we|it|they|keeps|makes|matters|\w+s) | a (?:mistake|tax|theft|failure|scandal|fraud|way of)
        """
    ),
    opposes=phrases(
        r"""
        not [^.;]{2,80}?(?:,| but|;| it is| it's) | (?:isn't|aren't|wasn't|doesn't|don't|is not|are not)
        [^.;]{2,90}?[;,:] (?:it|they|but|that|this)
        rather than | instead of | less [^.;]{2,40} than | not (?:because|for|by|in|to) | but (?:only|to|in|because)
        until | whatever | even (?:if|when|though)
        """
    ),
    asides=phrases(
        r"""
        (?:she|he|they|people) (?:says?|said|goes|writes?|argues?|argued|reminds? me|tells? me|explains?|adds?|
        insists?|thinks?|claims?)
        in (?:their|his|her|its) (?:view|opinion|telling|words|account)
        (?:says|say|said|argues?|insists?|writes?|claims?) (?:the |its |their |an? )?(?:\w+ ){0,3}(?:minister|
        spokesman|spokeswoman|spokesperson|mayor|council|company|ministry|department|consultants|industry)
        (?:supposedly|allegedly|we are told|it is said|the argument goes|so they say|so the story goes)
        """
    ),
    looks_back=phrases(
        r"""
        (?:i|we)(?:'ve| have)? (?:used to |once |long |always |often |myself |both )?(?:gave|give|given|made|make|
        said|say|believed|believe|wrote|argued|argue|defended|defend|taught|thought|repeated|swallowed) (?:all of |
        all )?(?:this|it all|so|every word|the same|as much|those things|th(?:at|is) (?:speech|case|argument|line|
        too|once|myself)|much of this|that(?=[.,;]))
        (?:it|that|this|which)(?:'s| is| was) an? (?:[\w-]+ ){0,2}(?:line|plan|sum|speech|picture|worry|objection|
        thought|charge|position|answer|tune|pitch|idea)\b
        (?:has|have|'s|'ve) got (?:me|us) there | (?:has|have) a point
        my (?:answer|reply) (?:to|is)
        (?:it|this|that|all this|all that) (?:leaves out|ignores|forgets|overlooks|omits|proves too much|assumes)
        (?:it|that|this|all (?:of )?(?:this|that)|which) (?:all )?(?:sounds?|looks?|seems?|reads?) (?:like|
        \w+ enough|\w+ly|reasonable|sensible|simple|fair|plausible|persuasive|attractive|good|right|harmless|
        modest)
        the (?:argument|case|logic|reasoning|pitch|objection|worry|concern|fear|complaint) (?:is not|isn't|has|
        holds|deserves|would be|might be|fails|collapses|misses|is (?:serious|fair|real|reasonable|sound|wrong|
        mistaken))
        (?:fair|fine) (?:as far|words|sentiments) | if only (?:it|that|this) were (?:so|true)
        that would be (?:\w+ ){0,2}(?:argument|reason|point|comfort)
        (?:all|most|much|some|none|each|every (?:word|one)|part) of (?:that|this|it|these|those|them|which|
        (?:these|those|the) (?:\w+ )?(?:statements?|points?|claims?|objections?|arguments?|worries|concerns|
        fears))(?: \w+){0,2} (?:is|are|may be|was|were|has|have) (?:\w+ )?(?:true|right|accurate|fair|correct|
        serious|false|wrong|sound|real|reasonable|merit|foolish|silly|stupid|nonsense)
        (?:these|those|such) (?:are|were) (?:\w+ )?(?:\w+ )?(?:worries|concerns|objections|arguments|points|
        fears|questions|claims|reasons)
        (?:that|this) (?:is|was) (?:how|what|the (?:case|argument|view|line|position|official|story|
        theory)) (?:[\w'-]+ ){0,4}(?:laid|put|puts|says?|said|believes?|thinks?|tells?|told|claims?|argues?|
        argued|goes|runs|of)\b
        so (?:said|say|says|runs|goes|argued?|argues|ran|went)
        (?:i|we) (?:could|can) (?:recite|repeat|make) (?:that|this|it|the (?:case|speech|argument))
        (?:i|we)(?:'ve| have) (?:heard|recited|made|read|said|believed) (?:all )?(?:this|that|it|these)
        (?:i|we) (?:used to|once) (?:believe|think|say|argue) (?:this|that|it|so)
        there(?:'s| is) (?:an? )?(?:\w+ )?(?:real |serious |good |honest |decent |fair )?(?:argument|truth|
        force|something|sense|merit|logic|point) (?:in (?:there|that|this|it|these|all)|to (?:this|that|it|all|
        these))
        (?:these|those|such|this|that) (?:objections?|worr(?:y|ies)|arguments?|concerns?|fears?|views?|
        theor(?:y|ies)|case|claims?|points?|reasoning|complaints?|logic|accounts?|stor(?:y|ies)|line) (?:is|are|
        was|were|has|have|deserves?|do|does|sounds?|carry|carries|misses|miss|rests?)
        (?:it|this|that) is an? (?:agreeable|attractive|seductive|appealing|tempting|plausible|comforting|
        respectable|neat|tidy|powerful|familiar|coherent|strong|serious|fair) (?:theory|argument|story|case|
        view|picture|thought|idea|point)
        we (?:agree|disagree) with | (?:nobody|no one) (?:\w+ ){1,4}answers? that
        so (?:they|he|she|it) (?:are|is|do|does|did)
        (?:is|are|was|were) (?:right|correct|not wrong) (?:about|on|that|as far)
        """
    ),
    concedes=phrases(
        r"""
        of course | to be sure | granted | admittedly
        (?:i|we)(?:'ll| will| would|'d)? (?:want to )?(?:grant|concede|accept|admit|give (?:him|her|them|
        the \w+) (?:this|that))
        it is true(?: that)? | true enough | nobody (?:disputes|denies|doubts|is asking|'s asking)
        no one (?:disputes|denies|doubts) | (?:i|we) (?:don't|do not) (?:blame|miss|dispute|doubt|deny)
        (?:is|are|was) (?:right|correct|accurate|serious|real|fair enough|true)
        (?:i|we) take (?:\w+ ){1,4}seriously | fair enough | certainly | no doubt
        i(?:'ll| will) say (?:it|this|that)
        """
    ),
    turns_first=openings(
        r"""
        but | yet | and yet | however | still | nevertheless | nonetheless | even so | except | only
        trouble is | the trouble | the (?:problem|difficulty|snag|catch|flaw|mistake)
        what (?:it|they|this|that|none|nobody|he|she|the \w+) (?:\w+ )?(?:misses|miss|forgets?|leaves?|doesn't|
        ignores?|overlooks?|does not|don't)
        well, | right, (?:and|but) | no[,.:;] | not so
        """
    ),
    adds_first=openings(
        r"""
        then there | then, | nor | and | besides | moreover | furthermore | in addition | finally
        there(?:'s| is) (?:also|another|a (?:second|third|harder|further|subtler|deeper)) | second | third
        another | a (?:second|third|further|final) | also | worse | it would be
        """
    ),
    own=phrases("i | i'm | i've | i'd | i'll | my | me | myself"),
    we=phrases("we | our | ours | us | we're | we've | we'll"),
    gushes=phrases(
        r"""
        congratulat\w+ | let me be the first | (?:say )?thanks?(?: you)? | grateful | gratitude | hats off
        bravo | three cheers | (?:good|great|wonderful|splendid|marvell?ous) news | fortunately | mercifully
        heaven forbid | how (?:generous|thoughtful|kind|brave|wise|touching|noble|considerate|reassuring)
        what a (?:relief|comfort|triumph|joy|mercy)
        (?:terrific|heroic|visionary|splendid|magnificent|handsome present|deserving|tireless|selfless)
        none is so | who (?:needs|could (?:want|ask|object)) | (?:i'm|i am) sure the | we're saving
        nobody here is bitter | at (?:long )?last,? (?:someone|somebody|a \w+) | rejoice
        (?:surely|clearly|obviously|naturally),? (?:nothing|no) | cranks | modest (?:proposal|tribute)
        """
    ),
    thanks=phrases(r"thanks?(?: you)? | grateful | gratitude"),
    sobers=phrases(
        r"""
        seriously | no more jokes | joking aside | jokes aside | so, okay
        here(?:'s| is) (?:a|the) (?:number|figure|fact|thing) | can't make funny | in (?:truth|reality|fact)
        the truth is | the facts?
        """
    ),
    must=phrases(
        r"""
        should | must | ought to | (?:we|they|you|who) need to | let's | let us | it is time | it's time
        i (?:propose|urge|suggest|recommend|ask) | we (?:propose|urge|suggest|recommend|ask|call on)
        would do well to | had better | deserves to
        """
    ),
    bids_first=openings(
        r"""
        (?:so |then |and |instead, |first, |second, |third, |fourth, |finally, |please )?(?:do not|don't|
        never) [a-z]+
        (?:so |then |and |instead, |first, |second, |third, |fourth, |finally, |please )?(?:abolish|add|adopt|
        allow|ask|ban|begin|bring|build|buy|call|cancel|cap|change|charge|choose|close|collect|count|cut|demand|
        drop|end|extend|find|fix|fund|get|give|hire|hold|impose|invest|keep|kill|leave|lend|let|license|lift|
        limit|listen|look|lower|make|measure|move|name|offer|open|order|pass|pay|plant|print|protect|publish|
        pull|put|raise|read|rebuild|refuse|reject|remember|repair|repeal|replace|require|restore|return|say|
        scrap|send|set|share|shut|spend|start|stop|strike|suspend|take|tax|teach|tell|test|think|try|turn|use|
        vote|wait|warn|write)(?! (?:is|are|was|were|has|have|of course)\b)
        """
    ),
    foretells=phrases(
        r"""
        will | won't | 'll | \w+(?:'ll) | going to | would | wouldn't | \w+(?:'d) (?:be|just|have) | likely
        likeliest | sooner or later | by 20[2-9]\d | in (?:\w+ )?years(?:')? time
        (?:next|coming) (?:year|decade|winter|summer|generation) | is (?:about|bound|set|certain) to
        """
    ),
    wills=phrases(r"will | won't | \w+'ll | going to | sooner or later | likeliest"),
    numbers=phrases(
        r"""
        two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen
        fifteen | sixteen | seventeen | eighteen | nineteen
        (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)? | hundreds? | thousands? | dozens?
        half | a third | a quarter | a fifth | a tenth | twice
        """
    ),
    judges=phrases(
        r"""
        (?:i|we) (?:think|believe|suspect|doubt|find|hold|would|'d|feel) | in my (?:view|opinion) | wrong
        right | fair | unfair | unjust | good | bad | better | best | worse | worst | cheap(?:er|est)?
        dishonest | honest | absurd | foolish | cruel | shame | shameful | scandal | ugly | tedious | important
        matters? | enough | merely | simply | mistake | dangerous | reckless | sensible | real | really
        terrible | terrifying | worth | too (?:much|many|little|few|late) | cannot | can't | nobody | no one
        everybody | everyone | never | always | only | nothing
        """
    ),
    past=phrases(
        r"""
        was | were | had | did | didn't | \w{2,}ed | came | went | took | gave | got | made | found | told
        began | became | brought | built | bought | cost | cut | fell | rose | grew | held | kept | knew | left
        lost | paid | put | ran | saw | sent | sold | spent | stood | thought | won | wrote
        """
    ),
    states=phrases(
        r"""
        (?:has|have) become | becomes? | remains? | amounts? to | comes? down to | means
        (?:i|we) (?:believe|think|submit|contend|would argue|am convinced|suspect)
        my (?:point|view|argument|claim|case|whole \w+)
        the (?:real |true |larger |only |whole |honest )?(?:question|problem|point|issue|truth|lesson|danger|
        scandal|mistake|answer|choice|trouble|obstacle) (?:is|was|here|lies|now|of)
        (?:we|they|it|the \w+|the \w+ \w+) (?:should|must|ought to|need to|cannot|can't)
        what (?:is at stake|matters|we need|keeps|can|makes|we \w+)
        (?:that is|that's|this is) (?:why|what|the) | in (?:short|sum|the end|other words)
        is (?:a|an|the|what|not|no|how|about|when|most) | (?:more|less|rather|other) than | instead of
        no (?:\w+ ){1,4}can | the (?:cheapest|fairest|simplest|surest|best|only|worst|first) | cannot | can't
        until
        """
    ),
    contrasts=phrases(
        r"""
        (?:is|are|was|were|do|does) not | isn't | aren't | doesn't
        not (?:a|the|by|for|because|in|to)\b[^.]*\b(?:but|it's|it is) | rather than | instead of | more than
        less than | but | while | whereas | though | yet
        """
    ),
    defines_first=openings(
        r"""
        (?:an?|what|the|no|every|any|to|whoever|those who|\w{3,}ing) (?:[\w'-]+ ){0,9}?(?:is|are|cannot|can|has|
        will|does|learns?|needs?)
        """
    ),
    reasons=phrases(
        r"""
        because | since | therefore | which is why | that's why | that is why | so that
        for the (?:simple )?reason | as a result | thus | hence | means that | after all
        """
    ),
    shows=phrases(
        r"""
        for (?:example|instance) | take | consider | one example | in (?:19|20)\d\d
        last (?:year|month|week|winter|summer|autumn|spring|fall)
        (?:study|studies|survey|report|figures|records|data|census|estimate|estimates|audit|research)
        according to
        """
    ),
    dangles_first=openings(
        r"""
        (?:he|she|it|they|them|his|her|its|their|this|that|these|those|such|one|both|neither|there|here) | so
        and | or | then
        """
    ),
    says=phrases(
        r"""
        sums? (?:it|this|that) up | summed (?:it|this|that) up | lays? it out | laid it out | spells? it out
        spelled it out
        objects | objected | agrees | agreed | disagrees | disagreed | shrugs | shrugged | says so | reasons
        reasoned | bristles | bristled
        (?:re)?assure[sd]? | promise[sd]? | predict(?:s|ed) | suggest(?:s|ed) | quip(?:s|ped) | scoff(?:s|ed)
        retort(?:s|ed) | counter(?:s|ed) | protest(?:s|ed) | boast(?:s|ed) | vow(?:s|ed) | muse[sd]
        grumble[sd] | sigh(?:s|ed) | confide[sd] | respond(?:s|ed) | acknowledge[sd] | urge[sd]
        caution(?:s|ed) | contend(?:s|ed) | allege[sd] | tweet(?:s|ed) | posted | reminds? | reminded
        lament(?:s|ed) | pleads? | pleaded | offers? | offered | recounts? | recounted | believe[sd] | say
        says | said | tells? | told | asks? | asked | adds? | added | writes? | wrote | replie[sd]
        answer(?:s|ed) | explain(?:s|ed) | insist(?:s|ed) | argue[sd]? | warn(?:s|ed) | note[sd]
        recall(?:s|ed) | remark(?:s|ed) | observe[sd] | declare[sd] | announce[sd] | claim(?:s|ed)
        admit(?:s|ted) | concede[sd] | complain(?:s|ed) | joke[sd] | put it | puts it | goes | went on
        continue[sd] | shout(?:s|ed) | murmur(?:s|ed) | whisper(?:s|ed) | snap(?:s|ped) | laugh(?:s|ed)
        conclude[sd] | testif(?:y|ied|ies) | state[sd] | clarif(?:y|ied|ies) | stress(?:es|ed)
        maintain(?:s|ed) | have him say | has him say | have her say | in (?:his|her|their) words
        """
    ),
    calls=phrases(
        r"""
        call(?:s|ed)? | describe[sd]? | dismiss(?:es|ed)? | promise[sd]? | label(?:s|led|ed) | praise[sd]?
        spoke | spoken | speaks? | refer(?:s|red) | boast(?:s|ed)? | vow(?:s|ed)? | pledge[sd]? | advertise[sd]?
        term(?:s|ed) | quote[sd]? | report(?:s|ed) | according to | recommend(?:s|ed)? | finding
        in the (?:words|language|phrase|terms|jargon) of | as \w+ (?:put|puts) it
        """
    ),
    denies=phrases(r"not | never | \w+n't"),
    credits=phrases(r"according to | in the words of"),
    he=phrases(r"he | him(?= say)"),
    it=phrases(r"(?:\A|(?<=[.,;:—–] )|(?<=statement )|(?<=and )|(?<=that ))it(?= \w)"),
    she=phrases(r"she | her(?= say)"),
    roles=frozenset(
        """
        president minister secretary senator congressman congresswoman representative governor mayor councillor
        councilman councilwoman councilor commissioner selectman trustee alderman judge justice general colonel
        captain sergeant admiral major professor prof dr doctor mr mrs ms mx lady convener
        chancellor chairman chairwoman chair director spokesman spokeswoman superintendent sheriff officer
        detective inspector principal headteacher dean coach reverend rev bishop archbishop cardinal king queen
        prince princess treasurer comptroller assemblyman assemblywoman hydrologist economist nurse engineer
        ambassador mp mep editor author professor-emeritus lecturer sen rep gov gen col lt sgt capt hon manager
        owner farmer founder
        historian poet novelist writer journalist columnist reporter scientist biologist ecologist geologist
        physicist chemist  sociologist psychologist psychiatrist physician surgeon dentist midwife paramedic
        pharmacist teacher headmaster headmistress librarian  archivist curator conservator architect
        planner surveyor builder plumber electrician mechanic driver pilot fisherman fisherwoman shepherd
        butcher baker grocer shopkeeper publican landlord landlady tenant barber clerk accountant auditor
        actuary banker trader analyst lawyer  solicitor barrister prosecutor attorney coroner ombudsman
        regulator inspector constable chief-constable warden guard porter caretaker  priest vicar rector
        rabbi imam pastor deacon chaplain executive chief-executive ceo organiser organizer secretary-
        general envoy  negotiator spokesperson chairperson co-founder researcher engineer-in-chief
        demographer statistician climatologist meteorologist  epidemiologist philosopher linguist critic
        composer conductor director-general deputy predecessor successor lock-keeper postmaster
        postmistress gardener forester ranger student pupil widow widower premier taoiseach member priest commentator
        """.split()
    ),
    organs=frozenset(
        """
        ministry council government department company board committee commission agency authority office union
        association party court cabinet treasury firm operator regulator foundation institute university industry
        """.split()
    ),
    papers=frozenset(
        """
        inquiry report guidance circular statement leaflet manual memo memorandum paper charter treaty bill act clause
        regulation regulations rules website notice brochure prospectus minutes review audit judgment verdict manifesto
        consultation study survey opinion sheet form
        """.split()
    ),
    honorifics=frozenset("mr mrs ms mx miss uncle aunt".split()),
    role_prefixes=frozenset(
        """
        us u.s u.k uk state vice former acting deputy shadow chief prime foreign minor retired trustee-elect the
        """.split()
    ),
    bodies=phrases(
        r"""
        department | board | council | committee | commission | institute | university | college | school
        street | avenue | road | county | city | party | bank | company | supply | service | services | office
        agency | ministry | court | house | act | bill | order | association | society | union | foundation
        center | centre | observatory | courier | gazette | times | post | church | hospital | river | lake
        valley | state | states | kingdom | east | west | north | south | new | arena | garage | network | group
        inc | corp | ltd | trust | fund | plan | program | project | army | navy | news | press | journal
        review | january | february | march | april | may | june | july | august | september | october
        november | december | monday | tuesday | wednesday | thursday | friday | saturday | sunday | christmas
        clause | chapter | table | appendix | page | hall | bay | island | point | bridge | park | square
        station | airport | league | club
        """
    ),
    i_say=phrases(r"i"),
    you=phrases(r"you"),
    dear=phrases(r"dear | to"),
    a_person=phrases(r"an? | one | another | some"),
    the_person=phrases(r"the | its | his | her | their | our | my"),
    named=phrases(r"named | called | call | calls"),
    mine=phrases(r"my | our | his | her | their"),
    feminine=phrases(r"mrs | ms | miss | sister | mother | aunt | dame | lady | queen | princess | \w+woman"),
    masculine=phrases(r"mr | sir | lord | brother | father | uncle | king | prince | reverend | (?!spokes)\w+man"),
    sourced=phrases(
        r"""
        (?:auditors?|ministry|office|agency|department|council|bureau|institute|commission|university|economists?|
        engineers?|scientists?|surveyors?|inspectors?|authority) (?:has |have )?(?:reported|found|counted|
        estimates?|estimated|calculates?|calculated|measured|puts? it)
        according to
        (?:study|studies|survey|report|reports|figures|records|data|census|estimates?|audit|research|
        researchers|index|bulletin|filing|filings|accounts|returns|poll|appendix|inquiry|review|analysis|gauge|
        register|minutes|invoice|budget|documents?)
        per the | by (?:its|their|the \w+(?:'s)) own
        """
    ),
    unnamed=phrases(
        r"""
        (?:we|i) (?:are|am|were|was|have been) told that
        (?:an? |the |some |several |one |many )?(?:\w+ )?(?:sources?|insiders?|officials?|spokes(?:man|woman|
        person)|negotiator|observers?|analysts|experts|aides?|diplomats?|staffers?|
        those familiar)(?: \w+){0,6} (?:says?|said|told|tells?|believes?|points?|pointed|recalled|insists?|
        warned?|suggests?|admits?|confided)
        who asked not to be (?:named|identified) | (?:asked|declined) not to be (?:named|identified)
        on condition of anonymity
        (?:privately|off the record|i am told|i'm told|word is|reportedly|it is whispered|rumou?r has it)
        (?:some|many|most|critics|experts|people|observers) (?:say|argue|believe|think|claim)
        studies (?:show|suggest|have)
        """
    ),
    sweeps=phrases(
        r"""
        nobody | no one | no-one | everybody | everyone | every single \w+ | every \w+ | never | always
        all (?:of us|the time|over|\w+s) | none of | nothing | everything | anybody | anyone | nowhere
        everywhere | entirely | completely | the only \w+ | without exception | invariably | not a single
        not one | so often | any (?:sane|decent|sensible|honest)\w* \w+ | ever
        """
    ),
    either_or=phrases(
        r"""
        either [^.;]{3,120}? or
        the (?:only|sole) (?:alternative|choice|way|question|option)s? (?:is|are|was|were|that|to|we)
        (?:is|are) the only (?:way|alternative|choice|option)
        (?:there is|there's) no (?:other )?(?:alternative|middle|third|other way) | or else
        the choice is between | no alternative | if (?:we|you|they) (?:don't|do not)
        """
    ),
    asserts=phrases(
        r"""
        in fact | it turns out | turns out | of course | obviously | clearly | plainly | everybody knows
        everyone knows | there is no doubt | the truth is | the reason | because | simply | it might have
        would have | could have | could've | would go | is free | what killed | on which
        without (?:it|them|this|that) | most of (?:them|whom|us|those) | half of
        the (?:biggest|largest|fastest|main|most)
        """
    ),
    no_unit=phrases(
        r"""
        january | february | march | april | may | june | july | august | september | october | november
        december | jan | feb | aug | sept | oct | nov | dec | clause | chapter | table | page | year | highway
        route | bill | flight | section | article | room | period | appendix | no | the | st | nd | rd | th | pm
        am | p | a | and | or | to | we | when | it | in | of | on | at | o'clock | went | gets | that | which
        but | for | with | i
        """
    ),
    lived=phrases(
        r"""
        (?:my|our) (?:mother|father|grandmother|grandfather|neighbou?r|friend|buddy|colleague|daughter|son|
        sister|brother|cousin|wife|husband|aunt|uncle|students?|patients?|clients?|sister-in-law|brother-in-law)
        i (?:stood|counted|got|met|saw|watched|asked|sat|drove|walked|visited|remember|spoke|talked|knew|called|
        once)
        one (?:example|woman|man|family|mother|case|patient|student|morning|evening|afternoon|day|boy|girl)
        a (?:boy|girl|woman|man|neighbou?r|friend|student|patient|farmer|nurse|teacher|widow|driver|lad) (?:i|
        whom|who|from|in|at|named|called|of)
        last (?:week|month|year|winter|summer|january|february|march|april|may|june|july|august|october|
        november|december),? (?:i|it|a|my)
        """
    ),
)
