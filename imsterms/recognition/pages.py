"""Linking the terms of any HTML page: ``annotate_html``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..languages.tags import match as match_language
from ..lexicon.designation import PLAIN
from ..lexicon.rendering import Renderer
from .annotate import annotator
from .readers import read

if TYPE_CHECKING:
    from ..lexicon.concept import Concepts
    from .annotate import Options
    from .readers import Document

SECTION, ALL = "section", "all"


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
    for segment in document.segments:
        if segment.heading:
            continue
        if segment.language and match_language(segment.language, glossary.languages) != glossary.language:
            continue
        for found in annotator(glossary).annotate(segment.text, **options):
            if found.designation.field == PLAIN or not segment.linkable(found.start, found.end):
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
