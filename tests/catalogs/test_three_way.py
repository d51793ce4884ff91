"""Two branches meet: git's own, with our driver, and by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsterms.catalogs.files import catalog_bytes, mark_outdated, read_catalog, set_fuzzy, state
from imsterms.catalogs.parser import Catalog, parse_catalog
from imsterms.catalogs.proof import lost
from imsterms.catalogs.three_way import three_way
from imsterms.cli import main

NAME = "locales/nb/LC_MESSAGES/imsterms.po"
DRIVER = f"{sys.executable} -c 'import sys; from imsterms.cli import main; sys.exit(main(sys.argv[1:]))' catalog merge"


class Repository:
    """A project under git, with a branch 'other'."""

    def __init__(self, project: Any) -> None:
        self.project = project
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "T")
        self.git("config", "user.email", "t@example.org")
        self.git("config", "merge.imsterms.driver", f"{DRIVER} %O %A %B %P")
        (project.folder / ".gitattributes").write_text("locales/**/*.po merge=imsterms\nlocales/*.pot merge=imsterms\n")
        self.commit()
        self.git("branch", "other")

    def git(self, *arguments: str, status: int = 0) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.project.folder, capture_output=True, text=True)
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "x")

    def save(self, branch: str, words: dict[str, Any], date: str, name: str) -> None:
        """Translate as a person does in an editor, which writes the header too, and commit."""
        self.git("checkout", "-q", branch)
        self.project.translate("nb", words)

        def header(catalog: polib.POFile) -> None:
            catalog.metadata |= {"PO-Revision-Date": date, "Last-Translator": name}

        self.project.change("nb", header)
        self.commit()


@pytest.fixture
def repository(project: Any, require_tool: Any) -> Repository:
    require_tool("git")
    return Repository(project)


def test_two_translators(repository: Repository) -> None:
    repository.save("other", {"pain.definition": "vond opplevelse"}, "2027-02-02 10:00+0100", "Kari")
    repository.save("main", {"needle.definition": "tynn nål"}, "2027-01-01 10:00+0100", "Ola")
    repository.git("merge", "-q", "other")
    project = repository.project
    assert project.entry("nb", "pain.definition").msgstr == "vond opplevelse"
    assert project.entry("nb", "needle.definition").msgstr == "tynn nål"
    assert project.catalog("nb").metadata["Last-Translator"] == "Kari"
    assert project.catalog("nb").metadata["PO-Revision-Date"] == "2027-02-02 10:00+0100"
    assert project.update()["nb"].changed is False


def test_a_mark_cleared_here_and_a_source_moved_there(repository: Repository) -> None:
    project = repository.project
    project.change(
        "nb", lambda catalog: [mark_outdated(one, "x") for one in catalog if one.msgctxt == "pain.definition"]
    )
    repository.commit()
    repository.git("branch", "-f", "other")

    def clear(catalog: polib.POFile) -> None:
        for entry in catalog:
            set_fuzzy(entry, False)
            entry.previous_msgctxt = entry.previous_msgid = None

    project.change("nb", clear)
    repository.commit()
    repository.git("checkout", "-q", "other")
    text = (project.sources / "concepts/findings.yaml").read_text("utf-8")
    project.write("concepts/more.yaml", text[text.index("pain:") : text.index("needle:")])
    project.edit("concepts/findings.yaml", text[text.index("pain:") : text.index("needle:")], "")
    project.update()
    repository.commit()
    repository.git("merge", "-q", "main")
    entry = project.entry("nb", "pain.definition")
    assert (entry.fuzzy, entry.occurrences) == (False, [("concepts/more.yaml", "")])
    assert project.update()["nb"].changed is False


def test_the_same_message_translated_twice(repository: Repository) -> None:
    repository.save("other", {"pain.definition": "vond opplevelse", "pain.term": ("vondt", "vondter")}, "2027", "K")
    repository.save("main", {"pain.definition": "plagsom opplevelse"}, "2028", "O")
    output = repository.git("merge", "other", status=1)
    assert f"\n{NAME}: both sides translated pain.definition; ours is kept" in output
    entry = repository.project.entry("nb", "pain.definition")
    assert (entry.msgstr, entry.tcomment) == ("plagsom opplevelse", "theirs: vond opplevelse")
    assert state(entry) == "doubted"
    assert repository.project.entry("nb", "pain.term").msgstr_plural[0] == "vondt"
    assert "<<<<" not in repository.project.path("nb").read_text("utf-8")


def test_a_conflict_that_git_has_left_in_a_file(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.git("config", "--unset", "merge.imsterms.driver")
    repository.save("other", {"pain.definition": "vond opplevelse"}, "2027-02-02 10:00+0100", "Kari")
    repository.save("main", {"needle.definition": "tynn nål"}, "2027-01-01 10:00+0100", "Ola")
    repository.git("merge", "other", status=1)
    path = repository.project.path("nb")
    assert "<<<<<<<" in path.read_text("utf-8")
    assert main(["catalog", "check", "--sources", str(repository.project.sources)]) == 1
    assert "an unresolved merge conflict of git; 'imsterms catalog merge FILE' resolves it" in capsys.readouterr().out
    conflict = path.read_text("utf-8")
    by_hand = conflict.replace('"vond opplevelse"', '"en vond opplevelse"')
    path.write_text(by_hand, "utf-8")
    assert main(["catalog", "merge", str(path)]) == 2
    assert "the file has more than both sides: 'en vond opplevelse'" in capsys.readouterr().err
    assert path.read_text("utf-8") == by_hand
    path.write_text(conflict, "utf-8")
    assert main(["catalog", "merge", str(path)]) == 0
    assert repository.project.entry("nb", "pain.definition").msgstr == "vond opplevelse"
    assert repository.project.entry("nb", "needle.definition").msgstr == "tynn nål"
    repository.commit()
    assert main(["catalog", "merge", str(path)]) == 2
    assert "knows of no conflict" in capsys.readouterr().err


def test_what_one_side_has_cut_off_stays_and_comes_back(repository: Repository) -> None:
    project = repository.project
    before = {entry.msgctxt: (entry.msgstr, entry.msgstr_plural) for entry in project.catalog("nb")}
    repository.git("checkout", "-q", "other")
    whole = project.path("nb").read_bytes()
    project.path("nb").write_bytes(whole[: whole.index(b"\n\n", len(whole) // 2) + 1])
    repository.commit()
    repository.save("main", {"finding.definition": "det man finner"}, "2027", "O")
    repository.git("merge", "-q", "other")
    assert project.entry("nb", "finding.definition").msgstr == "det man finner"
    assert "returned" in str(project.update()["nb"])
    after = {entry.msgctxt: (entry.msgstr, entry.msgstr_plural) for entry in project.catalog("nb")}
    assert after == before | {"finding.definition": ("det man finner", {})}


@pytest.mark.parametrize("also_ours", [False, True])
def test_a_message_that_one_side_edits_and_the_other_takes_out_of_use(
    repository: Repository, require_tool: Any, also_ours: bool
) -> None:
    project = repository.project
    repository.save("other", {"trigger_point.explanation": "Et punkt som verker."}, "2027", "K")
    repository.git("checkout", "-q", "main")
    if also_ours:
        project.translate("nb", {"trigger_point.explanation": "Et sted som verker."})
    project.edit("concepts/findings.yaml", "  explanation: A sore spot in a muscle.\n", "")
    project.update()
    repository.commit()
    repository.git("merge", "-q", "other")
    assert project.entry("nb", "trigger_point.explanation").msgstr == "Et punkt som verker."
    subprocess.run([require_tool("msgfmt"), "-c", "-o", "/dev/null", project.path("nb")], check=True)
    project.update()
    kept = [entry.msgstr for entry in project.catalog("nb") if entry.obsolete]
    assert kept == ["Et sted som verker."] * also_ours + ["Et punkt som verker."]


def test_sides_in_different_charsets(project: Any, tmp_path: Path) -> None:
    whole = project.path("nb").read_bytes()
    latin = whole.decode().replace("charset=UTF-8", "charset=ISO-8859-1").encode("latin-1")
    for number, contents in enumerate(((latin, whole, whole), (whole, latin, whole), (whole, whole, latin))):
        paths = [tmp_path / f"{number}{name}.po" for name in "bot"]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        assert main(["catalog", "merge", *map(str, paths)]) == 0
        assert paths[1].read_bytes() == whole


def test_a_side_without_a_header_does_not_take_it_away(project: Any) -> None:
    catalog = read_catalog(str(project.path("nb")))
    beheaded = parse_catalog(str(catalog).encode().partition(b"\n\n")[2], "nb.po")
    merged, _ = three_way(catalog, copied(catalog), beheaded)
    assert (merged.metadata, merged.header) == (catalog.metadata, catalog.header)


def test_a_version_that_is_broken_changes_nothing(project: Any, tmp_path: Path) -> None:
    broken = tmp_path / "broken.po"
    broken.write_bytes(project.path("nb").read_bytes()[:-30])
    before = project.path("nb").read_bytes()
    assert main(["catalog", "merge", str(broken), str(project.path("nb")), str(broken)]) == 2
    assert project.path("nb").read_bytes() == before


# --- properties ---

texts = st.sampled_from(["", "", "en", "to", "tre ord til"])
names = st.sampled_from(["a", "b", "c", "d"])


@st.composite
def versions(draw: st.DrawFn) -> Catalog:
    catalog = Catalog()
    catalog.metadata = {"Language": "nb", "X-Own": draw(st.sampled_from("12"))}
    for name in draw(st.lists(names, unique=True)):
        entry = polib.POEntry(msgctxt=name, msgid=draw(st.sampled_from(["x", "y"])), msgstr=draw(texts))
        entry.tcomment = draw(st.sampled_from(["", "one", "one\ntwo", "three"]))
        entry.obsolete = draw(st.booleans())
        if entry.msgstr and draw(st.booleans()):
            mark_outdated(entry, "z")
        catalog.append(entry)
    return catalog


def copied(catalog: Catalog) -> Catalog:
    return parse_catalog(str(catalog).encode(), "x.po")


@given(versions(), versions())
def test_where_one_side_changed_nothing_the_other_is_the_result(base: Catalog, changed: Catalog) -> None:
    for ours, theirs in ((base, changed), (changed, base)):
        merged, conflicts = three_way(copied(base), copied(ours), copied(theirs))
        assert conflicts == []
        kept = [*map(str, copied(changed))]
        removed = [entry for entry in copied(merged) if not (str(entry) in kept and kept.remove(str(entry)) is None)]
        assert kept == []
        left = {text for entry in changed for text in (entry.msgctxt, entry.msgid, entry.msgstr)} | {""}
        gone = [entry for entry in base if not entry.obsolete and left.isdisjoint((entry.msgctxt, entry.msgid))]
        assert all(entry.obsolete for entry in removed)
        assert {entry.msgstr for entry in removed} == {entry.msgstr for entry in gone} - left
        assert merged.metadata == changed.metadata


@given(versions(), versions(), versions())
def test_nothing_that_is_new_on_either_side_is_lost(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    merged, _ = three_way(copied(base), copied(ours), copied(theirs))
    result = str(merged).encode()
    said = result + b"".join(b"\n# " + line.encode() for entry in merged for line in entry.tcomment.split("theirs: "))
    before = str(base).encode()
    for side in (ours, theirs):
        content = str(side).encode()
        added = set(lost(content, before))
        missing = added.intersection(lost(content, said)) - {"X-Own: 1", "X-Own: 2"}
        words = {word for entry in merged for word in entry.tcomment.split()}
        assert {word for text in missing for word in text.split()} <= words
    keys = [(entry.msgctxt, entry.msgid, entry.obsolete) for entry in merged]
    assert len(keys) == len(set(keys))


def test_the_order_is_that_of_the_side_that_changed_it(project: Any) -> None:
    base, theirs = read_catalog(str(project.path("nb"))), read_catalog(str(project.path("nb")))
    theirs.insert(5, polib.POEntry(msgctxt="new.term", msgid="new"))
    ours = copied(base)
    ours.insert(9, polib.POEntry(msgctxt="own.term", msgid="own"))
    merged, _ = three_way(base, ours, theirs)
    contexts = [entry.msgctxt for entry in merged]
    assert contexts[5] == "new.term"
    assert contexts[10] == "own.term"
    assert catalog_bytes(merged, b"")


def test_a_message_that_is_there_twice_stays_twice() -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    one, two = (f'msgctxt "a.term"\nmsgid "a"\nmsgstr "{text}"\n' for text in ("en", "to"))
    base, ours = head + one, f"{head}{one}\n{two}"
    merged, conflicts = three_way(*(parse_catalog(text.encode(), "nb.po") for text in (base, ours, base)))
    assert ([entry.msgstr for entry in merged], conflicts) == (["en", "to"], [])
