"""What each profile says, seen in what the library renders: one noun in twelve languages.

The words are test data that no native speaker has reviewed; they are not served anywhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import imsterms
from imsterms.languages import data
from imsterms.languages.plurals import plural_forms, read_rule
from imsterms.languages.profile import _MADE, _PARTS, Profile, lang_attributes, no_profile, profile, profiles
from imsterms.languages.word_lists import FalseFriend, WordLists, WordSense

CONCEPTS = """
trigger_point: {term: trigger point, abbreviation: TrP}
intramuscular_stimulation: {term: intramuscular stimulation, plural: "-", article: an, abbreviation: IMS}
"""
DASH = "no form"


class Noun(NamedTuple):
    """A noun as its catalog has it, and what has to come out."""

    counts: list[str]
    """After a number, by the rule of the language."""
    a: str
    the: str
    the_plural: str
    words: str
    """Lines of ``name: form``."""
    counted: str
    """After 0, 1, 2, 5, 21 and 22."""
    plural: str
    genitives: dict[str, str]
    gender: str | None = None
    own_plural: str = ""
    """The plural without a number, where no count has it."""


NOUNS = {
    "nb": Noun(
        ["triggerpunkt", "triggerpunkter"], "et triggerpunkt", "triggerpunktet", "triggerpunktene", "",
        "0 triggerpunkter · 1 triggerpunkt · 2 triggerpunkter · 5 triggerpunkter · 21 triggerpunkter · "
        "22 triggerpunkter",
        "triggerpunkter",
        {"genitive": "triggerpunkts", "the genitive": "triggerpunktets", "the plural genitive": "triggerpunktenes"},
        "neuter",
    ),
    "nn": Noun(
        ["triggerpunkt", "triggerpunkt"], "eit triggerpunkt", "triggerpunktet", "triggerpunkta", "",
        "0 triggerpunkt · 1 triggerpunkt · 2 triggerpunkt · 5 triggerpunkt · 21 triggerpunkt · 22 triggerpunkt",
        "triggerpunkt",
        {"the genitive": "triggerpunktets"},
        "neuter",
    ),
    "da": Noun(
        ["triggerpunkt", "triggerpunkter"], "et triggerpunkt", "triggerpunktet", "triggerpunkterne", "",
        "0 triggerpunkter · 1 triggerpunkt · 2 triggerpunkter · 5 triggerpunkter · 21 triggerpunkter · "
        "22 triggerpunkter",
        "triggerpunkter",
        {"genitive": "triggerpunkts", "the plural genitive": "triggerpunkternes"},
        "neuter",
    ),
    "sv": Noun(
        ["triggerpunkt", "triggerpunkter"], "en triggerpunkt", "triggerpunkten", "triggerpunkterna", "",
        "0 triggerpunkter · 1 triggerpunkt · 2 triggerpunkter · 5 triggerpunkter · 21 triggerpunkter · "
        "22 triggerpunkter",
        "triggerpunkter",
        {"genitive": "triggerpunkts", "the plural genitive": "triggerpunkternas", "short genitive": "TrP:s"},
        "common",
    ),
    "de": Noun(
        ["Triggerpunkt", "Triggerpunkte"], "ein Triggerpunkt", "der Triggerpunkt", "die Triggerpunkte",
        "genitive: Triggerpunkts\nplural dative: Triggerpunkten",
        "0 Triggerpunkte · 1 Triggerpunkt · 2 Triggerpunkte · 5 Triggerpunkte · 21 Triggerpunkte · 22 Triggerpunkte",
        "Triggerpunkte",
        {"genitive": "Triggerpunkts", "plural dative": "Triggerpunkten", "the genitive": DASH, "dative": DASH},
        "masculine",
    ),
    "pl": Noun(
        ["punkt spustowy", "punkty spustowe", "punktów spustowych"], "", "", "",
        "genitive: punktu spustowego\nlocative: punkcie spustowym",
        "0 punktów spustowych · 1 punkt spustowy · 2 punkty spustowe · 5 punktów spustowych · "
        "21 punktów spustowych · 22 punkty spustowe",
        "punkty spustowe",
        {"genitive": "punktu spustowego", "locative": "punkcie spustowym", "plural genitive": DASH},
    ),
    "fi": Noun(
        ["triggerpiste", "triggerpistettä"], "", "", "", "genitive: triggerpisteen",
        "0 triggerpistettä · 1 triggerpiste · 2 triggerpistettä · 5 triggerpistettä · 21 triggerpistettä · "
        "22 triggerpistettä",
        "triggerpisteet",
        {"genitive": "triggerpisteen"},
        own_plural="triggerpisteet",
    ),
    "se": Noun(
        ["triggerčuokkis", "triggerčuoggá", "triggerčuoggá"], "", "", "",
        "genitive: triggerčuoggá",
        "0 triggerčuoggá · 1 triggerčuokkis · 2 triggerčuoggá · 5 triggerčuoggá · 21 triggerčuoggá · "
        "22 triggerčuoggá",
        "triggerčuoggát",
        {"genitive": "triggerčuoggá"},
        own_plural="triggerčuoggát",
    ),
    "ar": Noun(
        ["نقطة زناد", "نقطة زناد", "نقطتا زناد", "نقاط زناد", "نقطة زناد", "نقطة زناد"], "",
        "النقطة الزنادية", "النقاط الزنادية", "",
        "0 نقطة زناد · نقطة زناد · نقطتا زناد · 5 نقاط زناد · 21 نقطة زناد · 22 نقطة زناد",
        "نقاط زناد",
        {"genitive": DASH},
    ),
    "ja": Noun(
        ["トリガーポイント"], "", "", "", "",
        " · ".join(f"{count} トリガーポイント" for count in (0, 1, 2, 5, 21, 22)),
        "トリガーポイント",
        {"genitive": DASH},
    ),
    "is": Noun(
        ["kveikjupunktur", "kveikjupunktar"], "", "kveikjupunkturinn", "kveikjupunktarnir", "genitive: kveikjupunkts",
        "0 kveikjupunktar · 1 kveikjupunktur · 2 kveikjupunktar · 5 kveikjupunktar · 21 kveikjupunktur · "
        "22 kveikjupunktar",
        "kveikjupunktar",
        {"genitive": "kveikjupunkts"},
    ),
}  # fmt: skip


def glossary_of(project: Any, language: str, more: dict[str, Any] | None = None) -> imsterms.Glossary:
    """Return a glossary that has the noun of a language."""
    noun = NOUNS[language]
    project.write("concepts/findings.yaml", CONCEPTS)
    texts = {
        "trigger_point.term": noun.counts,
        "trigger_point.term.plural": noun.own_plural,
        "trigger_point.term.the": noun.the,
        "trigger_point.term.the.plural": noun.the_plural,
        "trigger_point.term.a": noun.a,
        "trigger_point.words": "\n".join(filter(None, ["short: TrP", noun.words])),
    }
    # a language is asked only for the forms that it has
    project.catalog(language, {context: text for context, text in texts.items() if text} | (more or {}))
    glossary: imsterms.Glossary = project.glossary(language)
    return glossary


def form(term: imsterms.Term, name: str) -> str:
    try:
        return term.form(name)
    except imsterms.MissingFormError:
        return DASH


@pytest.mark.parametrize("language", NOUNS)
def test_a_noun_in_every_language(project: Any, language: str) -> None:
    noun = NOUNS[language]
    term = glossary_of(project, language)["trigger_point"].term
    assert str(term) == next(part for part in noun.counted.split(" · ")[1].split("1 ", 1) if part)
    assert " · ".join(term.counted(count) for count in (0, 1, 2, 5, 21, 22)) == noun.counted
    assert form(term, "a") == (noun.a or DASH)
    assert form(term, "the") == (noun.the or DASH)
    assert term.plural == noun.plural
    assert form(term, "the plural") == (noun.the_plural or DASH)
    assert {name: form(term, name) for name in noun.genitives} == noun.genitives
    assert term.gender == noun.gender


def test_every_count_takes_its_form(project: Any) -> None:
    """Where a slot begins and ends, in the languages that have more than two."""
    polish = glossary_of(project, "pl")["trigger_point"].term
    many, few = "punktów spustowych", "punkty spustowe"
    assert [polish.counted(count).split(" ", 1)[1] for count in range(23)] == [
        many, "punkt spustowy", few, few, few, *[many] * 17, few,
    ]  # fmt: skip
    arabic = glossary_of(project, "ar")["trigger_point"].term
    assert [arabic.counted(count) for count in range(1, 4)] == ["نقطة زناد", "نقطتا زناد", "3 نقاط زناد"]
    assert {arabic.counted(count).split(" ", 1)[1] for count in range(3, 11)} == {"نقاط زناد"}
    assert {arabic.counted(count).split(" ", 1)[1] for count in (0, *range(11, 23))} == {"نقطة زناد"}


def test_english(en: imsterms.Glossary) -> None:
    term = en["trigger_point"].term
    assert [term.counted(count) for count in (0, 1, 2, 21)] == [
        "0 trigger points", "1 trigger point", "2 trigger points", "21 trigger points",
    ]  # fmt: skip
    assert [term.a, term.the, term.plural, term.the_plural, term.form("genitive"), term.form("plural genitive")] == [
        "a trigger point", "the trigger point", "trigger points", "the trigger points", "trigger point's",
        "trigger points'",
    ]  # fmt: skip


def test_a_plural_that_is_not_counted_with(project: Any) -> None:
    """Finnish and Northern Sami: without its own line there is no plural, and none is guessed."""
    project.write("concepts/findings.yaml", CONCEPTS)
    project.catalog("fi", {"trigger_point.term": ["triggerpiste", "triggerpistettä"]})
    term = project.glossary("fi")["trigger_point"].term
    assert term.counted(3) == "3 triggerpistettä"
    with pytest.raises(imsterms.MissingTranslationError):
        _ = term.plural


# --- full forms, directions ---


def test_the_full_form_has_the_brackets_of_the_language(project: Any) -> None:
    glossary = glossary_of(
        project,
        "ja",
        {"intramuscular_stimulation.term": "筋肉内刺激法", "intramuscular_stimulation.words": "short: IMS"},
    )
    assert glossary["intramuscular_stimulation"].term.form("full") == "筋肉内刺激法（IMS）"
    assert glossary["trigger_point"].term.form("full") == "トリガーポイント（TrP）"


def test_the_full_form_takes_a_case(project: Any) -> None:
    glossary = glossary_of(
        project,
        "de",
        {
            "intramuscular_stimulation.term": "intramuskuläre Stimulation",
            "intramuscular_stimulation.words": "short: IMS\ndative: intramuskulärer Stimulation",
        },
    )
    assert glossary.render("mit {intramuscular_stimulation}[full dative]") == "mit intramuskulärer Stimulation (IMS)"
    with pytest.raises(imsterms.MissingFormError):
        glossary.render("{intramuscular_stimulation}[full accusative]")


def test_direction_of_html(project: Any) -> None:
    project.write("articles/visit.yaml", 'title: A visit\nblocks: [{id: one, text: "About {trigger_point}."}]\n')
    glossary = glossary_of(project, "ar", {"article/visit.title": "زيارة"}).in_language("ar", fallback=True)
    html = str(glossary.articles["visit"].to_html())
    assert html.startswith('<article class="imsterms-article" lang="ar" dir="rtl">')
    assert '<div lang="en" dir="ltr">' in html
    assert "(<bdi>TrP</bdi>)" in str(glossary.render("{trigger_point}[full]", html=True))
    assert " dir=" not in str(glossary.in_language("en").articles["visit"].to_html())


# --- the profiles themselves ---


@pytest.mark.parametrize("language", profiles())
def test_a_profile_counts_as_cldr_does(language: str) -> None:
    from babel.core import Locale

    rule = read_rule(plural_forms(language))
    assert rule is not None
    slots = profile(language).slots
    assert rule[0] == len(slots)
    category = Locale.parse(language).plural_form
    assert [slots[slot] for slot in rule[1][:201]] == [category(count) for count in range(201)]


@pytest.mark.parametrize("language", profiles())
def test_a_profile_agrees_with_cldr(language: str) -> None:
    from babel.core import Locale

    stated, locale = profile(language), Locale.parse(language)
    assert stated.direction == {"left-to-right": "ltr", "right-to-left": "rtl"}[locale.character_order]
    assert stated.name in (locale.get_display_name("en"), "Bokmål", "Nynorsk")


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"definte": "ending"}, "there is no entry 'definte'; did you mean 'definite'?"),
        ({"sort_after": {"z": "å"}}, "there is no entry 'sort_after'"),
        ({"direction": "left"}, "'direction' cannot have 'left', only ltr, rtl"),
        ({"genitive": {"ends": "s"}}, "'genitive' cannot have 'ends', only ending, after, then, abbreviation"),
        ({"slots": "one few", "bare_plural": "other"}, "'bare_plural' cannot have 'other', only one, few, own, none"),
        ({"numberless": "two"}, "'two' in 'numberless' is not one of the slots (one, other)"),
    ],
)
def test_a_profile_that_says_something_else_is_refused(
    monkeypatch: pytest.MonkeyPatch, entries: dict[str, Any], message: str
) -> None:
    monkeypatch.setitem(data.read_data("profiles"), "xx", entries)
    with pytest.raises(imsterms.SourceError) as caught:
        profile("xx")
    assert message in str(caught.value) and "profiles/xx.yaml" in str(caught.value)


def test_tags_that_mean_a_profile() -> None:
    assert [profile(tag).tag for tag in ("nb-NO", "no", "en_US", "de-CH", "nb-Latn", "ar-Arab-EG")] == [
        "nb", "nb", "en", "de", "nb", "ar",
    ]  # fmt: skip
    assert [profile(tag).exists for tag in ("fkv", "ku-Arab", "nb-Cyrl", "")] == [False] * 4
    assert "no language profile for 'fkv'" in no_profile("fkv")


def test_a_language_without_a_profile_works_with_less(project: Any) -> None:
    project.write("concepts/findings.yaml", CONCEPTS)
    project.catalog("cs", {"trigger_point.term": ["bod", "body", "bodů"], "trigger_point.words": "short: TrP"})
    term = project.glossary("cs")["trigger_point"].term
    assert (term.counted(5), term.plural, term.form("full"), term.gender) == ("5 bodů", "body", "bod (TrP)", None)
    with pytest.raises(imsterms.MissingFormError):
        term.form("genitive")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "muskel", "muskels"),
        ("nb", "IMS", "IMS'"),
        ("nn", "plex", "plex'"),
        ("nb", "quiz", "quiz'"),
        ("nb", "IMS-er", "IMS-ers"),
        ("en", "IMS", "IMS's"),
        ("en", "muscle", "muscle's"),
        ("en", "number of sessions", "number of sessions'"),
        ("pl", "punkt", None),
    ],
)
def test_genitive(language: str, text: str, expected: str | None) -> None:
    assert profile(language).genitive(text) == expected


@pytest.mark.parametrize(
    ("language", "around", "attributes"),
    [
        ("nb", "", ' lang="nb"'),
        ("ar", "", ' lang="ar" dir="rtl"'),
        ("ar", "ar", ' lang="ar"'),
        ("nb", "ar", ' lang="nb" dir="ltr"'),
        ("fkv", "nb", ' lang="fkv"'),
        ('x"y', "", ' lang="x&quot;y"'),
    ],
)
def test_a_direction_is_stated_where_it_turns(language: str, around: str, attributes: str) -> None:
    assert lang_attributes(language, around) == attributes


def test_the_guide_has_every_key(root: Path) -> None:
    guide = (root / "imsterms" / "languages" / "README.md").read_text("utf-8")
    profiles_part, _, words_part = guide.partition("\n## Word lists\n")
    stated = {key for entries in data.read_data("profiles").values() for key in entries}
    assert set(re.findall(r"^\| `(\w+)` \|", profiles_part, re.M)) == {*Profile.__annotations__, *_PARTS} - set(_MADE)
    assert stated <= {*Profile.__annotations__, *_PARTS} - set(_MADE)
    rows = set(re.findall(r"^\| `(\w+)` \|", words_part, re.M))
    assert {*WordLists._fields, *FalseFriend._fields, *WordSense._fields} - rows == {"false_friends", "senses"}
