"""Terms in documents, whose code, links' addresses and markup are no prose, and as links in any HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..languages.tags import match as match_language
from ..lexicon.designation import PLAIN
from ..lexicon.rendering import Renderer
from .annotate import annotator
from .readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..lexicon.concept import Concepts
    from .annotate import Options
    from .match import Match
    from .readers import Document
    from .readers.segments import Segment

SECTION, ALL = "section", "all"


def annotate_document(glossary: Concepts, document: Document, **options: Unpack[Options]) -> list[Match]:
    """Return the terms in the prose of a document, with offsets in the document as given.

    What is a link already, and what the document says is in another language, is left out.

    >>> import imsterms
    >>> page = read("<p id='hud'>Hud</p>", "html")
    >>> [tuple(match[:3]) for match in annotate_document(imsterms.glossary("nb"), page)]
    [(12, 15, 'Hud')]
    """
    matches = []
    for segment, match in _terms(glossary, document, options):
        if not segment.linked(match.start, match.end):
            start, end = segment.span(match.start, match.end)
            matches.append(match._replace(start=start, end=end))
    return sorted(matches, key=lambda match: match.start)


def _terms(glossary: Concepts, document: Document, options: Options) -> Iterator[tuple[Segment, Match]]:
    """Yield the terms of the segments that are in the language of the glossary."""
    for segment in document.segments:
        if not segment.language or match_language(segment.language, glossary.languages) == glossary.language:
            for match in annotator(glossary).annotate(segment.text, **options):
                yield segment, match


def annotate_html(
    glossary: Concepts,
    page: str,
    *,
    link: str | None = "#term-{id}",
    mentions: str | int = SECTION,
    document: Document | None = None,
    **options: Unpack[Options],
) -> str:
    """Return a page in which terms are links to their concepts.

    ``link`` is a URL with ``{id}`` in it; with None, terms become buttons that open their definitions. ``mentions``
    says which mentions of a concept are linked: the first one in each section (``"section"``), ``"all"``, or the first
    so many of the page. Nothing is linked in headings, in links, in code, or in a part of the page that is in another
    language. The page differs from the one given by the added elements only. ``document`` is the page as it was read,
    where it was. Raises ValueError for other ``mentions``.

    >>> import imsterms
    >>> annotate_html(imsterms.glossary("nb"), "<p>Ei n&aring;l</p>", link="/{id}")
    '<p>Ei <a class="imsterms-term" href="/needle">n&aring;l</a></p>'
    """
    if mentions not in (SECTION, ALL) and (not isinstance(mentions, int) or mentions < 1):
        raise ValueError(f"mentions is 'section', 'all' or a number from 1 on, not {mentions!r}")
    renderer = Renderer(glossary, link=link)
    counts: dict[tuple[str, int], int] = {}
    pieces: list[str] = []
    place = 0
    document = document or read(page, "html")
    for segment, found in _terms(glossary, document, options):
        if segment.heading or found.designation.field == PLAIN or not segment.linkable(found.start, found.end):
            continue
        key = found.concept.id, segment.section if mentions == SECTION else 0
        counts[key] = counts.get(key, 0) + 1
        if mentions != ALL and counts[key] > (1 if mentions == SECTION else int(mentions)):
            continue
        start, end = segment.span(found.start, found.end)
        meaning = renderer.meaning(found.concept.id)
        if not (meaning or renderer.link):
            continue
        opening, closing = renderer.explanations.tags(found.concept.id, meaning)
        pieces += [page[place:start], opening, page[start:end], closing]
        place = end
    popovers = renderer.explanations.popovers()
    if popovers:
        end = max(document.end or 0, place)  # behind the last term, where they fit in any case
        pieces += [page[place:end], popovers]
        place = end
    return "".join([*pieces, page[place:]])
