"""What the rules found in catalogs the last time, so that what has not changed since is not checked again.

What they find in a concept, or in an article, follows from what the catalog says of it, from the terms of all
languages, from the sources, and from this package; what they find in the catalog as a whole, from all that is in its
file too. If any of these is another, they run again.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import astuple, replace

from ..catalogs.cache import Cached, basis, digest
from ..catalogs.data import ByLanguage
from ..catalogs.messages import Translations
from ..catalogs.parser import Catalog, parse_catalog
from ..files import read_bytes, shown_path
from ..findings import Finding
from ..termbase.model import Termbase
from .content import Content, Wording
from .quality import Quality

Find = Callable[[Collection[str]], Iterable[tuple[str, Finding]]]
"""Finds what is wrong in concepts, in articles, and in the whole, given their names ("" for the whole)."""
Remember = Callable[[Collection[str], Find], list[Finding]]
Rows = list[list[object]]


def anew(names: Collection[str], find: Find) -> list[Finding]:
    """Remember nothing."""
    return [finding for _, finding in find(names)]


class Remembered:
    """What was found the last time in the catalogs of a termbase that lies on no other."""

    def __init__(self, sources: str, paths: Mapping[str, str], root: str, skip: Collection[str] = ()) -> None:
        """``sources`` is the folder of the YAML, ``paths`` holds the catalog of each language, ``root`` is what paths
        in findings are relative to, ``skip`` names the rules that are left out. Raises FileError."""
        self._sources, self._paths, self._root, self._skip = sources, paths, root, repr(sorted(skip))
        self._basis = basis(sources)
        self._written = {language: read_bytes(path) for language, path in paths.items()}
        self._files = {language: digest(content) for language, content in self._written.items()}
        self._terms = {language: self._cached("terms", language, self._files[language]).read() for language in paths}

    def content(self, termbase: Termbase, quality: Quality) -> Content:
        """Return the termbase with its catalogs; those whose terms are known are not read before they are needed.

        Raises CatalogError where a catalog is broken.
        """
        content = Content(termbase, ByLanguage(self._paths, self._read), quality)
        for language, terms in self._terms.items():
            if terms is None:
                self._terms[language] = _terms_in(content.data.catalogs[language])
                self._cached("terms", language, self._files[language]).save(self._terms[language])
            records = self._records(language).read()
            if records is not None:
                content.data.made_terms[language] = records
        self._known = {*content.data.made_terms}
        return content

    def _read(self, language: str) -> tuple[str, Catalog]:
        shown = shown_path(self._paths[language], self._root)
        return shown, parse_catalog(self._written[language], shown)

    def findings(self, language: str) -> list[Finding] | None:
        """Return what was found in a catalog; None where that is not known, or anything is another now."""
        cached = self._of_file(language)
        rows: Rows | None = cached.read() if cached else None
        return None if rows is None else _findings(rows)

    def save(self, catalog: Wording, findings: Iterable[Finding]) -> None:
        """Remember what was found in a catalog, unless the sources have been written meanwhile."""
        cached = self._of_file(catalog.language)
        if cached and basis(self._sources) == self._basis:
            cached.save([*map(astuple, findings)])
            made = catalog.content.data.made_terms
            for language in self._paths.keys() & made.keys() - self._known:
                self._records(language).save(made[language])
                self._known.add(language)

    def parts(self, catalog: Wording) -> Remember:
        """Return what remembers the findings in each concept and each article of a catalog."""
        cached = self._cached("parts", catalog.language, repr(self._terms))

        def remember(names: Collection[str], find: Find) -> list[Finding]:
            written: dict[str, list[object]] = {"": [self._files[catalog.language]]}
            for context, entry in catalog.po_entries.items():
                here = {name: value for name, value in vars(entry).items() if name not in ("linenum", "occurrences")}
                written.setdefault(part_of(context), []).append(here)
            keys = {name: digest(name, repr(written.get(name))) for name in names}
            before: dict[str, Rows] = cached.read() or {}
            now: dict[str, Rows] = {key: before.get(key, []) for key in keys.values()}
            changed = [name for name, key in keys.items() if key not in before]
            for name, finding in find(changed) if changed else ():
                now[keys[name]].append([*astuple(finding)])
            if changed and basis(self._sources) == self._basis:
                cached.save(now)
            whole = _findings(now.pop(keys[""], []))  # in their lines, because the file is the same
            return whole + [_in_its_line(finding, catalog) for rows in now.values() for finding in _findings(rows)]

        return remember

    def _records(self, language: str) -> Cached:
        """Return what keeps the terms of a language, which the check of another looks at too."""
        return self._cached("records", language, str(self._terms[language]))

    def _of_file(self, language: str) -> Cached | None:
        """Return what keeps the findings in a catalog as it is; None while not all terms are known."""
        if None in self._terms.values():
            return None
        return self._cached("check", language, self._files[language], repr(self._terms), self._skip)

    def _cached(self, what: str, language: str, *made_from: str) -> Cached:
        return Cached(what, self._paths[language], self._basis, self._root, language, *made_from)


def _terms_in(said: Translations) -> str:
    """Return the digest of the terms in a catalog, and of its plural rule."""
    terms = [
        (context, translation)
        for context, translation in said.items()
        if not context or context.partition(".")[2].startswith(("term", "words"))
    ]
    return digest(repr(terms))


def part_of(subject: str) -> str:
    """Return the concept or the article that a message, or what is found in one, belongs to."""
    return subject.partition(".")[0]


def _findings(rows: Rows) -> list[Finding]:
    return [Finding(*row) for row in rows]  # type: ignore[arg-type]


def _in_its_line(finding: Finding, catalog: Wording) -> Finding:
    """Return a finding in the line where its message is now; the lines of the sources are as they were."""
    entry = catalog.po_entries.get(finding.subject) if finding.path == catalog.path else None
    return replace(finding, line=entry.linenum or 1) if entry else finding
