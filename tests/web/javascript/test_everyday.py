"""Which concepts are everyday knowledge: by the frequency of their words, with a list for what that does not tell."""

from __future__ import annotations

import imsterms
from imsterms.languages.word_lists import word_lists
from imsterms.web.javascript import everyday


def test_common_words_and_what_is_made_of_them() -> None:
    glossary = imsterms.glossary("nb")
    concepts = everyday.everyday_concepts(glossary)
    assert concepts == everyday.everyday_concepts(imsterms.glossary("en"))
    assert {"treatment", "pain", "patient", "knee", "knee_pain", "skin"} <= concepts
    hard = {"trigger_point", "dry_needling", "intramuscular_stimulation", "needling", "fascia", "referred_pain"}
    assert hard.isdisjoint(concepts)


def test_the_list_has_only_what_the_frequency_of_words_does_not_tell() -> None:
    glossary = imsterms.glossary("en")
    listed = everyday._words("everyday.txt")
    lists = word_lists("en")
    common = lists.frequent | lists.less_frequent
    assert {name.removeprefix("-") for name in listed} <= set(glossary)
    assert [name for name in listed if name in glossary and glossary[name].term in common] == []
