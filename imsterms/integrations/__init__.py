"""imsterms in frameworks, one module each: Jinja2, Django, Python-Markdown (MkDocs) and Sphinx.

They hold no term logic: each translates the framework's way of saying things into calls of a glossary.
"""

from collections.abc import Callable, Iterable

from ..errors import UnknownLanguageError
from ..facade import Glossary, built_in, glossary

Open = Callable[[str], Glossary]
"""Returns the glossary in a language: ``imsterms.glossary``, or that of a clinic's own termbase."""


def check(text: str, values: Iterable[str] = (), opened: Open = glossary, languages: Iterable[str] = ()) -> None:
    """Raise the error that rendering ``text`` would raise in any of ``languages``, by default those of the glossary.

    ``values`` are the names that get values when the text is rendered.
    """
    for language in languages or built_in().languages:
        opened(language).render(text, dict.fromkeys(values, 0))


def served(language: str | None, default: str, opened: Open = glossary) -> Glossary:
    """Return the glossary in ``language``, or in ``default`` where there are no terms in it."""
    try:
        return opened(language or default)
    except UnknownLanguageError:
        return opened(default)
