"""imsterms: the reference vocabulary of intramuscular stimulation (IMS) in Bokmål, Nynorsk and English.

>>> import imsterms
>>> glossary = imsterms.glossary("nb")
>>> f"{glossary['trigger_point'].term:the plural}"
'triggerpunktene'

Callers always name the language: no process-wide locale is set, and there is no global state. Data are loaded when they
are first asked for.
"""

from __future__ import annotations

# first of all: importing a submodule later would put it in the place of the function of the same name
from . import languages as _languages  # noqa: F401
from .facade import LOCALES_DIR, glossary
from .facade import VERSION as __version__
from .facade import built_in as _built_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike

    from .articles.article import Article
    from .errors import (
        CatalogError,
        ExchangeError,
        FileError,
        ImstermsError,
        MissingExtraError,
        MissingFormError,
        MissingTranslationError,
        SettingsError,
        SourceError,
        TextError,
        UnknownArticleError,
        UnknownCodeSystemError,
        UnknownConceptError,
        UnknownFormatError,
        UnknownFormError,
        UnknownLabelError,
        UnknownLanguageError,
        UnknownRuleError,
    )
    from .facade import Glossary
    from .lexicon.by_code import CodeMatch
    from .lexicon.concept import Concept, Designation
    from .lexicon.find import Found
    from .lexicon.rendering import Document
    from .lexicon.term import Term
    from .lexicon.text import Text
    from .loading import LoadedTermbase
    from .termbase.model import CodeSystem

DOMAIN = "imsterms"
"""The gettext domain of the catalogs; it never changes."""

_WHERE = {
    "articles.article": ("Article",),
    "lexicon.by_code": ("CodeMatch",),
    "termbase.model": ("CodeSystem",),
    "lexicon.concept": ("Concept", "Designation"),
    "errors": (
        "CatalogError",
        "ExchangeError",
        "FileError",
        "ImstermsError",
        "MissingExtraError",
        "MissingFormError",
        "MissingTranslationError",
        "SettingsError",
        "SourceError",
        "TextError",
        "UnknownArticleError",
        "UnknownCodeSystemError",
        "UnknownLabelError",
        "UnknownConceptError",
        "UnknownFormError",
        "UnknownFormatError",
        "UnknownLanguageError",
        "UnknownRuleError",
    ),
    "facade": ("Glossary",),
    "loading": ("LoadedTermbase",),
    "lexicon.rendering": ("Document",),
    "lexicon.text": ("Text",),
    "lexicon.find": ("Found",),
    "lexicon.term": ("Term",),
}
"""Which module holds each public class; it is loaded when the class is asked for."""

__all__ = [
    "DOMAIN",
    "LOCALES_DIR",
    "Article",
    "CatalogError",
    "CodeMatch",
    "CodeSystem",
    "Concept",
    "Designation",
    "Document",
    "ExchangeError",
    "FileError",
    "Found",
    "Glossary",
    "ImstermsError",
    "LoadedTermbase",
    "MissingExtraError",
    "MissingFormError",
    "MissingTranslationError",
    "SettingsError",
    "SourceError",
    "Term",
    "Text",
    "TextError",
    "UnknownArticleError",
    "UnknownCodeSystemError",
    "UnknownLabelError",
    "UnknownConceptError",
    "UnknownFormError",
    "UnknownFormatError",
    "UnknownLanguageError",
    "UnknownRuleError",
    "__version__",
    "glossary",
    "languages",
    "load",
    "negotiate",
]


def __getattr__(name: str) -> object:
    for module, names in _WHERE.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(f".{module}", __name__), name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)


def languages(*, all: bool = False) -> tuple[str, ...]:
    """Return the tags of the languages that are far enough to be offered to visitors; with ``all`` the others too.

    A language is offered once it has every term and nearly every definition (``glossary(tag).progress``).

    >>> languages()
    ('en', 'nb', 'nn')
    """
    data = _built_in()
    return data.languages if all else tuple(tag for tag in data.languages if data.progress(tag)["offered"])


def load(folder: str | PathLike[str], *, base: bool = False) -> LoadedTermbase:
    """Return a clinic's own termbase, alone or, with ``base``, on top of the built-in one.

    ``folder`` holds ``concepts/*.yaml`` and what else the sources of a termbase have (``articles/``,
    ``interface.yaml``, ``sources.yaml``), and catalogs in ``locales/<language>/LC_MESSAGES/imsterms.po``. Over the
    built-in termbase, an entry or a message for one of its concepts states only what is different: a preferred term, a
    definition and an abbreviation replace, admitted and deprecated terms, relations and codes add, ``-`` removes.
    Raises FileError, SourceError or CatalogError with every problem.

    ::

        clinic = imsterms.load("clinic/", base=True)
        clinic.glossary("nb")["trigger_point"].term
        for conflict in clinic.conflicts:
            print(conflict)
    """
    from .loading import load_termbase

    return load_termbase(folder, _built_in(), over=base, version=__version__)


def negotiate(header: str | None, *, default: str) -> str:
    """Return the offered language that serves an ``Accept-Language`` header best; ``default`` for a foreign visitor.

    Never raises for anything a visitor sends; an unknown ``default`` raises UnknownLanguageError.

    >>> negotiate("da, nn;q=0.8", default="nb"), negotiate("de", default="nb")
    ('nn', 'nb')
    """
    from .languages.tags import negotiate, normalise

    default = normalise(default, languages(all=True))
    return negotiate(header, (*languages(), default), default)
