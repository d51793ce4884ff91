"""Concept maps: everything is on them once, in its kind, in every language, and nothing lies over anything else."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from itertools import combinations
from pathlib import Path

import pytest

import imsterms
from imsterms.cli import main
from imsterms.errors import UnknownConceptError
from imsterms.maps import concept_map, draw, outline
from imsterms.maps.layout import arrange, panel
from imsterms.termbase.model import RELATIONS, STATED

SVG = "{http://www.w3.org/2000/svg}"


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
    inside = [row.concept.id for row in chart.rows if not row.outside]
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


def test_generic_partitive_and_associative_relations_are_drawn_as_such(en: imsterms.Glossary) -> None:
    drawing = draw(concept_map(en, "anatomy"))
    paths = ET.fromstring(drawing).iter(f"{SVG}path")
    shapes: dict[str, list[str]] = {}
    for path in paths:
        shapes.setdefault((path.get("class") or "").split()[-1], []).append(path.get("d") or "")
    assert all("L" in shape and "H" not in shape for shape in shapes["generic"]), "a tree has oblique lines"
    assert all(not re.search("[LQ]", shape) for shape in shapes["partitive"]), "a rake has right angles"
    links = [link for group in concept_map(en, "anatomy").groups for link in (*group.links, *group.outward)]
    associative = [link for link in links if link.kind == "associative"]
    heads = drawing.count("<polygon") - 1  # one in the legend
    assert heads == len(associative) + sum(link.symmetric for link in associative)


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_a_map_is_labelled_in_the_language(language: str) -> None:
    glossary = imsterms.glossary(language)
    tree = ET.fromstring(draw(concept_map(glossary, "findings")))
    texts = {text.text for text in tree.iter(f"{SVG}text")}
    assert tree.get("lang") == language
    assert {str(glossary["trigger_point"].term), glossary.label("relation.causes")} <= texts
    assert glossary.label("subject_field.findings") in texts


@pytest.mark.parametrize("name", [None, "methods", "trigger_point", "spine"])
def test_no_box_lies_over_another_and_every_text_is_in_its_box(name: str | None) -> None:
    chart = concept_map(imsterms.glossary("nb"), name)
    panels = [panel(chart, group) for group in chart.groups]
    for one in panels:
        for a, b in combinations(one.boxes, 2):
            assert a.right <= b.x or b.right <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
        for box in one.boxes:
            assert box.right < one.gutter < one.margin + 1
            assert box.y + box.height < one.height
        lanes = [(line.lane, min(e.y for e in line.ends), max(e.y for e in line.ends)) for line in one.lines]
        for (lane, low, high), (other, other_low, other_high) in combinations(lanes, 2):
            assert lane != other or high < other_low or other_high < low
    width, height = arrange(panels)
    for a, b in combinations(panels, 2):
        assert a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
    assert all(one.x + one.width <= width + 1 and one.y + one.height <= height + 1 for one in panels)


def test_a_concept_s_map_has_what_is_above_below_and_beside_it(nb: imsterms.Glossary) -> None:
    chart = concept_map(nb, "trigger_point")
    assert [row.concept.id for row in chart.rows] == [
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
    few = {row.concept.id for row in concept_map(en, "deep_dry_needling").rows}
    assert "superficial_dry_needling" in few
    many = {row.concept.id for row in concept_map(en, "lung").rows}
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


def test_the_outline_is_a_tree_with_relations_in_words(en: imsterms.Glossary) -> None:
    text = outline(concept_map(en, "trigger_point"))
    assert text.splitlines()[:5] == [
        "trigger point",
        "=============",
        "finding",
        "└─ tender point",
        "   ├─ ashi point",
    ]
    assert text.count("↔ not to be confused with") == 2, "what is read both ways stands with both"
    assert "→ located in: taut band" in text
    assert "      ├─ active trigger point" in text
    assert "      └─ latent trigger point" in text


def test_text_in_a_drawing_is_escaped_and_links_lead_where_asked(en: imsterms.Glossary) -> None:
    from imsterms.maps.svg import _clean

    assert _clean('<script>&"\x00\x1b') == "&lt;script&gt;&amp;&quot;"
    drawing = draw(concept_map(en, "equipment"), link="terms/{id}.html?a=1&b=2")
    hrefs = {link.get("href") for link in ET.fromstring(drawing).iter(f"{SVG}a")}
    assert "terms/guide_tube.html?a=1&b=2" in hrefs


def test_the_command_writes_a_drawing_and_prints_an_outline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no dot, nor any other program
    target = tmp_path / "map.svg"
    assert main(["map", "equipment", "--lang", "nn", "--svg", str(target)]) == 0
    assert ET.parse(target).getroot().tag == f"{SVG}svg"
    assert capsys.readouterr().out == ""
    assert main(["map", "equipment", "--lang", "nn"]) == 0
    assert "├─ nål" in capsys.readouterr().out
    assert main(["map", "equipment", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {"id": "needle", "term": "needle", "below": "equipment"} in record["groups"][0]["concepts"]
    assert main(["map", "no such thing"]) == 2
