"""What was made the last time: only what was made from just the same, whatever lies in the cache folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsterms.catalogs import cache
from imsterms.catalogs.cache import Cached, CachedOfFile, basis, digest


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder, not made yet."""
    monkeypatch.setenv("IMSTERMS_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_made_from_the_same_is_known() -> None:
    assert Cached("status", "a.po", "text").read() is None
    Cached("status", "a.po", "text").save({"done": [1, "å"]})
    assert Cached("status", "a.po", "text").read() == {"done": [1, "å"]}
    for other in (
        Cached("status", "a.po", "text", ""),
        Cached("status", "b.po", "text"),
        Cached("update", "a.po", "text"),
    ):
        assert other.read() is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\n[", b"\n", b"cut", b"other", b"deep"])
def test_a_damaged_file_is_as_good_as_none(folder: Path, damage: bytes) -> None:
    made = Cached("status", "a.po", "text")
    made.save([1])
    (path,) = folder.iterdir()
    content = path.read_bytes()
    path.write_bytes({b"cut": content[:-1], b"other": content.replace(b"[1]", b"[2]")}.get(damage, damage))
    if damage == b"deep":  # with the right digest
        path.write_bytes(digest(made._made_from, b"[" * 100_000).encode() + b"\n" + b"[" * 100_000)
    assert made.read() is None
    made.save([1])
    assert made.read() == [1]


def test_where_nothing_can_be_written_nothing_is_remembered(folder: Path) -> None:
    folder.write_text("a file where the folder would be")
    Cached("status", "a.po").save([1])
    assert Cached("status", "a.po").read() is None


def test_a_file_that_is_saved_meanwhile_is_not_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text("one")
    made = CachedOfFile("status", str(path))
    path.write_text("two")
    made.save(1)
    assert made.read() is None
    again = CachedOfFile("status", str(path))
    again.save(2)
    assert again.read() == 2
    assert made.read() is None


def test_all_that_commands_depend_on_is_in_the_basis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, sources, site = (tmp_path / name for name in ("package", "sources", "site"))
    for file in (package / "catalogs" / "cache.py", sources / "concepts" / "a.yaml", site / "polib-1.dist-info" / "x"):
        file.parent.mkdir(parents=True)
        file.write_text("one")
    monkeypatch.setattr(cache, "__file__", str(package / "catalogs" / "cache.py"))
    monkeypatch.setattr("sys.path", [str(site)])
    seen = [basis(str(sources))]
    assert basis(str(sources)) == seen[0]
    (package / "new.txt").write_text("")
    seen.append(basis(str(sources)))
    (package / "catalogs" / "cache.py").write_text("two")
    seen.append(basis(str(sources)))
    (sources / "concepts" / "a.yaml").rename(sources / "concepts" / "b.yaml")
    seen.append(basis(str(sources)))
    (site / "polib-1.dist-info").rename(site / "polib-2.dist-info")
    seen.append(basis(str(sources)))
    monkeypatch.setattr("sys.version", "another")
    seen.append(basis(str(sources)))
    assert len({*seen}) == 6
