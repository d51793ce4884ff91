"""Terms in documents: Markdown, HTML and catalogs, whose code, links' addresses and markup are no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..languages.tags import match as match_language
from .annotate import annotator

if TYPE_CHECKING:
    from ..lexicon.concept import Concepts
    from .annotate import Match, Options
    from .readers import Document


def annotate_document(glossary: Concepts, document: Document, **options: Unpack[Options]) -> list[Match]:
    """Return the terms in the prose of a document, with offsets in the document as given.

    What is a link already, and what the document says is in another language, is left out.

    >>> import imsterms
    >>> from imsterms.recognition.readers import read
    >>> page = read("<p id='hud'>Hud</p>", "html")
    >>> [tuple(match[:3]) for match in annotate_document(imsterms.glossary("nb"), page)]
    [(12, 15, 'Hud')]
    """
    found = []
    for segment in document.segments:
        if segment.language and match_language(segment.language, glossary.languages) != glossary.language:
            continue
        for match in annotator(glossary).annotate(segment.text, **options):
            if segment.linked(match.start, match.end):
                continue
            start, end = segment.span(match.start, match.end)
            found.append(match._replace(start=start, end=end))
    return sorted(found, key=lambda match: match.start)
