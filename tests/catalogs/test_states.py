"""What state a text is in decides whether it is served, and every output says when it is outdated."""

from __future__ import annotations

import gettext
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest

import imsterms
from imsterms.catalogs.data import read_source_data
from imsterms.catalogs.files import state
from imsterms.cli import main
from imsterms.facade import Glossary, open_glossary

OUTDATED = "outdated"  # the project has no word of its own for the notice


def glossary(project: Any, language: str = "nb", *, fallback: bool = False) -> Glossary:
    data = read_source_data(str(project.sources), str(project.locales), "1")
    return open_glossary(data, language, fallback, {})


def mark(project: Any, context: str, **previous: str) -> None:
    """Set the fuzzy mark of a message, with what a tool keeps after ``#|``."""

    def change(catalog: polib.POFile) -> None:
        entry = next(entry for entry in catalog if entry.msgctxt == context)
        entry.flags.insert(0, "fuzzy")
        for name, text in previous.items():
            setattr(entry, f"previous_{name}", text)

    project.change("nb", change)


# --- guesses and doubts ---


def test_a_guess_of_msgmerge_is_never_served(project: Any, require_tool: Callable[..., str]) -> None:
    project.edit("concepts/findings.yaml", "needle:\n", "pointed_needle:\n  term: pointed needle\nneedle:\n")
    before = project.folder / "before.po"
    before.write_bytes(project.path("nb").read_bytes())
    project.update()
    command = [require_tool("msgmerge"), "-q", "--previous", before, project.locales / "imsterms.pot"]
    subprocess.run([*map(str, command), "-o", str(project.path("nb"))], check=True)
    for _ in range(2):
        entry = project.entry("nb", "pointed_needle.term")
        assert entry.msgstr_plural[0], "msgmerge has guessed"
        assert state(entry) == "guessed"
        assert "pointed_needle" not in [one.id for one in glossary(project).sorted()]
        assert "guess" in " ".join(one.message for one in project.check() if one.subject == "pointed_needle.term")
        project.update()


@pytest.mark.parametrize(
    "previous",
    [{"msgid": "pin"}, {"msgctxt": "pain.definition", "msgid": "pin"}, {}],
    ids=["from a compendium", "from another message", "marked by a translator"],
)
def test_what_is_guessed_or_doubted_is_as_good_as_missing(
    project: Any, tmp_path: Path, previous: dict[str, str]
) -> None:
    mark(project, "needle.definition", **previous)
    with pytest.raises(imsterms.MissingTranslationError):
        _ = glossary(project)["needle"].definition
    assert glossary(project, fallback=True)["needle"].definition == "thin pointed piece of metal"
    assert glossary(project)["needle"].term == "nål"
    assert main(["catalog", "compile", "--sources", str(project.sources)]) == 0
    catalog = gettext.translation("imsterms", project.locales, ["nb"])
    assert catalog.pgettext("needle.definition", "thin pointed piece of metal") == "thin pointed piece of metal"


def test_the_source_of_a_text_that_changes_while_it_is_in_doubt(project: Any) -> None:
    mark(project, "needle.definition")
    project.edit("concepts/findings.yaml", "thin pointed piece", "thin sharp piece")
    project.update()
    assert state(project.entry("nb", "needle.definition")) == "doubted"


# --- outdated texts ---


@pytest.fixture
def outdated(project: Any) -> Any:
    project.edit("concepts/findings.yaml", "thin pointed piece of metal", "thin piece of steel")
    project.edit("articles/visit.yaml", "How it begins", "How the visit begins")
    project.update()
    return project


def test_an_outdated_text_is_served_and_says_so(outdated: Any) -> None:
    assert state(outdated.entry("nb", "needle.definition")) == "outdated"
    needle = glossary(outdated)["needle"]
    assert (needle.definition, needle.definition.needs_review) == ("tynt og spisst stykke metall", True)
    assert needle.notice == OUTDATED
    assert glossary(outdated)["pain"].notice is None
    assert glossary(outdated, "en")["needle"].notice is None


def test_every_output_marks_an_outdated_text(outdated: Any, capsys: pytest.CaptureFixture[str]) -> None:
    source = ["--lang", "nb", "--from", str(outdated.folder)]
    notice = glossary_word = "(Den engelske teksten er endret siden dette ble oversatt.)"
    assert main(["show", "needle", *source]) == 0
    assert notice in capsys.readouterr().out
    for name in ("json", "tbx", "skos", "fhir", "i18next", "jsonld"):
        assert main(["export", name, *source]) == 0
        assert notice in capsys.readouterr().out or "needs_review" in capsys.readouterr().out, name
    loaded = imsterms.load(outdated.folder).glossary("nb")
    assert glossary_word in loaded.render("{needle}", html=True)
    article = loaded.articles["visit"]
    for text in (article.to_text(), article.to_markdown(), article.to_html()):
        heading, _, rest = text.partition("Slik begynner det")
        assert notice in rest[:150].replace("\\", "")
        assert notice not in heading


def test_a_reverted_edit_leaves_no_trace(outdated: Any) -> None:
    before = outdated.path("nb").read_bytes()
    outdated.edit("concepts/findings.yaml", "thin piece of steel", "thin pointed piece of metal")
    outdated.edit("articles/visit.yaml", "How the visit begins", "How it begins")
    outdated.update()
    assert b"fuzzy" in before
    assert b"fuzzy" not in outdated.path("nb").read_bytes()
    assert b"#|" not in outdated.path("nb").read_bytes()
