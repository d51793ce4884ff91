"""Which regular forms a language has."""

from __future__ import annotations

import pytest

from imsterms.languages.inflection import inflection


@pytest.mark.parametrize("language", ["pl", "fi", "se", "ja", "fkv"])
def test_where_forms_are_stored_none_are_made(language: str) -> None:
    words = inflection(language)
    assert words.noun_forms("point", {}) == {}
    assert words.genitive("point", "") is None
    assert list(words.abbreviation_forms("IMS")) == []
    assert words.variant_form("points", {"": "point"}) is None


def test_a_family_has_its_own_module() -> None:
    assert type(inflection("nb")) is type(inflection("nn")) is not type(inflection("da"))
    assert inflection("nb-NO").profile.tag == "nb"
    assert inflection("en").noun_forms("biopsy", {}) == {"plural": ("biopsies",)}
    assert inflection("en").noun_forms("trapezius", {}) == {"plural": ("trapeziuses",)}
    assert inflection("nn").regular_forms("stimulering")["the plural"] == ("stimuleringane", "stimuleringene")
