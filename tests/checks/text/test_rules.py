"""What each rule about running text finds, what it suggests, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalog_project import make_project

import imsterms
from imsterms.checks.text.rules import RULES
from imsterms.findings import Finding

INTRODUCED = "Intramuskulær stimulering (IMS) er en metode. " + "Den brukes av flere klinikker i landet. " * 8


def lint(text: str, language: str = "nb", rule: str | None = None, **options: object) -> list[Finding]:
    found = imsterms.glossary(language).lint(text, **options)  # type: ignore[arg-type]
    return [one for one in found if rule is None or one.rule == rule]


def pairs(text: str, language: str = "nb", rule: str | None = None, **options: object) -> list[tuple[str, str | None]]:
    """Return what is found in a text with what is suggested for it."""
    return [(text[one.start : one.end], one.suggestion) for one in lint(text, language, rule, **options)]


# --- IMS501 deprecated-word: the same grammatical form ---


@pytest.mark.parametrize(
    ("language", "text", "found", "suggestion"),
    [
        ("nb", "Vi fant muskelknutene.", "muskelknutene", "triggerpunktene"),
        ("nb", "Vi fant flere muskelknuter.", "muskelknuter", "triggerpunkter"),
        ("nb", "Muskelknutens plassering.", "Muskelknutens", "Triggerpunktets"),
        ("nb", "MUSKELKNUTER I NAKKEN", "MUSKELKNUTER", "TRIGGERPUNKTER"),
        ("nb", "Du kjenner muskelknuten godt.", "muskelknuten", "triggerpunktet"),
        ("nb", "En muskelknute gir smerte.", "En muskelknute", "Et triggerpunkt"),
        ("nb", "Den muskelknuten gir smerte.", "Den muskelknuten", "Det triggerpunktet"),
        ("nb", "Vi tok på tenderpointene.", "tenderpointene", "de ømme punktene"),
        ("nb", "det vegetative nervesystemet", "det vegetative nervesystemet", "det autonome nervesystemet"),
        ("nb", "et vegetativt nervesystem", "vegetativt nervesystem", "autonomt nervesystem"),
        ("nb", "Det korte muskelsyndromet.", "Det korte muskelsyndromet", "Muskelforkortningssyndromet"),
        ("nn", "Vi fann muskelknutane.", "muskelknutane", "triggerpunkta"),
        ("nn", "Eg har ein muskelknute.", "ein muskelknute", "eit triggerpunkt"),
        ("nn", "Ho skreiv henvisinga.", "henvisinga", "tilvisinga"),
        ("en", "Muscle knots hurt.", "Muscle knots", "Trigger points"),
        ("en", "Stiff Neck, Muscle Knots", "Muscle Knots", "Trigger Points"),
        ("en", "a muscle knot", "muscle knot", "trigger point"),
        ("en", "an intermuscular stimulation", "intermuscular stimulation", "intramuscular stimulation"),
    ],
)
def test_a_deprecated_term_is_replaced_in_its_form(language: str, text: str, found: str, suggestion: str) -> None:
    assert pairs(text, language, "deprecated-word") == [(found, suggestion)]


@pytest.mark.parametrize(
    ("language", "text", "fixed"),
    [
        ("nb", "En stor muskelknute satt i leggen.", "Et stort triggerpunkt satt i leggen."),
        ("nb", "En liten muskelknute satt der.", "Et lite triggerpunkt satt der."),
        ("nb", "Denne muskelknuten er hard.", "Dette triggerpunktet er hardt."),
        ("nb", "Muskelknuten hans er hard.", "Triggerpunktet hans er hardt."),
        ("nb", "Bare 1 muskelknute i dag", "Bare 1 triggerpunkt i dag"),
        ("nb", "Muskelknuten er ikke øm.", "Triggerpunktet er ikke ømt."),
        ("nb", "Den vonde muskelknuten gjør vondt.", "Det vonde triggerpunktet gjør vondt."),
        ("nb", "muskelknuten min", "triggerpunktet mitt"),
        ("nb", "Min muskelknute er vond.", "Mitt triggerpunkt er vondt."),
        (
            "nb",
            "Det satt en svært hard muskelknute i en stor muskel.",
            "Det satt et svært hardt triggerpunkt i en stor muskel.",
        ),
        ("nn", "Ein stor muskelknute sat i leggen.", "Eit stort triggerpunkt sat i leggen."),
        ("nn", "Nålen blir kasta.", "Nåla blir kasta."),
    ],
)
def test_what_agrees_with_the_term_is_fixed_with_it(language: str, text: str, fixed: str) -> None:
    assert imsterms.glossary(language).fix(text) == (fixed, 1, [])


@pytest.mark.parametrize(
    "text",
    [
        "Muskelknuten har vært hard i ukevis.",
        "Muskelknuten, som er stor, er borte.",
        "Massasje gjorde muskelknuten myk.",
        "Han kjente en muskelknute (hard og stor) i setet.",
        "Ser du en muskelknute, så er den hard.",
        "Det er en hard og vond muskelknute.",
        "Muskelknuten er glorød.",
        "Det satt en fæl muskelknute der.",
        "Muskelknuten satt i leggen. Den gjorde vondt.",
    ],
)
def test_nothing_is_fixed_where_another_word_may_have_to_agree(text: str) -> None:
    nb = imsterms.glossary("nb")
    [finding] = nb.lint(text)
    assert (finding.rule, finding.fixable, finding.concept) == ("deprecated-word", False, "trigger_point")
    assert "triggerpunkt" in finding.message.lower()
    assert nb.fix(text) == (text, 0, [finding])


def test_a_word_with_its_own_abbreviation_is_left_to_a_person() -> None:
    [other] = lint("The vegetative nervous system (VNS) reacts to pain.", "en")
    assert (other.suggestion, other.fixable) == ("autonomic nervous system", False)
    [ours] = lint("He got intermuscular stimulation (IMS) for pain.", "en")
    assert (ours.suggestion, ours.fixable) == ("intramuscular stimulation", True)


def test_a_word_of_several_senses_needs_the_company_of_the_concept() -> None:
    text = "Et triggerpunkt gir smerte. Trykkpunktet satt i nakken."
    assert [(found, lint(text)[0].fixable) for found, _ in pairs(text)] == [("Trykkpunktet", False)]


def test_a_deprecated_term_says_why() -> None:
    [finding] = lint("Muskelknutene.")
    assert "folkelig ord for ethvert ømt sted" in finding.message


def test_a_form_that_may_be_one_or_many_follows_what_stands_before_it() -> None:
    text = "Triggerpunkt og tender points. "
    assert pairs(text + "Det er et trykkpunkt.", "nb")[-1] == ("trykkpunkt", "triggerpunkt")
    assert pairs(text + "Eg har fleire trykkpunkt.", "nn")[-1] == ("trykkpunkt", "triggerpunkt")


def test_psychological_stress_is_no_strain_on_tissue() -> None:
    assert lint("Det er ikke psykisk stress.") == []
    assert lint("in great distress", "en") == []


# --- IMS502 admitted-word ---


def test_admitted_terms_are_found_where_the_house_style_asks_for_it() -> None:
    assert lint("Terapeuten palperer muskelen.") == []
    assert pairs("Anamnesen var kort.", enable=["admitted-word"]) == [("Anamnesen", "Sykehistorien")]
    assert not any(finding.fixable for finding in lint("Anamnesen var kort.", enable=["admitted-word"]))


@pytest.mark.parametrize(
    "text",
    [
        "Sykehistorien, også kalt anamnesen, er kort.",
        "Golfalbue heter også medial epikondylitt.",
        "Muskelen er stram.",  # short for "skjelettmuskel"
        "Klag til Helsetilsynet.",
    ],
)
def test_a_synonym_that_explains_the_term_a_short_form_and_a_name_are_left_alone(text: str) -> None:
    assert lint(text, enable=["admitted-word"]) == []


# --- IMS503 split-compound ---


@pytest.mark.parametrize(
    ("language", "text", "found", "suggestion"),
    [
        ("nb", "Vi fant trigger punktene der.", "trigger punktene", "triggerpunktene"),
        ("nb", "Trigger punkt i nakken", "Trigger punkt", "Triggerpunkt"),
        ("nb", "TRIGGER PUNKT", "TRIGGER PUNKT", "TRIGGERPUNKT"),
        ("nb", "en akupunktur nål", "akupunktur nål", "akupunkturnål"),
        ("nn", "nåle behandlinga", "nåle behandlinga", "nålebehandlinga"),
        ("nb", "med intra muskulære stimulering", "intra muskulære stimulering", "intramuskulære stimulering"),
    ],
)
def test_compounds_written_apart(language: str, text: str, found: str, suggestion: str) -> None:
    assert pairs(text, language, "split-compound") == [(found, suggestion)]


# --- IMS504 missing-hyphen ---


@pytest.mark.parametrize(
    ("text", "found", "suggestion"),
    [
        ("etter IMS behandlingen", "IMS behandlingen", "IMS-behandlingen"),
        ("etter IMSbehandling", "IMSbehandling", "IMS-behandling"),
        ("IMSen hjalp", "IMSen", "IMS-en"),
        ("et dry needling kurs", "dry needling kurs", "dry needling-kurs"),
        ("en IMS terapeut", "IMS terapeut", "IMS-terapeut"),
    ],
)
def test_missing_hyphens(text: str, found: str, suggestion: str) -> None:
    assert pairs(text, "nb", "missing-hyphen") == [(found, suggestion)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("nb", "IMS-behandling, IMS-en, IMS hjelper, IMS og kurs"), ("en", "IMS treatment and dry needling courses")],
)
def test_no_hyphen_is_missing(language: str, text: str) -> None:
    assert pairs(text, language) == []


@pytest.mark.parametrize("text", ["a needle stick injury", "a single use needle"])
def test_english_writes_compounds_in_many_ways(text: str) -> None:
    assert pairs(text, "en") == []


# --- IMS505 wrong-language ---


def test_nynorsk_in_bokmal_and_the_reverse() -> None:
    assert pairs("musklane og behandlingane", "nb") == [("musklane", "musklene"), ("behandlingane", "behandlingene")]
    assert pairs("nålen hos behandleren", "nn") == [("nålen", "nåla"), ("behandleren", "behandlaren")]


def test_words_of_the_other_form_are_found_all_over_a_long_text() -> None:
    between = "Det var en fin dag, og vi gikk en lang tur. " * 60
    begins, ends = "Musklane er stive, sa legen.", "Han kjenner musklane. Behandlingane hos legen hjalp pasienten."
    text = f"{begins} {between}{ends} {between}"
    assert [pair[1] for pair in pairs(text, "nb")] == ["Musklene", "musklene", "Behandlingene"]


def test_a_word_that_is_not_like_the_term_is_another_word() -> None:
    assert pairs("Helbreding er ikkje kloning.", "nn") == []


def test_what_both_languages_have_is_right_in_both() -> None:
    text = "Nåla, behandlinga, triggerpunkta, senene og ledda."
    assert lint(text, "nb") == lint(text, "nn") == []


def test_english_has_no_other_norwegian() -> None:
    assert lint("musklane og musklene", "en") == []


# --- IMS508 wrong-capitals ---


def test_abbreviations_keep_their_capitals() -> None:
    assert pairs("Han fikk ims og Ims.") == [("ims", "IMS")]  # "Ims" may be a name
    assert pairs("Fysioterapeuten ga Ims mot smerter i nakken.") == [("Ims", "IMS")]
    assert pairs("HAN FIKK IMS OG NOK IMS-BEHANDLING") == []
    assert pairs("Send IMs til venner.") == []


# --- IMS509 claim-word ---


def test_claim_words_in_texts_for_patients() -> None:
    text = "Vi kurerer smerte og garanterer at du blir smertefri."
    assert lint(text) == []
    assert [found for found, _ in pairs(text, enable=["claim-word"])] == ["kurerer", "garanterer", "smertefri"]


def test_the_claim_words_can_be_named() -> None:
    text = "En unik metode som kurerer."
    found = pairs(text, enable=["claim-word"], claim_words=["unik*"])
    assert [word for word, _ in found] == ["unik"]


# --- what a language is comes from its profile and word lists ---


def test_agreement_follows_from_the_profile_of_any_language(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    project.new("sv")
    project.translate(
        "sv",
        {
            "trigger_point.term": ("triggerpunkt", "triggerpunkter"),
            "trigger_point.term.the": "triggerpunkten",
            "trigger_point.term.the.plural": "triggerpunkterna",
            "trigger_point.term.a": "en triggerpunkt",
            "trigger_point.words": "not: muskelfäste | muskelfästet | muskelfästen | muskelfästena # annat",
        },
    )
    swedish = imsterms.load(str(project.folder)).glossary("sv")
    text = "Ett muskelfäste eller det muskelfästet, muskelfästena. De trigger punkterna."
    assert [finding.suggestion for finding in swedish.lint(text)] == [
        "En triggerpunkt",
        "den triggerpunkten",
        "triggerpunkterna",
        "triggerpunkterna",
    ]


def test_a_clinic_adds_words_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "tools.yaml").write_text("lamp: {term: lamp, definition: source of light}\n", "utf-8")
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "nb.yaml").write_text("claim_words: [under*]\njoined_nouns: ['/kveld(?:en)?/']\n", "utf-8")
    clinic = imsterms.load(str(tmp_path), base=True).glossary("nb")
    text = "Vi gjør underverker på IMS kvelden."
    assert pairs(text, enable=["claim-word"]) == []
    found = clinic.lint(text, enable=["claim-word"])
    assert [finding.rule for finding in found] == ["claim-word", "missing-hyphen"]
    assert found[1].suggestion == "IMS-kvelden"


# --- references in texts of one's own ---


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("Bestill {treatment_sesion}[the plural].", "IMS101", "did you mean 'treatment_session'"),
        ("Bestill {treatment_session}[teh plural].", "IMS106", "did you mean 'the plural'"),
        ("{hest}[the plural]", "IMS101", "there is no concept 'hest'"),
    ],
)
def test_references_to_what_does_not_exist(text: str, code: str, message: str) -> None:
    for form in ("text", "html", "markdown"):
        [finding] = lint(text, format=form)
        assert (finding.code, finding.line, finding.fixable) == (code, 1, False)
        assert message in finding.message


@pytest.mark.parametrize("text", ["{treatment_session}[the plural]", "{navn}, {0} {x}[y] {a_b}", "{trigger_point}(x)"])
def test_references_that_are_right_and_names_of_other_programs(text: str) -> None:
    assert lint(text) == []


# --- IMS512 misspelt-term ---


def test_misspelt_terms() -> None:
    text = "Tørrnåing hos fysioterapauten, med nol."
    assert pairs(text) == []
    expected = [("Tørrnåing", "Tørrnåling"), ("fysioterapauten", "fysioterapeuten")]
    assert pairs(text, enable=["misspelt-term"]) == expected
    assert not any(finding.fixable for finding in lint(text, enable=["misspelt-term"]))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Plagene forverres, og pasienten er forvirret etter løsningen."),  # lay words
        ("nb", "Cellene migrerer, og kirurgens råd følges."),  # words of the language
        ("nb", "Plantar fasciitis heter plantar fasciitt."),  # a term in English
        ("nb", "Velkommen til Doktor Kliniken."),  # a name
        ("en", "Meditation helps the patients who remain compliant."),
    ],
)
def test_words_that_are_no_misspelling(language: str, text: str) -> None:
    assert lint(text, language, enable=["misspelt-term"]) == []


def test_every_rule_has_a_case() -> None:
    cases = "".join(path.read_text("utf-8") for path in Path(__file__).parents[1].rglob("test_*.py"))
    assert [rule.name for rule in RULES if f'"{rule.name}"' not in cases] == []
