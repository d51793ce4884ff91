"""What each rule about running text finds, what it suggests, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalog_project import make_project

import imsterms
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
        ("nb", "Det er et trykkpunkt.", "trykkpunkt", "triggerpunkt"),
        ("nb", "En muskelknute gir smerte.", "En muskelknute", "Et triggerpunkt"),
        ("nb", "Den muskelknuten gir smerte.", "Den muskelknuten", "Det triggerpunktet"),
        ("nb", "Vi tok på tenderpointene.", "tenderpointene", "de ømme punktene"),
        ("nb", "det vegetative nervesystemet", "det vegetative nervesystemet", "det autonome nervesystemet"),
        ("nb", "et vegetativt nervesystem", "vegetativt nervesystem", "autonomt nervesystem"),
        ("nb", "Det korte muskelsyndromet.", "Det korte muskelsyndromet", "Muskelforkortningssyndromet"),
        ("nb", "SNS-et styrer", "SNS-et", "CNS-et"),
        ("nn", "Vi fann muskelknutane.", "muskelknutane", "triggerpunkta"),
        ("nn", "Eg har ein muskelknute.", "ein muskelknute", "eit triggerpunkt"),
        ("nn", "Ho skreiv henvisinga.", "henvisinga", "tilvisinga"),
        ("en", "Muscle knots hurt.", "Muscle knots", "Trigger points"),
        ("en", "a muscle knot", "muscle knot", "trigger point"),
        ("en", "an intermuscular stimulation", "intermuscular stimulation", "intramuscular stimulation"),
    ],
)
def test_a_deprecated_term_is_replaced_in_its_form(language: str, text: str, found: str, suggestion: str) -> None:
    assert pairs(text, language, "deprecated-word") == [(found, suggestion)]


@pytest.mark.parametrize(
    "text",
    [
        "Muskelknuten er øm.",  # øm would be ømt
        "Den vonde muskelknuten gjør vondt.",
        "muskelknuten min",
        "Jeg har en stor muskelknute.",
        "Se den, en hard og vond muskelknute.",
    ],
)
def test_there_is_no_suggestion_where_another_word_would_have_to_agree(text: str) -> None:
    [finding] = lint(text, "nb", "deprecated-word")
    assert (finding.suggestion, finding.fixable, finding.concept) == (None, False, "trigger_point")
    assert "triggerpunkt" in finding.message


def test_a_deprecated_term_says_why() -> None:
    [finding] = lint("Muskelknutene.")
    assert "folkelig ord for ethvert ømt sted" in finding.message


def test_a_form_that_may_be_one_or_many_follows_what_stands_before_it() -> None:
    assert pairs("et trykkpunkt", "nb") == [("trykkpunkt", "triggerpunkt")]
    assert pairs("fleire trykkpunkt", "nn") == [("trykkpunkt", "triggerpunkt")]


def test_psychological_stress_is_no_strain_on_tissue() -> None:
    assert lint("Det er ikke psykisk stress.") == []
    assert lint("in great distress", "en") == []


# --- IMS502 admitted-word ---


def test_admitted_terms_are_found_where_the_house_style_asks_for_it() -> None:
    assert lint("Terapeuten palperer muskelen.") == []
    assert pairs("Anamnesen var kort.", enable=["admitted-word"]) == [("Anamnesen", "Sykehistorien")]


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
        ("en", "a needle stick injury", "needle stick injury", "needlestick injury"),
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


def test_a_hyphen_is_missing_in_english_terms_too() -> None:
    assert pairs("a single use needle", "en") == [("single use needle", "single-use needle")]


# --- IMS505 wrong-language ---


def test_nynorsk_in_bokmal_and_the_reverse() -> None:
    assert pairs("musklane og behandlingane", "nb") == [("musklane", "musklene"), ("behandlingane", "behandlingene")]
    assert pairs("nålen hos behandleren", "nn") == [("nålen", "nåla"), ("behandleren", "behandlaren")]


def test_what_both_languages_have_is_right_in_both() -> None:
    text = "Nåla, behandlinga, triggerpunkta, senene og ledda."
    assert lint(text, "nb") == lint(text, "nn") == []


def test_english_has_no_other_norwegian() -> None:
    assert lint("musklane og musklene", "en") == []


# --- IMS506 inconsistent-terms ---


def test_two_words_for_one_concept_in_a_document() -> None:
    text = "Vi skriver en sykehistorie. Anamnesen er viktig. Sykehistorien (anamnesen) lagres."
    assert pairs(text) == []
    assert pairs(text, enable=["inconsistent-terms"]) == [("Anamnesen", "Sykehistorien")]


# --- IMS507 abbreviation-not-introduced ---


def test_an_abbreviation_before_its_introduction() -> None:
    text = "IMS hjelper noen. Intramuskulær stimulering (IMS) er en metode. IMS brukes."
    [finding] = lint(text)
    assert (finding.rule, finding.start, finding.suggestion) == ("abbreviation-not-introduced", 0, None)


def test_an_abbreviation_that_is_never_introduced_in_a_longer_text() -> None:
    text = "Klinikken tilbyr IMS til alle. " + "Timen varer i en halv time for de fleste som kommer. " * 6
    assert pairs(text) == [("IMS", "intramuskulær stimulering (IMS)")]
    assert pairs("Klinikken tilbyr IMS til alle.") == []


@pytest.mark.parametrize(
    "start",
    [
        "Intramuskulær stimulering (IMS) er en metode. IMS brukes.",
        "IMS (intramuskulær stimulering) er en metode.",
        "IMS, intramuskulær stimulering, er en metode.",
        "Intramuskulær stimulering, også kalt IMS, er en metode. IMS brukes.",
        "IMS - Intramuscular Stimulation er en metode.",
        "Hva er IMS?\n===========\n\nIntramuskulær stimulering (IMS) er en metode.",
        "Om IMS\n\nIntramuskulær stimulering (IMS) er en metode.",
        "NRS (numerical rating scale) brukes.",
    ],
)
def test_an_abbreviation_that_is_introduced(start: str) -> None:
    assert lint(f"{start} {'Timen varer i en halv time for de fleste som kommer. ' * 6}") == []


def test_headings_and_links_introduce_nothing_and_need_no_introduction() -> None:
    page = f"<h2>IMS</h2><p><a href=x>Om IMS</a> {INTRODUCED} IMS</p>"
    assert lint(page, format="html") == []


# --- IMS508 wrong-capitals ---


def test_capitals_inside_a_sentence() -> None:
    assert pairs("Vi setter Nålen i triggerpunktet og bruker Akupunktur.") == [
        ("Nålen", "nålen"),
        ("Akupunktur", "akupunktur"),
    ]
    assert pairs("put into a Trigger Point now", "en") == [("Trigger Point", "trigger point")]


def test_abbreviations_keep_their_capitals() -> None:
    assert pairs("Han fikk ims og Ims.") == [("ims", "IMS"), ("Ims", "IMS")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Nålen er tynn. Akupunktur: Nålen. «Nålen» og (Nålen)"),
        ("nb", "NÅLEN ER TYNN OG AKUPUNKTUR HJELPER"),
        ("nb", "ved Institutt for Akupunktur og hos klinikken Akupunktur Oslo"),
        ("nb", "Vi Tilbyr Akupunktur Og Behandling"),
        ("en", "the International Association for the Study of Pain"),
        ("en", "Traditional Chinese medicine and traditional Chinese medicine"),
    ],
)
def test_capitals_that_are_right(language: str, text: str) -> None:
    assert pairs(text, language, "wrong-capitals") == []


def test_headings_may_have_capitals() -> None:
    assert lint("# Alt om Triggerpunkter\n", format="markdown") == []


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
    text = "Ett muskelfäste eller det muskelfästet, muskelfästena, trigger punkterna."
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
