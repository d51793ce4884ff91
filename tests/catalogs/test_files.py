"""Catalog files as people and tools leave them: encodings, line ends, comments where no writer of ours puts them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import imsterms.files
from imsterms.catalogs.files import catalogs, read_catalog, write_catalog
from imsterms.errors import FileError


def test_windows_line_ends_stay(project: Any) -> None:
    path = project.path("nb")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert project.update()["nb"].changed is False
    project.edit("concepts/findings.yaml", "unpleasant", "nasty")
    assert project.update()["nb"].changed
    content = path.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")


def test_a_latin_1_catalog_becomes_utf_8(project: Any) -> None:
    path = project.path("nb")
    text = path.read_text("utf-8").replace("charset=UTF-8", "charset=ISO-8859-1")
    path.write_bytes(text.encode("latin-1"))
    project.update()
    assert path.read_text("utf-8") == text.replace("charset=ISO-8859-1", "charset=UTF-8")


def test_a_byte_order_mark_goes(project: Any) -> None:
    path = project.path("nb")
    content = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + content)
    project.update()
    assert path.read_bytes() == content


def test_file_and_folder_are_flushed_around_the_rename(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def flushed(descriptor: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")
        fsync(descriptor)

    def renamed(source: str, target: str) -> None:
        steps.append("rename")
        replace(source, target)

    if not os.path.isdir("/proc/self/fd"):
        pytest.skip("only a system with /proc tells what a descriptor is")
    monkeypatch.setattr(imsterms.files.os, "fsync", flushed)
    monkeypatch.setattr(imsterms.files.os, "replace", renamed)
    catalog = read_catalog(str(project.path("nb")))
    catalog.header = "changed"
    write_catalog(catalog, str(project.path("nb")))
    assert steps == ["file", "rename", "folder"]


@pytest.mark.parametrize("folder", ["nb_NO", "nb-NO", "no", "nob"])
def test_a_folder_is_the_language_that_it_means(project: Any, folder: str) -> None:
    import imsterms
    from imsterms.cli import main

    (project.locales / "nb").rename(project.locales / folder)
    clinic = imsterms.load(project.folder)
    assert clinic.languages == ("en", "nb", "nn")
    assert clinic.glossary("no")["needle"].term.the == "nålen"
    arguments = ["--sources", str(project.folder), "--locales", str(project.locales)]
    assert main(["catalog", "update", "nb_NO", *arguments]) == 0
    assert main(["catalog", "check", folder, *arguments]) == 0
    assert not (project.locales / "nb").exists()


def test_two_folders_of_one_language_are_told_apart(project: Any) -> None:
    from shutil import copytree

    from imsterms.catalogs.files import catalogs

    copytree(project.locales / "nb", project.locales / "nb_NO")
    assert [language for language, _ in catalogs(str(project.locales))] == ["nb", "nb-NO", "nn"]


def test_a_folder_that_is_not_called_after_a_language_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for folder in ("nb", "..nb", "q q"):
        (tmp_path / folder / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / folder / "LC_MESSAGES" / "imsterms.po").touch()
    assert [language for language, _ in catalogs(str(tmp_path))] == ["nb"]
    assert sorted(record.getMessage().partition(" is not")[0] for record in caplog.records) == ["'..nb'", "'q q'"]


def test_locales_that_cannot_be_read_are_not_taken_for_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str) -> list[str]:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "listdir", refused)
    with pytest.raises(FileError, match="cannot be read: Permission denied"):
        catalogs(str(tmp_path))
