"""A document of several files, as one archive: the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile

from imsterms.exchange.package import Package


def test_the_archive_has_the_files() -> None:
    package = Package({"a.txt": b"one", "folder/b.txt": "nål".encode()})
    first, second = io.BytesIO(), io.BytesIO()
    package.write_zip(first)
    package.write_zip(second)
    assert first.getvalue() == second.getvalue()
    with zipfile.ZipFile(first) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == package.files
