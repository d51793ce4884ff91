"""Terms are found in running text of languages that have a profile and words, and no code of their own.

The words are test data that no native speaker has reviewed; they are not served anywhere.
"""

from __future__ import annotations

from typing import Any

import pytest

import imsterms
from imsterms.facade import open_glossary
from imsterms.languages.plurals import plural_forms
from imsterms.languages.profile import profile


class Words:
    """The runtime data of a termbase in one language, from the records of its terms."""

    version = "1"
    content_hash = "1"
    address = None
    word_lists: dict[str, Any] = {}

    def __init__(self, language: str, records: dict[str, dict[str, Any]]) -> None:
        self.languages = (language,)
        self._records = records

    def structure(self) -> Any:
        place = {
            **{"subject_field": "things", "part_of_speech": "noun", "broader": [], "relations": {}, "codes": {}},
            **{"sources": [], "basis": "own", "review": {"state": "none", "date": ""}},
        }
        return {"concepts": dict.fromkeys(self._records, place), "articles": {}, "sources": {}, "code_systems": {}}

    def terms(self, language: str) -> Any:
        identity = {"version": self.version, "content_hash": self.content_hash, "replaced": {}}
        return {"language": language, "plurals": plural_forms(language), "concepts": self._records, **identity}

    def texts(self, language: str) -> Any:
        return {"concepts": {}, "articles": {}, "interface": {}, "units": {}}


def noun(base: str, the: str = "", plural: str = "", the_plural: str = "", **record: Any) -> dict[str, Any]:
    """Return the record of a noun; other forms by name are ``forms``, those beside a number ``counts``."""
    stated = {"": base, "the": the, "plural": plural, "the plural": the_plural}
    forms = {name: form for name, form in stated.items() if form}
    return {**record, "forms": forms | record.get("forms", {})}


def glossary(language: str) -> imsterms.Glossary:
    return open_glossary(Words(language, TERMS[language]), language, False, {})


TERMS: dict[str, dict[str, dict[str, Any]]] = {
    "nb": {
        "needle": noun("nål", "nålen", "nåler", "nålene"),
        "trigger_point": noun("triggerpunkt", "triggerpunktet", "triggerpunkter", "triggerpunktene"),
    },
    "nn": {
        "needle": noun("nål", "nåla", "nåler", "nålene"),
        "trigger_point": noun("triggerpunkt", "triggerpunktet", "triggerpunkt", "triggerpunkta"),
        "muscle": noun("muskel", "muskelen", "musklar", "musklane"),
    },
    "en": {
        "needle": noun("needle", "the needle", "needles", "the needles"),
        "trigger_point": noun("trigger point", "the trigger point", "trigger points", "the trigger points"),
    },
    "da": {
        "needle": noun("nål", "nålen", "nåle", "nålene"),
        "trigger_point": noun(
            "triggerpunkt", "triggerpunktet", "triggerpunkter", "triggerpunkterne", abbreviation="TrP"
        ),
    },
    "sv": {
        "needle": noun("nål", "nålen", "nålar", "nålarna"),
        "trigger_point": noun(
            "triggerpunkt", "triggerpunkten", "triggerpunkter", "triggerpunkterna", abbreviation="TrP"
        ),
        "muscle": noun("muskel", "muskeln", "muskler", "musklerna"),
        "insertion": noun("stick", "sticket", "stick", "sticken"),
        "treatment": noun("behandling", admitted=[{"forms": ["terapi"], "reason": ""}]),
    },
    "de": {
        "needle": noun("Nadel", "die Nadel", "Nadeln", "die Nadeln"),
        "trigger_point": noun("Triggerpunkt", "der Triggerpunkt", "Triggerpunkte", "die Triggerpunkte"),
    },
    "pl": {
        "trigger_point": noun(
            "punkt spustowy", "", "punkty spustowe", counts=["punkt spustowy", "punkty spustowe", "punktów spustowych"]
        ),
        "muscle": noun(
            "mięsień szkieletowy",
            plural="mięśnie szkieletowe",
            counts=["mięsień szkieletowy", "mięśnie szkieletowe", "mięśni szkieletowych"],
        ),
        "needle": noun("igła", "", "igły", forms={"instrumental": "igłą"}),
    },
    "fi": {
        "trigger_point": noun("triggerpiste", "", "triggerpisteet", counts=["triggerpiste", "triggerpistettä"]),
    },
    "se": {
        "trigger_point": noun(
            "triggerčuokkis", "", "triggerčuoggát", counts=["triggerčuokkis", "triggerčuoggá", "triggerčuoggá"]
        ),
    },
    "ar": {
        "pain": noun("ألم", "الألم", "آلام", "الآلام"),
        "trigger_point": noun(
            "نقطة زناد",
            "النقطة الزنادية",
            "نقاط زناد",
            "النقاط الزنادية",
            counts=["نقطة زناد", "نقطة زناد", "نقطتا زناد", "نقاط زناد", "نقطة زناد", "نقطة زناد"],
        ),
    },
    "ja": {
        "muscle": noun("骨格筋"),
        "trigger_point": noun("トリガーポイント"),
        "needle": noun("針"),
        "intramuscular_stimulation": noun("筋肉内刺激法", abbreviation="IMS"),
    },
    "is": {
        "trigger_point": noun("kveikjupunktur", "kveikjupunkturinn", "kveikjupunktar", "kveikjupunktarnir"),
        "needle": noun("nál", "nálin", "nálar", "nálarnar"),
    },
}


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        ("nb", "Nålens spiss og triggerpunktenes plassering ble undersøkt.", "Nålens triggerpunktenes"),
        ("nn", "Spissen på nåla og triggerpunkta i muskelen.", "nåla triggerpunkta muskelen"),
        ("en", "The needle's tip and the trigger points' position.", "needle|trigger points"),
        ("da", "Triggerpunkternes plads og nålens spids.", "Triggerpunkternes nålens"),
        ("da", "Et TrP’s plads, TrP'et og TrP'erne.", "TrP’s TrP'et TrP'erne"),
        ("sv", "Triggerpunkternas läge och nålens spets.", "Triggerpunkternas nålens"),
        ("sv", "Ett TrP:s läge, TrP:erna och terapin efter behandlingarna.", "TrP:s TrP:erna terapin behandlingarna"),
        ("de", "Die Spitze der Nadel liegt an den Triggerpunkten.", "Nadel Triggerpunkten"),
        ("de", "Die Lage des Triggerpunktes und der Nadeln.", "Triggerpunktes Nadeln"),
        (
            "pl",
            "Pięć punktów spustowych i 5 mięśni szkieletowych badano igłą.",
            "punktów spustowych|mięśni szkieletowych|igłą",
        ),
        ("fi", "Kolme triggerpistettä, ja triggerpisteet tuntuivat.", "triggerpistettä triggerpisteet"),
        ("se", "Guokte triggerčuoggá ja triggerčuoggát.", "triggerčuoggá triggerčuoggát"),
        ("ar", "الألم في نقاط الزناد وخمس نقاط زناد", "الألم|نقاط الزناد|نقاط زناد"),
        ("ar", "بالألم وللنقاط الزنادية", "بالألم|وللنقاط الزنادية"),
        ("ja", "骨格筋のトリガーポイントに針を刺す。", "骨格筋|トリガーポイント|針"),
        ("ja", "筋肉内刺激法（IMS）はIMSともいう。", "筋肉内刺激法|IMS|IMS"),
        ("ja", "骨格と筋のトリガー", ""),
        ("is", "Fimm kveikjupunktar og nálinni var stungið.", "kveikjupunktar nálinni"),
    ],
)
def test_terms_in_running_text(language: str, text: str, terms: str) -> None:
    expected = terms.split("|") if "|" in terms else terms.split()
    assert [match.text for match in glossary(language).annotate(text)] == expected


