"""Reading files with errors that can be acted on, and writes that are whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from imsterms import limits
from imsterms.errors import FileError
from imsterms.files import check_archive, decode, files_below, read_bytes, read_text, write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and signals are those of POSIX")


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffblåmerke\r\n".encode())
    assert read_text(path) == "blåmerke\r\n"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    cases = {
        tmp_path / "nowhere": "does not exist",
        tmp_path: "is a folder",
        "a\0b": "cannot be read",
        tmp_path / ("x" * 5000): "cannot be read",
    }
    for path, reason in cases.items():
        with pytest.raises(FileError) as caught:
            read_bytes(path)
        assert reason in str(caught.value)
        assert isinstance(caught.value, OSError)


def test_bytes_that_are_no_text_are_named_with_their_line() -> None:
    with pytest.raises(FileError, match=r"^notes\.txt:3: the file is not UTF-8"):
        decode(b"one\ntwo\nbl\xe5merke", "notes.txt")
    with pytest.raises(FileError, match=r"^notes\.txt:2: .*NUL"):
        decode(b"one\n\0", "notes.txt")


def test_a_write_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    write_atomically(path, "blåmerke\n")
    assert path.read_bytes() == "blåmerke\n".encode()
    write_atomically(path, b"\xff")
    assert path.read_bytes() == b"\xff"
    assert os.listdir(tmp_path) == ["export.json"]


@posix
def test_a_write_keeps_the_mode_and_follows_links(tmp_path: Path) -> None:
    path = tmp_path / "catalog.po"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link.po"
    link.symlink_to(path)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_mode_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x")
    write_atomically(tmp_path / "ours", "x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


@posix
def test_a_device_takes_the_bytes_as_they_come() -> None:
    write_atomically(os.devnull, "x")
    assert not Path(os.devnull).is_file()


def test_what_cannot_be_written_is_named_and_nothing_is_left_behind(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere" / "file"):
        with pytest.raises(FileError, match="cannot be written"):
            write_atomically(path, "x")
    assert os.listdir(tmp_path) == []


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "catalog.po"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="No space left"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["catalog.po"]


def test_the_file_is_on_disk_before_it_takes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a power cut would leave: the content is flushed before the rename, the folder after it."""
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def flushed(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def renamed(source: str, target: str) -> None:
        steps.append("rename")
        assert os.path.dirname(source) == os.path.dirname(target)
        replace(source, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(os, "replace", renamed)
    write_atomically(tmp_path / "catalog.po", "new")
    assert steps[:2] == ["file", "rename"]
    if hasattr(os, "O_DIRECTORY"):
        assert steps == ["file", "rename", "folder"]


WRITER = """
import sys
from imsterms.files import write_atomically
old, new = b"old\\n" * 200_000, b"new\\n" * 200_000
print("ready", flush=True)
while True:
    write_atomically(sys.argv[1], new)
    write_atomically(sys.argv[1], old)
"""


@posix
def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "catalog.po"
    old, new = b"old\n" * 200_000, b"new\n" * 200_000
    path.write_bytes(old)
    for attempt in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout
        with writer.stdout:
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(0.003 + 0.0047 * attempt)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        assert path.read_bytes() in (old, new)


def test_files_below(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yaml", "a/.hidden.yaml", "a/d.txt", "a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in files_below(str(tmp_path), ".yaml")]
    assert found == ["a.yaml", "b.yaml", "a/c.yaml"]


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 2 << 20)
    (tmp_path / "large").write_bytes(b"a" * (2 << 20))
    assert len(read_bytes(tmp_path / "large")) == 2 << 20
    (tmp_path / "larger").write_bytes(b"a" * ((2 << 20) + 1))
    with pytest.raises(
        FileError, match="larger has more than 2097152 bytes; where you trust it, raise imsterms.limits.FILE_BYTES"
    ):
        read_bytes(tmp_path / "larger")


def archive(**parts: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return stream.getvalue()


TYPE = '<?xml version="1.0"?><!-- sheet --><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (archive(sheet=TYPE.encode()), "document type declaration"),
        (archive(sheet=TYPE.encode("utf-16")), "document type declaration"),
        (archive(sheet=b"<!--" + b" " * 3_000_000 + b"-->" + TYPE[21:].encode()), "document type declaration"),
        (archive(sheet=b"<a>" + b" " * 9_000_000), "unpacks to 9000"),
        (archive(sheet=b"<a/>")[:40], "is not a whole document"),
        (b"", "is not a whole document"),
    ],
    ids=["in the part", "in UTF-16", "after a long comment", "large", "cut off", "empty"],
)
def test_archives_that_no_parser_should_be_given(content: bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WORKBOOK_BYTES", 4 << 20)
    with pytest.raises(FileError, match=f"^a.xlsx {reason}|^a.xlsx has a {reason}"):
        check_archive(content, "a.xlsx", "WORKBOOK_BYTES")


def test_other_archives_pass() -> None:
    check_archive(archive(sheet=b"<a>&lt;!DOCTYPE</a>", picture=b"\x89PNG<!DOCTYPE"), "a.xlsx", "WORKBOOK_BYTES")


@posix
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    for name in ("pipe.md", "zero.md"):
        with pytest.raises(FileError, match="pipe or a device"):
            read_bytes(tmp_path / name)
    assert read_bytes("/dev/null") == b""


@posix
def test_a_read_only_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.md"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(FileError, match="read-only"):
        write_atomically(path, "new")
    assert path.read_text() == "old"


@posix
def test_a_file_with_another_hard_link_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.md"
    path.write_text("old")
    (tmp_path / "copy.md").hardlink_to(path)
    with pytest.raises(FileError, match="leaflet.md has another name"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert path.samefile(tmp_path / "copy.md")


def test_a_file_with_the_longest_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 250)
    write_atomically(path, "new")
    assert path.read_text() == "new"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_cannot_be_read_is_not_taken_for_empty(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir(mode=0o000)
    with pytest.raises(FileError, match="sub cannot be read: Permission denied"):
        list(files_below(str(tmp_path), ""))


def test_an_unreadable_folder_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.md").write_text("x")
    scandir = os.scandir

    def scanned(folder: str) -> object:
        if os.fspath(folder).endswith("a"):
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", scanned)
    with pytest.raises(FileError, match="a cannot be read: Permission denied"):
        list(files_below(str(tmp_path), ""))
    refused: list[OSError] = []
    assert [Path(path).parent.name for path in files_below(str(tmp_path), "", refused.append)] == ["b"]
    assert len(refused) == 1


@pytest.mark.parametrize("name", ["word/media/image2.svg", "ppt/media/ICON.SVG", "Pictures/1.svg", "word/chunk.htm"])
def test_pictures_and_web_pages_in_an_archive_may_declare_a_type(name: str) -> None:
    picture = (
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>'
    )
    check_archive(archive(**{"word/document.xml": b"<a/>", name: picture}), "a.docx", "WORKBOOK_BYTES")
    with pytest.raises(FileError, match="document type declaration"):
        check_archive(archive(**{"word/document.xml": TYPE.encode(), name: picture}), "a.docx", "WORKBOOK_BYTES")


@pytest.mark.parametrize(
    "named",
    [
        b'<a><b Type="http://x/worksheet" Target="media/image1.svg"/></a>',
        b'<a><b Type="x/image" Target="image1.svg"/><b Type="x/sharedStrings" Target="/xl/image1.svg"/></a>',
        b'<a><b PartName="/xl/media/image1.svg" ContentType="application/vnd.x.sharedStrings+xml"/></a>',
    ],
)
def test_a_part_to_read_may_not_declare_a_type_whatever_its_name(named: bytes) -> None:
    picture = b'<a><b Type="http://x/image" Target="../media/image1.svg"/></a>'
    for content, refused in ((picture, False), (named, True)):
        packed = archive(**{"xl/_rels/workbook.xml.rels": content, "xl/media/image1.svg": TYPE.encode()})
        if not refused:
            check_archive(packed, "a.xlsx", "WORKBOOK_BYTES")
            continue
        with pytest.raises(FileError, match="document type declaration"):
            check_archive(packed, "a.xlsx", "WORKBOOK_BYTES")
