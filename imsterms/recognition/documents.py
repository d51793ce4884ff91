"""Terms in documents: Markdown, HTML and catalogs, whose code, links' addresses and markup are no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages.tags import match as match_language
from .annotate import annotator
from .readers import read

if TYPE_CHECKING:
    from ..lexicon.concept import Concepts
    from .annotate import Match


def annotate_document(
    glossary: Concepts,
    text: str,
    format: str,
    *,
    at_least: str = "likely",
    misspellings: bool = False,
    split: bool = False,
    compounds: bool = False,
) -> list[Match]:
    """Return the terms in the prose of a document, with offsets in the document as given.

    ``format`` is ``text``, ``markdown``, ``html`` or ``po``. What is a link already, and what the document says is in
    another language, is left out. Raises UnknownFormatError.

    >>> import imsterms
    >>> [tuple(match[:3]) for match in annotate_document(imsterms.glossary("nb"), "<p id='hud'>Hud</p>", "html")]
    [(12, 15, 'Hud')]
    """
    found = []
    for segment in read(text, format).segments:
        if segment.language and match_language(segment.language, glossary.languages) != glossary.language:
            continue
        for match in annotator(glossary).annotate(
            segment.text, at_least=at_least, misspellings=misspellings, split=split, compounds=compounds
        ):
            if segment.linked(match.start, match.end):
                continue
            start, end = segment.span(match.start, match.end)
            found.append(match._replace(start=start, end=end))
    return sorted(found, key=lambda match: match.start)
