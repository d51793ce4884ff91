"""A map as a picture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

import imsterms
from imsterms.maps import concept_map, draw

SVG = "{http://www.w3.org/2000/svg}"


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


def test_text_in_a_drawing_is_escaped_and_links_lead_where_asked(en: imsterms.Glossary) -> None:
    from imsterms.maps.svg import _clean

    assert _clean('<script>&"\x00\x1b') == "&lt;script&gt;&amp;&quot;"
    drawing = draw(concept_map(en, "equipment"), link="terms/{id}.html?a=1&b=2")
    hrefs = {link.get("href") for link in ET.fromstring(drawing).iter(f"{SVG}a")}
    assert "terms/guide_tube.html?a=1&b=2" in hrefs


def test_a_link_that_leads_to_no_page_is_refused(en: imsterms.Glossary) -> None:
    with pytest.raises(imsterms.TextError, match="does not lead to a page"):
        draw(concept_map(en, "anatomy"), link="javascript:alert('{id}')")
