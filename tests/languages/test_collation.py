"""Sorting: the order of each language's dictionaries."""

from __future__ import annotations

import pytest

from imsterms.languages.collation import collation_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "zoom ære ødem ål åre Aase"),
        ("nn", "zoom æ ødem ål åre"),
        ("en", "élan elbow Ørsted zone"),
        ("da", "arm zone ægte ødem ål aase"),
        ("sv", "zon åder ärr öga"),
        ("de", "Ärger Arm Übung Ulcus Zelle"),
        ("pl", "ciało czas ćwiczenie lek łokieć mięsień zgięcie żebro"),
        ("fi", "arm zeta äly öljy"),
        ("se", "cuvvodit čuokkis dikšu đ njunni ŋ sátni šalddi z ž"),
        ("ar", "إبرة ألم جس عضلة"),
        ("ja", "トリガーポイント 筋肉 針 骨格筋"),
        ("is", "aðferð á vöðvi zink þol æð öxl"),
    ],
)
def test_words_sort_as_in_the_dictionaries_of_the_language(language: str, words: str) -> None:
    """As CLDR sorts: a name with Aa is sorted as one with Å, which is what Norwegian and Danish directories do."""
    expected = words.split()
    shuffled = [*expected[1::2], *expected[::2]]
    assert sorted(shuffled, key=collation_key(language)) == expected


def test_words_sort_as_in_a_dictionary() -> None:
    words = ["åre", "ømhet", "ærlig", "Zoster", "arr", "Ål", "album", "ål", "éclair", "e", "f"]
    assert sorted(words, key=collation_key("nb")) == [
        "album", "arr", "e", "éclair", "f", "Zoster", "ærlig", "ømhet", "Ål", "ål", "åre",
    ]  # fmt: skip
    assert sorted(["zebra", "ål", "arr"], key=collation_key("en")) == ["ål", "arr", "zebra"]
