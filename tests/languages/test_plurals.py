"""Plural rules: read as gettext reads them, and compared by what they say."""

from __future__ import annotations

import pytest

from imsterms.languages.plurals import counts_of, headword_and_plural, plural_forms, plural_index, read_rule


@pytest.mark.parametrize(
    "rule", ["", "nplurals=2;", "nplurals=1; plural=0;", "nplurals=2; plural=(n != 1)", "nplurals=2; plural=n>1;;"]
)
def test_plural_rules_are_read_as_gettext_does(rule: str) -> None:
    assert plural_index(rule, 1) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nplurals=2; plural=(n != 1);", "nplurals = 2; plural = n>1 || n==0"),
        ("nplurals=1; plural=0;", "nplurals=1; plural=n*0"),
    ],
)
def test_rules_that_say_the_same_are_the_same(one: str, other: str) -> None:
    assert read_rule(one) == read_rule(other) is not None


@pytest.mark.parametrize(
    "header",
    ["", "plural=0", "nplurals=2; plural=n;", "nplurals=2; plural=n % 0;", "nplurals=2; plural=__import__('os')"],
)
def test_a_broken_rule_is_none(header: str) -> None:
    assert read_rule(header) is None


@pytest.mark.parametrize("language", ["cs", "ru", "cy", "fr"])
def test_a_language_without_a_profile_counts_as_cldr_says(language: str) -> None:
    from babel.core import Locale

    rule = read_rule(plural_forms(language))
    category = Locale.parse(language).plural_form
    assert rule is not None
    by_category: dict[str, set[int]] = {}
    for count in range(201):
        by_category.setdefault(category(count), set()).add(rule[1][count])
    assert all(len(slots) == 1 for slots in by_category.values())


@pytest.mark.parametrize(
    ("language", "counts", "words"),
    [
        ("nb", ("nål", "nåler"), ("nål", "nåler")),
        ("pl", ("igła", "igły", "igieł"), ("igła", "igły")),
        ("ja", ("針",), ("針", "針")),
        ("fi", ("neula", "neulaa"), ("neula", "")),
    ],
)
def test_the_headword_and_the_plural_are_among_the_counts(
    language: str, counts: tuple[str, ...], words: tuple[str, str]
) -> None:
    assert headword_and_plural(counts, plural_forms(language), language) == words
    headword, plural = words
    assert all(one in (known, "") for one, known in zip(counts_of(headword, plural, language), counts, strict=True))
