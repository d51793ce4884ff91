"""What is on a map: every concept and relation once, and around a concept what belongs to it."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.errors import UnknownConceptError
from imsterms.maps import concept_map, draw
from imsterms.termbase.model import RELATIONS, STATED


def stated(glossary: imsterms.Glossary) -> set[tuple[str, str, str]]:
    """Return every relation of the termbase, each once."""
    found = set()
    for concept in glossary.values():
        for relation, targets in (("broader", concept.broader), *concept.relations.items()):
            for target in targets:
                if relation == RELATIONS.get(relation):
                    found.add((*sorted((concept.id, target.id)), relation))
                elif relation == "broader" or relation in STATED:
                    found.add((concept.id, target.id, relation))
    return found


def test_the_whole_map_has_every_concept_and_every_relation_once(en: imsterms.Glossary) -> None:
    chart = concept_map(en)
    inside = [row.concept.id for group in chart.groups for row in group.rows if not row.outside]
    assert sorted(inside) == sorted(en)
    drawn = []
    for group in chart.groups:
        for row in group.rows:
            if row.parent >= 0:
                drawn.append((row.concept.id, group.rows[row.parent].concept.id, "broader"))
        drawn += [(link.source.id, link.target.id, link.relation) for link in (*group.links, *group.outward)]
    # one that stands under a concept of another field has its broader one there, drawn as outside
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == stated(en)


def test_a_concept_s_map_has_what_is_above_below_and_beside_it(nb: imsterms.Glossary) -> None:
    chart = concept_map(nb, "trigger_point")
    assert [row.concept.id for group in chart.groups for row in group.rows] == [
        "characteristic",
        "clinical_feature",
        "finding",
        "tender_point",
        "ashi_point",
        "trigger_point",
        "active_trigger_point",
        "latent_trigger_point",
    ]
    assert chart.focus == nb["trigger_point"]
    beside = {link.target.id for group in chart.groups for link in group.outward}
    assert {"taut_band", "referred_pain"} <= beside
    assert 'class="concept focus"' in draw(chart)


def test_siblings_are_shown_unless_they_are_too_many(en: imsterms.Glossary) -> None:
    few = {row.concept.id for row in concept_map(en, "deep_dry_needling").groups[0].rows}
    assert "superficial_dry_needling" in few
    many = {row.concept.id for row in concept_map(en, "lung").groups[0].rows}
    assert many == {"anatomical_structure", "lung"}


def test_parts_are_on_the_map_of_the_whole(en: imsterms.Glossary) -> None:
    (group,) = concept_map(en, "spine").groups
    parts = {link.source.id for link in group.links if link.kind == "partitive" and link.target.id == "spine"}
    assert parts == {concept.id for concept in en["spine"].relations["has_part"]}


def test_a_concept_is_found_by_a_word_for_it(nb: imsterms.Glossary) -> None:
    assert concept_map(nb, "Triggerpunktene").focus == nb["trigger_point"]


def test_a_misspelt_name_is_answered_with_the_nearest(en: imsterms.Glossary) -> None:
    with pytest.raises(UnknownConceptError, match="'trigger_point'"):
        concept_map(en, "triger_point")
