"""How sure a match is: by the words around it, the subject of the text, names, references, abbreviations."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.recognition.senses import ALONE, DEFINED, NAME, REFERENCE, Confidence

POSSIBLE, LIKELY, CERTAIN = Confidence


def confidence(language: str, text: str, word: str) -> Confidence | None:
    """Return how sure the match of a word is; None where the word is not a match at all."""
    matches = imsterms.glossary(language).annotate(text, at_least="possible")
    return next((match.confidence for match in matches if match.text == word), None)


def test_confidence_is_ordered_and_compares_with_its_names() -> None:
    assert POSSIBLE < LIKELY < CERTAIN
    assert LIKELY >= "likely" and LIKELY > "possible" and LIKELY <= "certain" and str(LIKELY) == "likely"
    with pytest.raises(ValueError, match="did you mean 'likely'"):
        imsterms.glossary("nb").annotate("Nål", at_least="likly")


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("nb", "Speiderne pakket utstyr til turen.", "utstyr"),
        ("nb", "Kjeden har tolv ledd.", "ledd"),
        ("nb", "Talen hadde nerve fra første ord.", "nerve"),
        ("nb", "Laget manglet ryggrad i kampen.", "ryggrad"),
        ("nb", "Boka har en henvisning til et eldre dikt.", "henvisning"),
        ("nb", "Orkesteret har en dyktig utøver på fløyte.", "utøver"),
        ("nb", "Kommunen skal sørge for oppfølging av planen.", "oppfølging"),
        ("nb", "Han kom med et stikk til sjefen.", "stikk"),
        ("nb", "Hun ringte Helse Vestby om møtet.", "Helse"),
        ("nn", "Laget tok med seg utstyret på fjellet.", "utstyret"),
        ("nn", "Dei ser framgang i salet.", "framgang"),
        ("nn", "Høyringa kom frå Helse Nordvik i går.", "Helse"),
        ("nb", "Katten la hodet på puten.", "hodet"),
        ("nb", "Bilen fikk nytt sete.", "sete"),
        ("nn", "Boka låg på kneet hennar.", "kneet"),
        ("nb", "Han har avtalen i bakhodet.", "bakhodet"),
        ("nb", "Låta er filmens nervesystem.", "nervesystem"),
        ("nn", "Hjartet hamra, og ho vart trøytt.", "trøytt"),
        ("nb", "Sin største styrke har laget i forsvaret.", "styrke"),
        ("nb", "Stolen fra legen har et kvalmende mønster.", "kvalmende"),
        ("nb", "Legen fikk kontroll over bilen igjen.", "kontroll"),
        ("nb", "Pasienten har faste seter på kinoen.", "faste"),
        ("nb", "Slik har sykehuset det i mine øyne.", "øyne"),
        ("nb", "Overgangen til nytt system var smertefri.", "smertefri"),
        ("nb", "Legene samtykket i å flytte møtet.", "samtykket"),
        ("nb", "Hun møtte Per Ims på kaia.", "Ims"),
        ("en", "It was freezing on the hill.", "freezing"),
        ("en", "The board called for improvements to the road.", "improvements"),
        ("en", "The cat sat on her knee.", "knee"),
        ("en", "We packed the camping equipment.", "equipment"),
        ("en", "The report calls for follow-up by the board.", "follow-up"),
        ("en", "The chip has 8 KB of ROM.", "ROM"),
        ("en", "She was giddy with joy.", "giddy"),
        ("en", "The doctor broke her heart.", "heart"),
        ("en", "A bitter pill for the town.", "pill"),
        ("en", "Chemists made a new dye.", "Chemists"),
        ("en", "The nation needs healing.", "healing"),
        ("en", "Patients praised the slow pacing of the play.", "pacing"),
        ("en", "The clinic was paid from the balance of the fund.", "balance"),
        ("en", "The hospital ran a party with ice for the guests.", "ice"),
        ("en", "Meridian opened two shops.", "Meridian"),
        ("en", "The pipe is read as LTR.", "LTR"),
        ("en", "The laboratory builds satellites.", "laboratory"),
        ("en", "The way we talk to family members.", "family members"),
    ],
)
def test_an_everyday_word_alone_is_only_possible(language: str, text: str, word: str) -> None:
    assert confidence(language, text, word) == "possible"
    assert word not in [match.text for match in imsterms.glossary(language).annotate(text)]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("nb", "Han gikk stikk imot rådet.", "stikk"),
        ("nb", "De ledd godt av vitsen.", "ledd"),
        ("nn", "Ho bad meg helse på bestemor.", "helse"),
        ("nn", "Han har lege der i tre dagar.", "lege"),
        ("nb", "Verbet står i tredje person entall.", "person"),
        ("nb", "Det hender at smerten kommer tilbake.", "hender"),
        ("nb", "Legg merke til hvor det er vondt.", "Legg"),
        ("nn", "Ho mista hovudet i krangelen om smertene.", "hovudet"),
        ("nb", "Køen er et symptom på at butikken er liten.", "symptom"),
        ("nb", "Sangen er full av smerte og savn.", "smerte"),
        ("nb", "Den nye bilen har muskler under panseret.", "muskler"),
        ("nb", "Jeg har gått på nåler i hele dag.", "nåler"),
        ("nn", "Ein hiv seg i sjøen.", "hiv"),
        ("nb", "Klubben har økonomiske muskler.", "muskler"),
        ("nn", "Den politiske paralysen varte i år.", "paralysen"),
        ("nb", "Skapet i spillet har ammunisjon og helse.", "helse"),
        ("nb", "Låten er en konsert på steroider.", "steroider"),
        ("nb", "Endelig viste klubben muskler.", "muskler"),
        ("nn", "Boka verkar som ei påminning.", "verkar"),
        ("nb", "Planen skal forebygge flom i dalen.", "forebygge"),
        ("nn", "Statsforvaltaren behandlar klage frå laget.", "behandlar"),
        ("nn", "Boka stiller ein diagnose over tida vår.", "diagnose"),
        ("nn", "Sjukehuset må gå i balanse i år.", "balanse"),
        ("nb", "Avisa la ord i munnen på legen.", "munnen"),
        ("nb", "Pasienten lot seg ikke plage, men legen sluttet ikke å plage ham.", "plage"),
        ("en", "DNS finds the address of a server.", "DNS"),
        ("en", "The pain came back to haunt him.", "back"),
        ("en", "The song gets under your skin.", "skin"),
        ("en", "The horse was so patient, they said.", "patient"),
        ("en", "He found a skeleton key.", "skeleton"),
        ("nb", "Departementet legger vekt på språket i helsetjenesten.", "vekt"),
        ("nn", "Dei siste åra har prisen lege på 30 kroner.", "lege"),
        ("en", "A movie full of grief and pain.", "pain"),
        ("en", "We will win at all costs.", "costs"),
        ("en", "The interest rates went up.", "rates"),
        ("en", "The long arm of chromosome 7 carries a muscle gene.", "arm"),
        ("nb", "Pasienten med smerter lever alene.", "lever"),
        ("nb", "Unngå tunge kofferter når ryggen er vond.", "tunge"),
        ("nb", "Pasienten syns at smertene er verst om natten.", "syns"),
        ("en", "A vaccine against cervical cancer.", "cervical"),
        ("en", "The new strain of the virus makes patients ill.", "strain"),
        ("en", "It was an age of gossip and rumours.", "age"),
        ("en", "He is a patient and kind teacher.", "patient"),
        ("en", "She was always patient with us.", "patient"),
        ("en", "The doctors were joint winners of a prize.", "joint"),
        ("en", "The patient's nurse went to a film with a strong cast.", "cast"),
        ("en", "A growing body of work speaks for massage.", "body"),
        ("en", "She took a doctorate in medicine.", "medicine"),
        ("en", "The plant caught the disease, and the whole crop died.", "disease"),
        ("en", "The gene's genomic organization is known.", "organization"),
        ("en", "The health of the whole economy is poor.", "health"),
        ("en", "The doctor spoke of a state of nerves.", "nerves"),
        ("en", "The nurse gave financial advice to a patient.", "advice"),
        ("en", "The head gardener has pain in the neck.", "head"),
        ("en", "I am extremely patient.", "patient"),
        ("en", "The firm is a legal person.", "person"),
        ("en", "They exercise great influence over the clinic.", "exercise"),
        ("en", "Lines characteristic of old maps.", "characteristic"),
        ("en", "A clean bill of health from the doctor.", "bill"),
        ("en", "The war left scars of hatred.", "scars"),
        ("en", "Loans are bleeding us dry.", "bleeding"),
        ("en", "They watched Doctor Who.", "Doctor"),
        ("en", "We use cloud providers for the clinic's bookings.", "providers"),
        ("en", "The clinic has specialist equipment for patients.", "specialist"),
        ("en", "The age of the universe is known.", "age"),
        ("en", "It is a rare thing in this day and age.", "age"),
        ("en", "Setting the clock is a pain", "pain"),
        ("en", "A life of joy and pain.", "pain"),
        ("en", "The cap is ten feet above the ground, said the nurse.", "feet"),
        ("en", "The delay means headaches for the airline.", "headaches"),
        ("en", "Put the yarn on the needle.", "needle"),
        ("en", "The peace movement and its doctors.", "movement"),
        ("en", "The team's findings could lead to a new drug for patients.", "findings"),
        ("en", "Patients reported that the software uses less memory, with no loss of data.", "memory"),
    ],
)
def test_another_word_is_no_match(language: str, text: str, word: str) -> None:
    assert confidence(language, text, word) is None


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("nb", "Klinikken har sterilt utstyr til nåling.", "utstyr"),
        ("nb", "Pasienten får oppfølging etter operasjonen.", "oppfølging"),
        ("nb", "Legen undersøkte et vondt ledd.", "ledd"),
        ("nb", "Hun har smerter ytterst i skulderen.", "skulderen"),
        ("nb", "Jeg er stiv i nakken og øvre del av ryggen.", "nakken"),
        ("nn", "Olbogen er hoven etter fallet.", "Olbogen"),
        ("nb", "Hodet verker, og det er vondt i bakhodet.", "bakhodet"),
        ("en", "My knees ache after running.", "knees"),
        ("nn", "Pasienten merka framgang i skuldra.", "framgang"),
        ("nb", "Hun er nummen i fingrene.", "nummen"),
        ("nb", "Samtykket må være skriftlig.", "Samtykket"),
        ("nb", "Nedsatt styrke i muskelen gikk over.", "styrke"),
        ("nb", "Smerten sitter i magen og nedover beinet.", "Smerten"),
        ("en", "The patient needs a referral from the doctor.", "referral"),
        ("en", "Palpation is a clinical finding.", "clinical finding"),
        ("en", "Put the needle under the skin with care.", "needle"),
        ("en", "The patient felt giddy after the treatment.", "giddy"),
        ("en", "Healing of the muscle takes weeks.", "Healing"),
        ("nb", "Smerte kan henge sammen med sorg, stress og dårlig søvn.", "Smerte"),
        ("en", "Ask about pacing when fatigue comes with the pain.", "pacing"),
        ("en", "Exercises for balance after a fall.", "balance"),
        ("en", "The age of the patient is noted.", "age"),
        ("en", "A patient with back pain.", "patient"),
        ("en", "Put ice on the swollen ankle.", "ice"),
        ("en", "There is a pain when I bend.", "pain"),
        ("en", "The needle went into the vein.", "needle"),
        ("en", "The most striking characteristic of the group is age.", "characteristic"),
        ("en", "The sample of blood went to the laboratory.", "laboratory"),
        ("en", "She has had several infections.", "infections"),
        ("en", "A scar on the chin.", "scar"),
        ("en", "Nothing would stop the bleeding.", "bleeding"),
        ("en", "He talks about it in therapy.", "therapy"),
        ("en", "A doctor who listens.", "doctor"),
        ("en", "The optic nerve was pressed.", "nerve"),
        ("en", "A strain in the calf muscle heals in weeks.", "strain"),
        ("en", "We treat pain in musicians, actors and dancers who have lost a season.", "pain"),
        ("nb", "Vil ha time til tørrnåling.", "time"),
        ("nn", "Time hos fysioterapeuten", "Time"),
        ("nb", "Øm over hoften", "Øm"),
        ("nn", "Kneet er hove.", "Kneet"),
        ("en", "Referred by my GP", "GP"),
        ("en", "Cough and sputum for three days, denies any fever", "fever"),
        ("en", "Sore the day after", "Sore"),
    ],
)
def test_the_company_of_words_of_health_makes_it_certain(language: str, text: str, word: str) -> None:
    assert confidence(language, text, word) == "certain"


def test_the_subject_of_the_text_makes_it_likely() -> None:
    terms = "Triggerpunkter finnes i stramme bånd. Akupunktur er noe annet. Dry needling brukes for muskelspasmer. "
    pause = "Slik er det, og slik har det vært i mange år, sier de som vet det, og de vet det nok best selv. " * 2
    assert confidence("nb", terms + pause + "Utstyr kjøpes inn.", "Utstyr") == "likely"
    assert confidence("nb", "Utstyr kjøpes inn.", "Utstyr") == "possible"


@pytest.mark.parametrize(
    ("language", "note", "among", "word"),
    [
        ("nb", "Isjias, venstre fot", "Isjias, migrene og kvalme, og så foten, den venstre fot.", "fot"),
        ("nn", "Isjias, venstre fot", "Isjias, migrene og kvalme, og så foten, den venstre fot.", "fot"),
        ("en", "Sciatica, left foot", "Sciatica, lumbago and a migraine; the left foot too.", "foot"),
    ],
)
def test_a_part_of_the_body_or_a_complaint_is_meant_in_a_note_and_among_several_terms(
    language: str, note: str, among: str, word: str
) -> None:
    story = {"nb": "Hun ble {} av farten.", "nn": "Ho vart {} av farten.", "en": "Off went the {}, as they say."}[
        language
    ]
    assert confidence(language, note, word) == confidence(language, f"{story} {among}", word) == "likely"
    assert confidence(language, story.format(word), word) == "possible"


def test_a_word_of_one_sense_is_a_sign_of_health_but_for_general_words() -> None:
    assert confidence("nb", "Paracet, kne", "kne") == LIKELY
    assert confidence("nb", "Person, kne", "kne") == POSSIBLE


def test_an_abbreviation_at_the_end_of_a_sentence_is_no_title() -> None:
    assert confidence("nb", "Vi tok røntgen og MR. Skulderen er vond.", "Skulderen") == CERTAIN
    assert confidence("nb", "De møtte Dr. Skulder i gangen.", "Skulder") == POSSIBLE


def test_a_long_text_about_something_else_has_to_say_more_of_health() -> None:
    other = "De bygde huset om sommeren, malte det om høsten og flyttet inn da snøen kom, som de hadde sagt. " * 14
    assert confidence("nb", "Barnet ble fulgt til sykehuset.", "Barnet") == CERTAIN
    assert confidence("nb", f"Barnet ble fulgt til sykehuset. {other}", "Barnet") == POSSIBLE
    assert confidence("nb", f"Barnet ble fulgt til legen på sykehuset. {other}", "Barnet") == CERTAIN


def test_a_figure_of_speech_is_no_term_in_a_long_text_about_something_else() -> None:
    other = "They built the house in summer, painted it in autumn and moved in when the snow came, as planned. " * 14
    assert confidence("en", "The pain of packing is forgotten.", "pain") == CERTAIN
    assert confidence("en", f"The pain of packing is forgotten. {other}", "pain") == POSSIBLE
    assert confidence("en", f"She groaned with pain in her leg. {other}", "pain") == CERTAIN


def test_a_term_of_one_word_is_no_name_or_figure_of_speech_in_a_long_text_about_something_else() -> None:
    other = "They built the house in summer, painted it in autumn and moved in when the snow came, as planned. " * 14
    assert confidence("en", "A midwife came.", "midwife") == CERTAIN
    assert confidence("en", f"Each was a midwife of ideas. {other}", "midwife") == POSSIBLE
    assert confidence("en", f"The midwife took her to the hospital. {other}", "midwife") == CERTAIN


def test_a_word_of_the_company_does_not_count_twice_where_it_is_a_term() -> None:
    other = "They built the house in summer, painted it in autumn and moved in when the snow came, as planned. " * 14
    assert (
        confidence("en", f"Physiotherapy was no subject. She blinked, and her face was calm. {other}", "face")
        == POSSIBLE
    )
    assert confidence("en", f"After physiotherapy and massage her face was swollen. {other}", "face") == CERTAIN


def test_a_word_of_any_trade_needs_its_company_twice_in_a_text_about_anything_else() -> None:
    assert confidence("nb", "Styret på sykehuset ser etter nye lokaler og et tilskudd.", "tilskudd") == POSSIBLE
    assert confidence("nb", "Pasienten søkte, og legen skrev brevet.", "brevet") == CERTAIN
    assert confidence("nn", "Styret ved sjukehuset drøfta søknaden frå laget.", "søknaden") == POSSIBLE
    assert confidence("nb", "Legen kom tilbake med telefonen i hånden.", "telefonen") == POSSIBLE
    assert confidence("nb", "Sykehuset leter etter mineraler under bygget.", "mineraler") == POSSIBLE
    assert confidence("nn", "Statsråden kom til dialogmøte i bygda.", "dialogmøte") == POSSIBLE
    about_health = "Fysioterapi hjelper ved isjias, migrene og leddgikt. Ta med brevet fra legen."
    assert confidence("nb", about_health, "brevet") == CERTAIN


def test_a_phrase_of_the_company_says_as_much_as_two_words() -> None:
    assert confidence("nb", "Foreldre er med den som er under 16 år.", "Foreldre") == CERTAIN
    assert confidence("nb", "Foreldre klaget til behandler over maten.", "Foreldre") == POSSIBLE


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("nb", "Pasienten får oksygen på sykehuset.", "oksygen"),
        ("nb", "Legen har en hobby ved siden av jobben på klinikken.", "hobby"),
        ("nn", "Flyktningar får hjelp av lege på sjukehuset.", "Flyktningar"),
        ("nn", "Legen et middag på sjukehuset i kveld.", "et"),
    ],
)
def test_a_word_for_another_thing_that_leads_to_an_entry_is_not_the_concept(
    language: str, text: str, word: str
) -> None:
    assert confidence(language, text, word) in (POSSIBLE, None)
    assert imsterms.glossary(language).find(word.lower()) or word == "et"


def test_every_match_says_why() -> None:
    def why(language: str, text: str) -> str:
        return imsterms.glossary(language).annotate(text, at_least="possible")[0].why

    assert why("nb", "Nytt utstyr på lageret") == ALONE
    assert why("nb", "Styret i Helse Nordvik møttes.") == NAME
    assert why("en", "Moe JK, et al. Needles for all. J Wool Res. 2011; 12(3): 45-51.") == REFERENCE
    assert why("en", "Mucopolysaccharidosis (MPS) is rare.") == DEFINED


def test_an_abbreviation_means_what_the_text_says() -> None:
    assert confidence("en", "Myofascial pain syndrome (MPS) is common. MPS hurts.", "MPS") == "certain"
    assert confidence("en", "MPS is a bus of the city.", "MPS") == "possible"
    other = {"nb": "TRP (takrenneprosjekt) er ferdig.", "en": "TRP (town repair plan) is late."}
    for language, text in other.items():
        assert imsterms.glossary(language).annotate(f"{text} TRP", at_least="possible")[-1].why == DEFINED
    for language, text in (
        ("nb", "TRP står for takrenneprosjekt. Det er ferdig."),
        ("en", "TRP, short for Town Repair Plan, is late."),
        ("en", "TRP stands for “town repair plan”, which is late."),
    ):
        assert imsterms.glossary(language).annotate(f"{text} TRP", at_least="possible")[-1].why == DEFINED
    for text in (
        "ATrP (tre rare planer) er ferdig. Et TrP gjør vondt.",
        "TrP står for triggerpunkt.",
        "TrP står for halvparten av plagene.",
        "TrP (triggerpunkt) gjør vondt.",
        "TrP (tre i alt) ble funnet.",
        "TrP (trykkømt punkt i muskelen) er ømt.",
    ):
        assert confidence("nb", text, "TrP") == "certain", text


def test_a_torn_page_is_no_injury_whatever_the_back_of_the_book_is_called() -> None:
    assert confidence("en", "The spine of the novel was cracked and two pages were torn.", "torn") is None
    assert confidence("en", "The tendon was torn at the knee.", "torn") == "certain"


def test_the_confidence_is_in_the_plain_data() -> None:
    [match] = imsterms.glossary("nb").annotate("Et triggerpunkt")
    assert match.as_dict()["confidence"] == "certain" and match.as_dict()["why"]


def test_a_name_does_not_reach_across_the_end_of_a_sentence() -> None:
    assert (
        confidence("nb", "Vi møtte Kari Vestby. Utstyr til behandlingen lå klart, og pasienten hadde vondt.", "Utstyr")
        == CERTAIN
    )


def test_a_reference_with_any_dash_and_a_year_after_the_journal_is_one() -> None:
    line = "Uhl A, Lie F, Ås V. The puzzle of pain as a guest. Acta Moe 2005; 26: 254−9."
    assert confidence("en", line, "pain") == POSSIBLE
