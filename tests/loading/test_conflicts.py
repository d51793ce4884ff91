"""What a person should look at after putting a termbase on top of another."""

from __future__ import annotations

from pathlib import Path

from house import KNOT, ROOM, THE_KNOT, write

import imsterms
from imsterms.loading import LoadedTermbase


def codes(termbase: LoadedTermbase) -> set[str]:
    return {finding.code for finding in termbase.conflicts}


def test_an_own_preferred_term(clinic: Path) -> None:
    write(clinic, nb=KNOT + THE_KNOT)
    termbase = imsterms.load(clinic, base=True)
    concept = termbase.glossary("nb")["trigger_point"]
    assert concept.term.the_plural == "muskelknutene"
    found = termbase.glossary("nb").find("triggerpunktet")[0]
    assert (found.concept.id, found.status) == ("trigger_point", "admitted"), "the old term is still understood"
    assert "muskelknute" not in concept.deprecated
    assert "muskelknuter" in termbase.glossary("nb").render("{trigger_point}[plural]")
    assert concept.in_language("nn").term == imsterms.glossary("nn")["trigger_point"].term
    named = {(one.code, one.rule) for one in termbase.conflicts}
    assert named == {("IMS253", "preferred-replaced"), ("IMS254", "gender-changed")}
    sentences = [one.message for one in termbase.conflicts if one.code == "IMS254"]
    assert any("active_trigger_point.definition" in one and "uten ytre påvirkning" in one for one in sentences)


def test_a_form_that_the_new_term_lacks_is_a_conflict(clinic: Path) -> None:
    write(clinic, nb=KNOT.replace("muskelknuter", "-"))
    termbase = imsterms.load(clinic, base=True)
    messages = [one.message for one in termbase.conflicts if one.code == "IMS255"]
    assert messages and all("plural" in message for message in messages)
    lost = termbase.glossary("nb").gaps
    assert any(context.endswith(".definition") for context in lost)
    assert all(any(context.rpartition("/")[2] in message for message in messages) for context in lost)


def test_the_own_word_for_another_concept_is_a_conflict(clinic: Path) -> None:
    write(clinic, "patient_knot:\n  term: Trigger Point\n")
    conflicts = imsterms.load(clinic, base=True).conflicts
    assert [one.code for one in conflicts] == ["IMS252"]
    assert "under 'term' of 'trigger_point'" in conflicts[0].message and conflicts[0].path == "concepts/house.yaml"


def test_own_articles_and_sources(clinic: Path) -> None:
    (clinic / "articles").mkdir()
    article = "title: Our {needle}[plural]\nsources: [ours]\nblocks:\n  - {id: one, text: 'We use {needle}[plural].'}\n"
    (clinic / "articles" / "our_needles.yaml").write_text(article)
    (clinic / "articles" / "spine.yaml").write_text(article)
    (clinic / "sources.yaml").write_text("ours: {title: House rules}\n")
    write(clinic, ROOM)
    termbase = imsterms.load(clinic, base=True)
    articles = termbase.glossary("en").articles
    assert "We use needles." in articles["our_needles"].to_text()
    assert str(articles["our_needles"].sources[0]) == "House rules."
    assert codes(termbase) == {"IMS256"}
