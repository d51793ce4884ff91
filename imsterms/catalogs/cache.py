"""What a command made of a catalog the last time, so that what has not changed since is not made again.

It is in the user's cache folder, or where the environment variable IMSTERMS_CACHE_DIR says. A file there that is
missing, damaged or made from anything else is as good as none.
"""

import json
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from ..errors import FileError
from ..files import make_folder, read_bytes, write_atomically
from .files import is_still


class Cached:
    """What was made of one file."""

    def __init__(self, what: str, path: str, *made_from: bytes | str) -> None:
        """``made_from`` is all that the result depends on, or digests of it."""
        place = sha256(os.path.abspath(path).encode("utf-8", "surrogateescape")).hexdigest()
        self._path = os.path.join(_folder(), f"{what}-{place[:16]}.json")
        self._made_from = digest(what, *made_from)

    def read(self) -> Any:
        """Return what was made, as JSON says it; None where it is not known."""
        try:
            stated, _, content = read_bytes(self._path).partition(b"\n")
            return json.loads(content) if stated.decode("ascii") == digest(self._made_from, content) else None
        except (FileError, ValueError, RecursionError):
            return None

    def save(self, made: Any) -> None:
        """Write what was made for the next run; where that cannot be, it is made again."""
        content = json.dumps(made).encode()
        try:
            make_folder(os.path.dirname(self._path))
            write_atomically(self._path, f"{digest(self._made_from, content)}\n".encode() + content)
        except FileError:
            pass


class CachedOfFile(Cached):
    """What was made of a file as it is now."""

    def __init__(self, what: str, path: str, *made_from: bytes | str) -> None:
        self._file = path
        self._content = read_bytes(path) if os.path.exists(path) else None
        super().__init__(what, path, self._content or b"", *made_from)

    def save(self, made: Any) -> None:
        """Write what was made, unless the file was saved by another program meanwhile."""
        if is_still(self._content, self._file):
            super().save(made)


def digest(*parts: bytes | str) -> str:
    """Return one digest of several texts.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    whole = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d\n" % len(content) + content)
    return whole.hexdigest()


def basis(sources: str) -> str:
    """Return the digest of all that commands depend on besides the catalogs: the YAML below ``sources``, this package,
    and what it is run with."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found: list[bytes | str] = [sys.version, *_installed()]
    for path in (*_files(package), *_files(sources, ".yaml")):
        found += (os.fsencode(path), read_bytes(path))
    return digest(*found)


def _installed() -> Iterator[str]:
    """Yield the names of the distributions that may be imported, with their versions."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))


def _files(folder: str, ending: str = "") -> Iterator[str]:
    for below, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(below, name) for name in sorted(names) if name.endswith(ending))


def _folder() -> str:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("IMSTERMS_CACHE_DIR") or os.path.join(base, "imsterms")
