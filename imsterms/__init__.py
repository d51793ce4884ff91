"""imsterms: the reference vocabulary of intramuscular stimulation (IMS) in Bokmål, Nynorsk and English.

>>> import imsterms
>>> glossary = imsterms.glossary("nb")
>>> f"{glossary['trigger_point'].term:the plural}"
'triggerpunktene'

Callers always name the language: no process-wide locale is set, and there is no global state. Data are loaded when they
are first asked for. ``help(imsterms.Glossary)`` says what a glossary can do; docs/names.md lists every public name.
"""

from __future__ import annotations

# first of all: importing a submodule later would put it in the place of the function of the same name
from . import languages as _languages  # noqa: F401
from .facade import LOCALES_DIR, glossary
from .facade import VERSION as __version__
from .facade import built_in as _built_in
from .facade import negotiated as _negotiated
from .facade import offered as _offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike

    from .articles.article import Article
    from .articles.content import Block
    from .checks.text.lint import Fixed
    from .comparison import Change, diff
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
    from .findings import Finding
    from .formats import export, import_termbase
    from .lexicon.by_code import CodeMatch
    from .lexicon.concept import Concept
    from .lexicon.designation import Designation
    from .lexicon.find import Found
    from .lexicon.rendering import Document
    from .lexicon.term import Term
    from .lexicon.text import Advice, Text, TextReference
    from .loading import LoadedTermbase, check
    from .maps import draw_map
    from .recognition.match import Match
    from .termbase.model import CodeSystem, Source

DOMAIN = "imsterms"
"""The gettext domain of the catalogs; it never changes."""

_CALLS = {
    "check": "loading",
    "diff": "comparison",
    "draw_map": "maps",
    "export": "formats",
    "import_termbase": "formats",
}
"""The calls that are not in this module, and where they are."""

_MODULES = (
    *("errors", "facade", "lexicon.term", "lexicon.designation", "lexicon.concept", "lexicon.text", "findings"),
    *("lexicon.find", "lexicon.by_code", "lexicon.rendering", "termbase.model", "articles.content", "articles.article"),
    *("recognition.annotate", "loading", "checks.text.lint", "comparison"),
)
"""The modules that hold the public classes; they are loaded, in this order, when a class is asked for."""

__all__ = [
    "DOMAIN",
    "LOCALES_DIR",
    "Advice",
    "Article",
    "Block",
    "CatalogError",
    "Change",
    "CodeMatch",
    "CodeSystem",
    "Concept",
    "Designation",
    "Document",
    "ExchangeError",
    "FileError",
    "Finding",
    "Fixed",
    "Found",
    "Glossary",
    "ImstermsError",
    "LoadedTermbase",
    "Match",
    "MissingExtraError",
    "MissingFormError",
    "MissingTranslationError",
    "SettingsError",
    "Source",
    "SourceError",
    "Term",
    "Text",
    "TextError",
    "TextReference",
    "UnknownArticleError",
    "UnknownCodeSystemError",
    "UnknownLabelError",
    "UnknownConceptError",
    "UnknownFormError",
    "UnknownFormatError",
    "UnknownLanguageError",
    "UnknownRuleError",
    "__version__",
    "check",
    "diff",
    "draw_map",
    "export",
    "glossary",
    "import_termbase",
    "languages",
    "load",
    "negotiate",
]


if not TYPE_CHECKING:  # a type checker would take any name for one that there is

    def __getattr__(name):
        if name in __all__:
            from importlib import import_module

            homes = (_CALLS[name],) if name in _CALLS else _MODULES
            for module in (import_module(f".{home}", __name__) for home in homes):
                if hasattr(module, name):
                    return getattr(module, name)
        from .errors import nearest

        raise AttributeError(f"module '{__name__}' has no attribute '{name}'{nearest(name, __all__)}")


def __dir__() -> list[str]:
    """Return what is called; the classes of what is returned would make ``help(imsterms)`` a book."""
    return sorted(name for name in __all__ if not name[0].isupper() or name.isupper())


def languages(*, all: bool = False) -> tuple[str, ...]:
    """Return the tags of the languages that are far enough to be offered to visitors; with ``all`` the others too.

    A language is offered once it has every term and nearly every definition (``glossary(tag).progress``).

    >>> languages()
    ('en', 'nb', 'nn')
    """
    return _built_in().languages if all else _offered(_built_in())


def load(folder: str | PathLike[str], *, base: bool = False) -> LoadedTermbase:
    """Return a clinic's own termbase, alone or, with ``base``, on top of the built-in one.

    ``folder`` holds ``concepts/*.yaml`` and what else the sources of a termbase have (``articles/``,
    ``interface.yaml``, ``sources.yaml``), and catalogs in ``locales/<language>/LC_MESSAGES/imsterms.po``. Over the
    built-in termbase, an entry or a message for one of its concepts states only what is different: a preferred term, a
    definition and an abbreviation replace, admitted and deprecated terms, relations and codes add, ``-`` removes.
    A text of a translation that cannot be rendered is left out and named in the log, with its line.
    Raises FileError, SourceError or CatalogError with every problem.

    ::

        clinic = imsterms.load("clinic/", base=True)
        clinic.glossary("nb")["trigger_point"].term, clinic.conflicts
    """
    from .loading import load_termbase

    return load_termbase(folder, _built_in(), over=base, version=__version__)


def negotiate(header: str | None, *, default: str) -> str:
    """Return the offered language that serves an ``Accept-Language`` header best; ``default`` for a foreign visitor.

    Never raises for anything a visitor sends; an unknown ``default`` raises UnknownLanguageError.

    >>> negotiate("da, nn;q=0.8", default="nb"), negotiate("de", default="nb")
    ('nn', 'nb')
    """
    return _negotiated(_built_in(), header, default)
