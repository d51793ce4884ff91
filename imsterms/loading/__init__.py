"""A user's own termbase: a clinic's YAML and catalogs, alone or on top of the built-in termbase."""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from functools import cached_property
from logging import getLogger
from typing import TYPE_CHECKING

from ..catalogs.data import SourceData, read_catalogs
from ..catalogs.messages import Translation
from ..errors import FileError, SuggestionBudget
from ..facade import VERSION, Family, Glossary, built_in, negotiated, open_glossary
from ..findings import Finding
from ..termbase.model import Termbase
from ..termbase.source import read_sources, refuse
from ..termbase.word_lists import read_word_lists
from .overlay import NoData, OverlayData

if TYPE_CHECKING:
    from ..checks.content import Make
    from ..termbase.runtime import Data


class LoadedTermbase:
    """What ``imsterms.load`` returns: a termbase, of which ``glossary`` gives the languages."""

    def __init__(self, data: OverlayData) -> None:
        self._data = data
        self._family: Family = {}

    def __repr__(self) -> str:
        return f"<LoadedTermbase {', '.join(self.languages)}>"

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages there are terms in."""
        return self._data.languages

    def glossary(self, language: str, *, fallback: bool = False) -> Glossary:
        """Return the glossary in a language, as ``imsterms.facade`` does. Raises UnknownLanguageError."""
        return open_glossary(self._data, language, fallback, self._family)

    def negotiate(self, header: str | None, *, default: str) -> str:
        """Return the offered language that serves an ``Accept-Language`` header best, as ``imsterms.negotiate``."""
        return negotiated(self._data, header, default)

    @cached_property
    def conflicts(self) -> tuple[Finding, ...]:
        """What putting the termbase on top of the built-in one brings about and a person should look at.

        Terms of ours that are words for another concept there; preferred terms replaced; texts whose grammar may break
        because a term has another gender now; forms that texts use and the new term has not; articles and sources
        replaced. Empty for a termbase alone.
        """
        from .conflicts import conflicts

        return tuple(sorted(conflicts(self._data)))


def load_termbase(folder: str | os.PathLike[str], base: Data, *, over: bool, version: str) -> LoadedTermbase:
    """Return the termbase in ``folder``, on top of ``base`` or alone. Raises FileError, SourceError, CatalogError.

    A text that cannot be rendered is left out, and named in the log, so that a site stays up.
    """
    path = os.fspath(folder)
    if not os.path.isdir(path):
        raise FileError(f"{path} is not a folder; a termbase is a folder with concepts/*.yaml")
    under: Data = base if over else NoData()
    termbase, findings = read_sources(path, root=path, known=under.structure()["concepts"])
    locales = os.path.join(path, "locales")
    word_lists = read_word_lists(path, findings, root=path)
    if over and not (termbase.concepts or word_lists or findings or os.path.isdir(locales)):
        raise FileError(
            f"{path} has no concepts/*.yaml, no locales/<language>/LC_MESSAGES/imsterms.po and no words/<language>.yaml"
        )
    own = SourceData(termbase, read_catalogs(locales, root=path), version)
    data = OverlayData(under, own, version, words=base, word_lists=word_lists)
    refuse(findings + data.wrong())
    with SuggestionBudget():
        for finding in data.broken_texts(locales, root=path):
            getLogger("imsterms").warning("%s; the text is left out", finding)
    loaded = LoadedTermbase(data)
    if base is built_in() and version == VERSION:
        place = os.path.abspath(path), over
        data.address = (_loaded_again, place)
        _loaded[place] = loaded
    return loaded


_loaded: dict[tuple[str, bool], LoadedTermbase] = {}
"""What was loaded last from each folder, alone and over the built-in termbase."""


def _loaded_again(folder: str, over: bool) -> tuple[Data, Family]:
    """Return what values of a clinic's termbase are made from, in whatever process they are unpickled."""
    loaded = _loaded.get((folder, over)) or load_termbase(folder, built_in(), over=over, version=VERSION)
    return loaded._data, loaded._family


def layers(base: bool) -> tuple[Container[str], Make]:
    """Return the concepts that a termbase lies on, those of the built-in one or none, and what makes its data."""
    if not base:
        return (), SourceData
    under = built_in()

    def make(termbase: Termbase, catalogs: Mapping[str, Mapping[str, Translation]], version: str) -> OverlayData:
        return OverlayData(under, SourceData(termbase, catalogs, version), version, words=under, word_lists={})

    return under.structure()["concepts"], make


def check(
    folder: str | os.PathLike[str],
    *,
    locales: str | os.PathLike[str] | None = None,
    base: bool = False,
    root: str | None = None,
) -> list[Finding]:
    """Return what is wrong with the sources of a termbase: files, references, model and terminology.

    ``folder`` holds ``concepts/*.yaml``, ``locales`` (by default the folder in it) the catalogs. ``base`` is that of
    ``load``. Paths in findings are relative to ``root``. Raises FileError where there is no such folder.
    """
    from ..checks.check import check_sources

    return check_sources(folder, *layers(base), locales, root)
