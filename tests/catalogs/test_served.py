"""What of a language is served: texts that can be rendered, in languages that are far enough."""

from __future__ import annotations

from typing import Any

import pytest

from imsterms.catalogs.data import read_source_data
from imsterms.cli import main
from imsterms.facade import Glossary, open_glossary


def glossary(project: Any, language: str = "nb", *, fallback: bool = False) -> Glossary:
    data = read_source_data(str(project.sources), str(project.locales), "1")
    return open_glossary(data, language, fallback, {})


def test_a_text_that_cannot_be_rendered_is_left_out_and_named(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    project.new("da")
    project.translate("da", {"needle.term": ("nål", "nåle"), "needle.definition": "{pain} i huden"})
    project.translate("nb", {"trigger_point.explanation": "Et {needle}[dative] sted."})
    source = ["--from", str(project.folder)]
    out = project.folder / "out"
    for name in ("json", "tbx", "skos", "skos-ap-no", "fhir", "csv", "xlsx", "i18next", "jsonld"):
        assert main(["export", name, "--lang", "nb", "-o", str(out), *source]) == 0, name
        errors = capsys.readouterr().err
        assert "left out: needle.definition (da): the term of 'pain' is not translated into da yet" in errors
        assert "left out: trigger_point.explanation (nb): there is no form 'dative'" in errors
        assert b"Et {needle}" not in out.read_bytes()
    assert main(["export", "json", "--strict", *source]) == 1
    capsys.readouterr()
    assert main(["show", "trigger_point", "--lang", "nb", *source]) == 0
    shown = capsys.readouterr().out
    assert "ømt punkt som gir smerte et annet sted" in shown
    assert "left out: trigger_point.explanation" in shown
    assert glossary(project).gaps.keys() == {"trigger_point.explanation"}
    assert main(["show", "pain", "--lang", "da", *source]) == 0
    assert "no term in da yet" in capsys.readouterr().out


@pytest.mark.parametrize("context", ["needle.definition", "trigger_point.notes", "article/visit.body"])
def test_one_broken_text_changes_no_other(project: Any, context: str) -> None:
    def said(project: Any) -> dict[str, Any]:
        opened = glossary(project)
        return {one.id: (one.term.forms, [*map(str, one.notes)]) for one in opened.values()}

    before = said(project)
    project.translate("nb", {context: "et {nedle}[the"})
    after = said(project)
    assert {name for name in before if before[name] != after[name]} <= {context.partition(".")[0]}
    assert list(glossary(project).gaps) == [context]


@pytest.mark.parametrize(
    "header",
    [
        "nplurals=100000; plural=0;",
        "nplurals=2; plural=(n !=!1);",
        "nplurals=2; plural=0-5;",
        "nplurals=2; plural=word;",
        "nplurals=2; plural=n/0;",
        "nplurals=2; plural=7;",
        "nplurals=0; plural=0;",
        f"nplurals=2; plural={'(' * 500}n{')' * 500};",
    ],
)
def test_a_plural_rule_that_is_none_is_not_used(project: Any, header: str) -> None:
    path = project.path("nb")
    size = path.stat().st_size
    text = path.read_text("utf-8")
    path.write_text(text.replace("nplurals=2; plural=(n != 1);", header), "utf-8")
    assert path.read_text("utf-8") != text
    assert glossary(project)["trigger_point"].term.counted(3) == "3 triggerpunkter"
    project.update()
    assert path.stat().st_size < size + 2000
    assert project.entry("nb", "trigger_point.term").msgstr_plural == {0: "triggerpunkt", 1: "triggerpunkter"}


def test_a_language_is_offered_once_it_is_far_enough(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    def offered(language: str = "nb") -> bool:
        return bool(glossary(project, language).progress["offered"])

    assert offered()
    project.new("da")
    assert not offered("da")
    assert glossary(project, "da").progress["terms"] == [0, 8]
    main(["show", "pain", "--lang", "da", "--from", str(project.folder)])
    assert "note: 'da' is not complete: it has 0 of 8 terms, 0 of 9 definitions" in capsys.readouterr().err
    project.write("termbase.yaml", "offered: [da]\n")
    assert offered("da")
    project.translate("nb", {"pain.definition": ""})
    assert not offered()
    project.write("termbase.yaml", "complete: 85\n")
    assert offered(), "eight of nine texts are enough"
    project.translate("nb", {"pain.term.the.plural": ""})
    assert not offered(), "every form is needed"


def test_a_text_that_waits_for_a_form_is_left_out_and_not_broken(project: Any) -> None:
    project.translate("nb", {"pain.term.the": "", "trigger_point.explanation": "Et sted der {pain}[the] sitter."})
    data = read_source_data(str(project.sources), str(project.locales), "1")
    assert list(data.texts("nb").get("gaps", ())) == ["trigger_point.explanation"]
    assert list(data.broken_texts(str(project.locales))) == []
    project.translate("nb", {"pain.term.the": "-"})
    data = read_source_data(str(project.sources), str(project.locales), "1")
    assert [finding.field for finding in data.broken_texts(str(project.locales))] == ["trigger_point.explanation"]
