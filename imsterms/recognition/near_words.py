"""Ordinary words that are one or two letters from a term, and no misspelling of it.

Only words that would otherwise be taken for a term are here, and of those the ones that are in use. A termbase of one's
own adds the words that its texts are written in (``ordinary``). Every word is one that simplemma (MIT) or wordfreq
(Apache 2.0) knows in its language.
"""

from __future__ import annotations

NEAR = {
    "nb": """
        adderes adler aldeles aldrende aldret altrene ankepunktene ankepunkter ansees appelsinjus bedding beddingen
        beddinger bedriftene befatningen befestning befestningen befestningene befestninger behagelighet behandle
        behandlede behandlende behandles behandlet behandlete behandlingstiden bekostning belysningen belønningen
        belønningene belønninger beplantning beplantningen beplantninger besvarelse besvarelsen besvarelsene
        besvarelser bevegelige bilmerkene blandingen blandingene blandinger blotninger bobehandling bokhandlere
        bokhandleren bokhandlerne bokmerkene bomringene brystfinner brystningen brystninger bøyningene chipen chipene
        desertering deserteringen dokumentar dokumentarene dokumentarer dokumentere dokumenterer dokumenteres
        dokumentert dokumenterte energibunt energibærer fascineres finnene fremgang fremgangen fremgangene fremganger
        fremgangsmåte fremgangsmåten fremgangsmåtene fremgangsmåter funne funnen funnes grunnmodell grunnmodellen
        grunnsetning grunnsetningen grunnsetningene grunnsetninger grunnstemning halsene handlingene handlingens
        heading headingen headinger healing healingen hedning hedningen hedningene hedninger heisene hekling heksene
        helbredelige helbredende helbredere helbrederen helbrederne helen helene heler heles helgene hellene hellenes
        helling hellinga hellingen hellingene hellinger helning helningen helninger helsing heltene hemningene
        hendelen hendig hendinga henging hengingen henting hentingen herding herdingen herjingene hersens hevdelse
        hevingen hindringene hjelpepersonell huene hulder hunden hundene hundenes hunder hylinga hylingen hylsene
        høvdingene induksjonen inflasjonen infusjonen infusjoner injeksjon injeksjonen injeksjonene injeksjoner
        innføringskurs inspeksjonen inspeksjonene inspeksjoner intensjonen intensjonene intensjoner inversjonen
        inversjoner isotopen isotopene isotoper kampen kampene kampenes kampens kamper kampers kanalen kanalene
        kanaler kanelen kansler kirurg kirurgen kirurgene kirurger kjennetegne kjennetegnende kjennetegner
        kjennetegnes klampen klampene klamper kompetente konstruksjon konstruksjonen konstruksjonene konstruksjoner
        kontradiksjon kontrakten kontraktene kontrakter kontraktsum kontraktør kontraktørene kontraktører kontraster
        kontrasterer krymper krympes langene ledde ledene ledet leene legende legere legert leggen leggene legger
        legges lendene lengen lenger lenges loddene longene lounge loungen lounger lundene luner lunes luntene
        massakrene naprapati nerdene nervesenter neven nevene never nevra nølingen operascenen operascener operasjefen
        operasjonell operasjonelt oppfanging oppfylling oppfyllingen oppfyllinger oppfølgning oppfølgningen oppføringa
        oppføringen oppføringene oppføringer organisasjonsevne osteopati overfølsomme overfølsomt parkeringa
        parkeringen parkeringer parteringen passeringen passeringene passeringer poleringen prinsessene prosedere
        prosederer prosentene prosessere prosesseres prosessert prosesserte prosessor prosessorene protestene
        pulseringen pulseringer påkledning påkledningen redusering reduseringen regjeringa regjeringen regjeringene
        regjeringer romanen romaner romanes romans romanse romene romernes sammentrekking scenen scenene scener segner
        sender sendes senere senest sengen sengene senger senker senkes senter sjener skihistorie smelten smeltepunkt
        smeltepunktet smelter smeltes smert smertefrie smertefritt smertende smertet smetter sneen snerten sovemedisin
        sovemedisinen sovemedisiner spaser spenen spenene spener stemmebånd stemmebåndene stemmebåndet stenen stenene
        stenens stener stikksagen strasser strekkskade stresse stressede stressende stresses stressor strømpebånd
        strømpebåndet sverter svertes svogerskap synkopert tagningene tegningene terningene terrier tildekning
        tildekningen tildeling tildelinga tildelingen tildelingene tildelinger tilsetning tilsetningen tilsetninger
        tilskynder tilstelning tilstelningen tilstelningene tilstelninger tilvenning tinningene trenes treningene
        tying tøffingene utall utfallende utføringen utstyre utstyrer utstyres utstyrt utstyrte utstøtingen uttakingen
        uttørkingen utøve utøves vasene virvle virvlende virvles virvlet
    """,
    "nn": """
        aldra aldrande ankepunktet ansane appelsinjus beddingane begningane behaldarane behaldarar behaldaren
        behaldning behaldninga behaldningane behaldningar behandla behandlast beitingane belastning belastninga
        belastningane belastningar bellingane belysninga belysningane belysningar benningane bergingane
        berøringane betalingane betydingane bevaringane bildevev bildevevar bildeveven bildevever bilringane
        bindingane blandingane blautingane blautingar blendingane blindingane blåningane bogringane
        bokhandlarane bokhandlarar bokhandlaren brystfinnane brystfinnar brystfinne brystfinnen brystninga
        bundingane bølgingane bøyelastinga bøyelastingane bøyelastingar chilen chipane chipar chipen deiene
        deier desertering deserteringa deserteringane deserteringar dokumentar dokumenter dokumentera
        dokumentere dokumentert dokumenterte eigarskapane eigarskapar eigarskapen energiane energibunt fasciner
        funne funnes funnest grunnmodell grunnsetning grunnstemning halsane handlingane hardingane heading
        headinga headingane headingar hedding heddinga heddingane heddingar heidningane heisane hekling heklinga
        heklingane heklingar heksene helar helene heler helgane helgene helging helginga helgingane helgingar
        hellene helsande helsast helset helsing helsinga helsingane helsingar helste heltane hemningane hemsane
        hendig henging henginga hengingane hengingar herding herdinga herdingane herdingar herjingane hesene
        heser hetsane hevinga hevingane hevingar hindringane hovdingane huene hulder hundane hundar høvdingane
        induksjonane induksjonar induksjonen inflasjonane inflasjonar inflasjonen injeksjon injeksjonane
        injeksjonar injeksjonen inspeksjonane inspeksjonar inspeksjonen intensjonane intensjonar intensjonen
        isotopane isotopar isotopen kampane kampar kampen kanalane kanalar kanalen kanelane kanelar kanelen
        kanslar kirurg kirurgane kirurgar kirurgen kjenneteiknar kjenneteiknast kjenneteikne kompentanse
        kompetente konstruksjon konstruksjonane konstruksjonar konstruksjonen kontradiksjon kontraktane
        kontraktar kontrakten kontrakter kontraktsum kontraktør kontrastar kontraster krame kramkar krympar
        langene ledde leddelt ledet legene leggane leggar leggen lengene lenges likningane longene luner lunnene
        læking lækinga lækingane lækingar lækja lærlingane massakrane muskelsella muskelselle muskelsellene
        muskelseller nerdane nerva nervene nerver nervesenter nevane nevar neven nevrane nevrar operasjonell
        operasjonelt overbelastning palpitasjonane palpitasjonar palpitasjonen parkeringa parkeringane
        parkeringar persokane persokar persoken personal personale personalet prosedere prosentane prosesser
        prosessere prosessert prosessor prosessorane protestane påkledning påkledninga påkledningane
        påkledningar regjeringa regjeringane regjeringar romane romanen romanes romanse scenene scener segnene
        segner sender senen sengene senger senkene senker senter sjakkhistorie sjener skolemedisin smeltepunkt
        smeltepunkta smeltepunktet smelter smert snerten strekkskade stressande stressast stresse stressen
        stressor svangerskapane svangerskapar svangerskapen synkoper tilståande ustyr utstyra utstyre utstyrer
        utstyrt utstyrte vasane virvar
    """,
    "en": """
        analgesia anointment bleeping blending braises breeding breedings bruised bruiser bruisers camps chiropractic
        coalitions cognitions competency conditional conditionals conditioned conditioner conditioners conniptions
        constrict constriction constrictions constricts construals constructed construction constructions constructor
        constructors contraception contractile contracting contractive contractor contractors contractual
        contradiction contradictions contraption contraptions contrition convictions counteraction crampy crams craps
        curies curse curses curves deceleration decelerations degenerating dermatoses dermatosis destress diagnose
        diagnosed distressed electrostimulation equipments evens facia facias fascial feinting fending fining finning
        followup followups funding fundings haemorrhagic haling heading headings healthy heaping hearing hearings
        heath heating heaving heeling heiling hemorrhaged hemorrhagic hepatoma immunosuppressive improvident
        inceptions inductions infarctions inflations inflection inflections infractions ingestions inspections
        intentions inventions joins lunges massaged massager massagers message messages muscled myalgic myotomy
        naturopathy needing needled needless nephropathy nerved operational operatives organisational organizational
        osteopathic osteopathy overlord overlords paints palpitations papermakers parsons patent patents peacemaker
        peacemakers persona personas physicists plains pleural precess precesses processed processer profess professes
        properly propertied provide provided provides prowess pulsations refutation refutations regulating regulative
        regulators reputation reputations revelation revelations sciatic scratching scratchings screeching sines spams
        spies spinae spined spinel spinels spinet spins spline splines spondylitis spondylolysis stressed supine
        tenderloin tenderloins tendinosis tenon tenons theorise theorises theorizes trapezium vertebrate
    """,
}
