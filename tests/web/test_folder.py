"""A generated folder is replaced as a whole, and takes nothing along that is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

import imsterms
from imsterms.web.folder import MANIFEST, replace_folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    replace_folder(str(folder), {"a/index.html": b"one", "old.html": b"old"})
    (folder / "mine.txt").write_bytes(b"mine")
    replace_folder(str(folder), {"a/index.html": b"two"})
    assert {name: content for name, content in files(folder).items() if name != MANIFEST} == {
        "a/index.html": b"two",
        "mine.txt": b"mine",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"ten years of work")
    with pytest.raises(imsterms.FileError, match="name an empty or a new folder"):
        replace_folder(str(tmp_path), {"index.html": b""})
    assert files(tmp_path) == {"thesis.txt": b"ten years of work"}


@pytest.mark.parametrize(
    ("name", "reason"), [("index.html", "changed by hand"), ("new.html", "not written by this command")]
)
def test_a_file_that_would_be_lost_stops_the_build(tmp_path: Path, name: str, reason: str) -> None:
    folder = tmp_path / "public"
    replace_folder(str(folder), {"index.html": b"one"})
    (folder / name).write_bytes(b"by hand")
    before = files(folder)
    with pytest.raises(imsterms.FileError, match=reason):
        replace_folder(str(folder), {"index.html": b"two", "new.html": b""})
    assert files(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "public").write_bytes(b"text")
    with pytest.raises(imsterms.FileError, match="is not a folder"):
        replace_folder(str(tmp_path / "public"), {"index.html": b""})
