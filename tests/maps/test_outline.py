"""A map as text."""

from __future__ import annotations

import imsterms
from imsterms.maps import concept_map, outline


def test_the_outline_is_a_tree_with_relations_in_words(en: imsterms.Glossary) -> None:
    text = outline(concept_map(en, "trigger_point"))
    assert text.splitlines()[:7] == [
        "trigger point",
        "=============",
        "characteristic",
        "└─ clinical feature",
        "   └─ finding",
        "      └─ tender point",
        "         ├─ ashi point",
    ]
    assert text.count("↔ contrasts with") == 2, "what is read both ways stands with both"
    assert "→ located in: taut band" in text
    assert "            ├─ active trigger point" in text
    assert "            └─ latent trigger point" in text
