"""Ordinary words that are one or two letters from a term, and no misspelling of it.

Only words that would otherwise be taken for a term are here; a slow test asks the dictionaries of hunspell whether
one is missing.
"""

from __future__ import annotations

NEAR = {
    "nb": """
        adderes aldeles aldrende aldret altrene ankepunktene ankepunkter ansees appelsinjus bedding beddingen
        beddinger bedriftene befatningen befestning befestningen befestningene befestninger behagelighet behandlede
        behandlende behandlete behandlingsforsøk behandlingsmåte behandlingsmåten behandlingsmåter behandlingssenter
        behandlingsteam behandlingstid behandlingstiden bekostning belysningen belønningen belønningene belønninger
        beplantning beplantningen beplantninger besvarelse besvarelsen besvarelsene besvarelser bevegelige bilmerkene
        blandingen blandingene blandinger blotninger bobehandling bokhandlere bokhandleren bokhandlerne bokmerkene
        bomringene brystfinner brystningen brystninger bøyningene chipen chipene desertering deserteringen dokumentar
        dokumentarene dokumentarer dokumentere dokumenterer dokumenteres dokumenterte energibunt energibærer
        fascineres finnene framgangene framganger fremgang fremgangen fremgangene fremganger fremgangsmåte
        fremgangsmåten fremgangsmåtene fremgangsmåter funne funnen funnes grunnmodell grunnmodellen grunnsetning
        grunnsetningen grunnstemning handlingene handlingens heading headingen headinger healing healingen hedning
        hedningen hedningene hedninger hekling helbredelige helbredende helbredere helbrederen helbrederne helen heles
        helling hellinga hellingen hellingene helning helningen helsepersonale helsing hemningene hendelen hendig
        hendinga henging hengingen henting hentingen herding herdingen herjingene hersens hevdelse hevingen
        hindringene hjelpepersonell hudene hunden hylinga hylingen høvdingene induksjonen inflasjonen infusjonen
        infusjoner injeksjonen injeksjonene injeksjoner innføringskurs inspeksjonen inspeksjonene inspeksjoner
        intensjonen intensjonene intensjoner inversjonen inversjoner isotopen isotopene isotoper kampen kampene
        kampenes kampens kamper kampers kanalen kanalene kanaler kanelen kansler kirurg kirurgen kjennetegne
        kjennetegnende kjennetegner kjennetegnes klampen klampene klamper kompetente konstruksjon konstruksjonen
        konstruksjonene konstruksjoner kontradiksjon kontrakten kontraktene kontrakter kontraktsum kontraktør
        kontraktørene kontraktører kontraster kontrasterer krymper krympes langene ledde ledene leene legende legere
        legert leggene lendene lengen lenges loddene longene lounge loungen lounger lundene luner lunes luntene
        massakrene muskelbunten muskelbunter muskelkraften muskelmannen muskelstrekk naprapati nerdene nervesenter
        nevene never nevra nølingen operascenen operascener operasjefen operasjonell operasjonelle operasjonelt
        oppfanging oppfylling oppfyllingen oppfyllinger oppfølgning oppfølgningen oppføringa oppføringen oppføringene
        oppføringer organisasjonsevne osteopati overfølsomme overfølsomt parkeringa parkeringen parkeringer
        parteringen passeringen passeringene passeringer personal poleringen prinsessene prosedere prosederer
        prosentene prosessere prosesserer prosesseres prosessert prosesserte prosessor prosessorene protestene
        pulseringen pulseringer påkledning påkledningen redusering reduseringen regjeringa regjeringen regjeringene
        regjeringer romanen romaner romanes romans romanse romene romernes sammentrekking scenen scenene scener segner
        senest sengen sengene senger sjener skihistorie smelten smeltepunkt smeltepunktet smelter smeltes smert
        smertefrie smertefritt smertende smertet smetter snerten sovemedisin sovemedisinen spaser spenen spenene
        spener stemmebånd stemmebåndene stemmebåndet stenen stenene stenens stener stikksagen strekkskade stressa
        stresse stresser stresses strømpebånd strømpebåndet sverter svertes svogerskap synkopert terapeutisk terrier
        tildekning tildekningen tildeling tildelinga tildelingen tildelingene tildelinger tilsetning tilsetningen
        tilskynder tilstelning tilstelningen tilvenning trenes tying tøyninger utall utfallende utføringen utstyre
        utstyrer utstyres utstyrt utstyrte utstøtingen uttakingen uttørkingen utøves vasene virvle virvlende virvles
        virvlet
    """,
    "nn": """
        akupunkturane akupunkturar aldra aldrande aldras ankepunktet ansane appelsinhaug appelsinjus beddingane
        begningane behaldarane behaldarar behaldaren behaldning behaldninga behaldningane behaldningar behandlingi
        behandlingsforsøk behandlingsheimane behandlingsheimar behandlingsheimen behandlingskø behandlingsmåtar
        behandlingsmåte behandlingsmåten behandlingsplass behandlingstid behandlingstida behandlingstidene
        behandlingstider behandlingstype beitingane belastingi belastning belastninga belastningane belastningar
        belastningi bellingane belysninga belysningane belysningar benningane bergingane berøringane betalingane
        betinga betringi betydingane bevaringane bildevev bildevevar bildeveven bildevever bilringane bindevevi
        bindingane blandingane blautingane blautingar blendingane blindingane blåningane blødingi bogringane
        bokhandlarane bokhandlarar bokhandlaren brystfinnane brystfinnar brystfinne brystfinnen brysthinnone
        brysthinnor brystninga bundingane bølgingane bøyelastinga bøyelastingane bøyelastingar chilen chipane chipar
        chipen deiene deier desertering deserteringa deserteringane deserteringar dokumentar dokumenter dokumentera
        dokumentere dokumenterte dokumentfals dokumenti eigarskapane eigarskapar eigarskapen energiane energiberar
        energibunt energivare faresignali fasciner fibromyalgiane fibromyalgiar framgangane framgangar funnes funnest
        funnis grunnmodell grunnsanning grunnsetning grunnstemning handlingane hardingane heading headinga headingane
        headingar hedding heddinga heddingane heddingar heidningane hekling heklinga heklingane helging helginga
        helgingane helingi helming helsar helsast helsepersonale helser helset helsing helsinga helsingane helste
        hemningane hendig hendingi henging henginga hengingane hengingar herding herdinga herdingane herdingar
        herjingane hevinga hindringane hovdingane høvdingane induksjonane induksjonar induksjonen inflasjonane
        inflasjonar inflasjonen injeksjonane injeksjonar injeksjonen inspeksjonane inspeksjonar inspeksjonen
        intensjonane intensjonar intensjonen isotopane isotopar isotopen kampane kampar kampen kanalane kanalar
        kanalen kanelane kanelar kanelen kanslar kiropraktikar kirurg kirurgen kirurgiane kjenneteiknar kjenneteiknast
        kjenneteikne kjenneteikni kompentanse kompetente konstruksjon konstruksjonane konstruksjonar konstruksjonen
        kontradiksjon kontraktane kontraktar kontrakten kontrakter kontraktil kontraktor kontraktsum kontraktør
        kontrastar kontraster kramar krame kramkar kramp krympar langene ledde leddelt ledet legene leggane leggar
        legne leigar lengene lenges linjedommar longene lukkingstid lumbagoane lunene luner lungesjukar lungone
        lunnene læking lækinga lækja massakrane medlemstal muske muskelbuntane muskelbuntar muskelbunten muskelcellone
        muskelcellor muskelsella muskelselle muskelsellene muskelseller muskelsmertone muskelsmertor muskelstrekk
        nerdane nerva nervene nerver nervesenter nerveskakande nervesmertone nervesmertor nevane nevar nevrane nevrar
        nålestikki nåtling operascenar operasjonell operasjonelt operasjonskø operasongar oppfylging oppfylgingi
        oppfølgingi overbelastingi overbelastning overbelastningi palpitasjonane palpitasjonar palpitasjonen
        parkeringa parkeringane parkeringar pasientbru pasientseng pasientven persokane persokar persoken personal
        personale personalet promessar prosedere prosentane prosesser prosessere prosessert prosessevne prosessor
        prosessorane protestane påkjenningi påkledning påkledninga påkledningane påkledningar regjeringa regjeringane
        regjeringar reguleringi reguleringsår romane romanen romanes romanse ryggradi ryggsøylone ryggsøylor
        samantrekkingi samantrekningi scenene scener segnene segner senen sengene senger senkene senker
        sentralnervesystemi sjakkhistorie sjener sjokkskadar sjokkskade skolemedisin smeltepunkt smeltepunkta
        smeltepunktet smeltepunkti smelter smere smeren smert smertelindringane smertelindringar smertone smertor
        smørjepunkt snerten spase sprøytebuss stemmeband strekkskadar strekkskade stressa stresse stressen stressi
        strømpeband svangerskapane svangerskapar svangerskapen svangerskapi symptomi synkoper terpi tildelingi
        tilstundande tilståande tilvisingi tøyingar tøyingi ustyr utbøying utdaningskrav utfallen utfalli utstyra
        utstyrd utstyre utstyrer utstyri utstyrt utstyrte vasane virvar virvelsøylone virvelsøylor ømheiti
    """,
    "en": """
        analgesia anointment bleeping blending braises breeding breedings bruised bruiser bruisers camps chiropractic
        coalitions cognitions competencies competency conditional conditionals conditioned conditioner conditioners
        conniptions constrict constriction constrictions constricts construals constructed construction constructions
        constructor constructors contraception contractile contractive contractor contractors contractual
        contradiction contradictions contraption contraptions contrition convictions counteraction crampy crams craps
        curies curse curses curves deceleration decelerations degenerating dermatoses dermatosis destress diagnose
        diagnosed distressed electrostimulation evens facia facias fascial feinting fending fining finning followup
        followups funding fundings haemorrhagic haling heading headings heaping hearing hearings hearths heath heaths
        heating heaving heeling heiling hemorrhaged hemorrhagic hepatoma immunosuppressive improvident inceptions
        inductions infarctions inflations inflection inflections infractions ingestions inspections intentions
        inventions lunges massaged massager massagers message messages muscled myalgic myotomy naturopathy needing
        needless nephropathy nerved operational operatives organisational organizational osteopathy overlord overlords
        paints palpitations papermakers parsons patent patents peacemaker peacemakers persona personas physicists
        plains pleural precess precesses processed processer profess professes properly propertied provide provided
        provides prowess pulsations refutation refutations regulating regulative regulators reputation reputations
        revelation revelations scratching scratchings screeching sines skeins skinks spams spies spinae spined spinel
        spinels spinet spins spline splines supine tenderloin tenderloins tendinosis tenon tenons theorise theorises
        theorizes trapezium vertebrate
    """,
}