@pytest.mark.parametrize("language", sorted(TERMS))
def test_every_form_is_found(language: str) -> None:
    own = glossary(language)
    for concept in own.values():
        record = TERMS[language][concept.id]
        for form in [*record["forms"].values(), *record.get("counts", ())]:
            if form:
                bare = profile(language).without_article(form)
                assert [(match.text, match.concept.id) for match in own.annotate(f"({form})")] == [(bare, concept.id)]


def test_the_form_beside_a_number_is_named_after_its_category() -> None:
    (match,) = glossary("pl").annotate("Pięć punktów spustowych")
    assert match.forms == ("many",)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Det är som att leta efter en nål i en höstack.", []),
        ("En nål i muskeln.", [("nål", "exact"), ("muskeln", "exact")]),
        ("triggerpunktskurs", [("triggerpunktskurs", "compound")]),
        ("ryggmuskler", [("ryggmuskler", "compound")]),
        ("muskelaktig", []),
        ("trigger punkter", [("trigger punkter", "split")]),
        ("trigerpunkten", [("trigerpunkten", "misspelt")]),
        ("triggerpunkter och -muskler", [("triggerpunkter", "exact")]),
    ],
)
def test_swedish_is_data_alone(text: str, terms: list[tuple[str, str]]) -> None:
    assert [(match.text, match.kind) for match in glossary("sv").annotate(text, loose=True)] == terms


def test_a_swedish_catalog_is_enough(project: Any) -> None:
    project.write("concepts/things.yaml", "needle: {term: needle}\ntrigger_point: {term: trigger point}\n")
    project.catalog(
        "sv",
        {
            "needle.term": ["nål", "nålar"],
            "needle.term.the": "nålen",
            "needle.term.the.plural": "nålarna",
            "needle.term.a": "en nål",
            "trigger_point.term": ["triggerpunkt", "triggerpunkter"],
            "trigger_point.term.the": "triggerpunkten",
            "trigger_point.term.the.plural": "triggerpunkterna",
            "trigger_point.term.a": "en triggerpunkt",
            "trigger_point.words": "short: TrP",
        },
    )
    text = "Triggerpunkternas läge, nålens spets och TrP:s"
    matches = project.glossary("sv").annotate(text)
    assert [(match.text, match.forms) for match in matches] == [
        ("Triggerpunkternas", ("the plural genitive",)),
        ("nålens", ("the genitive",)),
        ("TrP:s", ("short genitive",)),
    ]


def test_a_language_without_a_profile_has_its_listed_forms() -> None:
    own = open_glossary(Words("fkv", {"needle": noun("neula", plural="neulat")}), "fkv", False, {})
    assert [match.text for match in own.annotate("Neula, neulat ja neulan")] == ["Neula", "neulat"]
