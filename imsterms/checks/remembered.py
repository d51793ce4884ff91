"""What the rules found in a catalog the last time, so that what has not changed since is not checked again.

What they find in one message, or in one concept, follows from what the catalog has there, from the terms of all
languages, from the sources, and from this package; what they find in the catalog as a whole, from all that is in its
file too. If any of these is another, they run again. What is remembered is in
the user's cache folder, or where the environment variable IMSTERMS_CACHE_DIR says; a file there that is missing,
damaged or of another version is as good as none.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import astuple, replace
from hashlib import sha256

from ..errors import FileError
from ..files import make_folder, read_bytes, write_atomically
from ..findings import Finding
from .content import Content, Wording

Find = Callable[[Collection[str]], Iterable[tuple[str, Finding]]]
"""Finds what is wrong in messages, in concepts, and in the whole, given their names ("" for the whole)."""
Remember = Callable[[Collection[str], Find], list[Finding]]


def anew(names: Collection[str], find: Find) -> list[Finding]:
    """Remember nothing."""
    return [finding for _, finding in find(names)]


class Remembered:
    """What was found the last time in a catalog of a termbase that lies on no other."""

    def __init__(self, catalog: Wording, basis: bytes) -> None:
        """``basis`` is that of all catalogs of the termbase."""
        self._catalog = catalog
        source = catalog.catalog.source if catalog.catalog else b""
        self._written = {"": [sha256(source).hexdigest()]}
        for context, entry in catalog.po_entries.items():
            here = {name: value for name, value in vars(entry).items() if name not in ("linenum", "occurrences")}
            for name in (context, context.partition(".")[0]):
                self._written.setdefault(name, []).append(repr(here))
        name = sha256(os.path.abspath(str(catalog.catalog.fpath if catalog.catalog else "")).encode()).hexdigest()
        self._path = os.path.join(_cache_folder(), f"check-{name[:16]}.json")
        self._basis = basis + repr((catalog.path, catalog.language)).encode("utf-8", "surrogatepass")
        self._before = self._read()
        self._now: dict[str, list[list[object]]] = {}

    def __call__(self, names: Collection[str], find: Find) -> list[Finding]:
        keys = {name: self._key(name) for name in names}
        self._now = {key: self._before.get(key, []) for key in keys.values()}
        changed = [name for name, key in keys.items() if key not in self._before]
        for name, finding in find(changed) if changed else ():
            self._now[keys[name]].append([*astuple(finding)])
        findings = {name: [Finding(*row) for row in self._now[key]] for name, key in keys.items()}  # type: ignore[arg-type]
        return [self._in_its_line(one) if name else one for name, those in findings.items() for one in those]

    def _key(self, name: str) -> str:
        written = "\n".join((name, *self._written.get(name, ())))
        return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _in_its_line(self, finding: Finding) -> Finding:
        """Return a finding in the line where its message is now; the lines of the sources are as they were."""
        entry = self._catalog.po_entries.get(finding.subject) if finding.path == self._catalog.path else None
        return replace(finding, line=entry.linenum or 1) if entry else finding

    def _read(self) -> dict[str, list[list[object]]]:
        try:
            digest, _, content = read_bytes(self._path).partition(b"\n")
        except FileError:
            return {}
        found: dict[str, list[list[object]]] = json.loads(content) if digest == self._digest(content) else {}
        return found

    def save(self) -> None:
        """Write what was found for the next run; where that cannot be, it is found anew."""
        if self._now.keys() == self._before.keys():
            return
        content = json.dumps(self._now).encode()
        try:
            make_folder(os.path.dirname(self._path))
            write_atomically(self._path, self._digest(content) + b"\n" + content)
        except FileError:
            pass

    def _digest(self, content: bytes) -> bytes:
        return sha256(self._basis + content).hexdigest().encode()


def _cache_folder() -> str:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("IMSTERMS_CACHE_DIR") or os.path.join(base, "imsterms")


def basis(content: Content, sources: str) -> bytes:
    """Return the digest of all that findings depend on besides the catalog; ``sources`` is the folder of the YAML."""
    digest = sha256(sys.version.encode())
    for language, said in content.data.catalogs.items():
        terms = [
            (context, translation.texts, translation.state)
            for context, translation in said.items()
            if not context or context.partition(".")[2].startswith(("term", "words"))
        ]
        digest.update(repr((language, terms)).encode("utf-8", "surrogatepass"))
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for path in (*_files(package), *_files(sources, ".yaml")):
        written = read_bytes(path)
        digest.update(f"{path} {len(written)}\n".encode("utf-8", "surrogateescape") + written)
    return digest.digest()


def _files(folder: str, ending: str = "") -> Iterator[str]:
    for below, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(below, name) for name in sorted(names) if name.endswith(ending))
