"""Maps as a call."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms
from imsterms.cli import main
from imsterms.maps import concept_map, outline


def test_a_map(nb: imsterms.Glossary, capsys: Any) -> None:
    main(["map", "needle", "--lang", "nb"])
    assert imsterms.draw_map(nb, "needle") == capsys.readouterr().out
    main(["map", "needle", "--lang", "nb", "--svg", "-"])
    assert imsterms.draw_map(nb, "needle", format="svg") == capsys.readouterr().out
    with pytest.raises(imsterms.UnknownFormatError, match="did you mean 'svg'"):
        imsterms.draw_map(nb, "needle", format="svgg")


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
