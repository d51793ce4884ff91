"""What HTML says of the language of an element."""

from __future__ import annotations

import pytest

from imsterms.languages.markup import lang_attributes


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
