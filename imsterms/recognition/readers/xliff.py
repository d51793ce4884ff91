"""XLIFF 1.2 and 2: each source text with its translation, without codes; drafts are left out.

Source texts are in the language of ``source-language`` or ``srcLang``, translations in that of ``target-language`` or
``trgLang``. What other programs proposed (``alt-trans``, ``matches``) is left out.
"""

from __future__ import annotations

import re
from html import escape

from . import Document
from .html import add_decoded
from .markup import COMMENT, END, START, attributes, tokens
from .segments import OBJECT, Segment

_LANGUAGES = {"source": ("source-language", "srclang"), "target": ("target-language", "trglang")}
_UNITS = frozenset(("trans-unit", "segment"))
_CODES = frozenset(("bpt", "ept", "it", "ph", "x", "g", "pc", "sc", "ec", "bx", "ex", "sub"))
_WITHOUT_WORDS = frozenset(("bpt", "ept", "it", "ph"))
_PROPOSALS = frozenset(("alt-trans", "mtc:matches", "matches"))
_ACCESS_KEY = re.compile(r"(?:[_~]|&amp;)(?=\w)")
_DRAFTS = frozenset(("new", "initial", "needs-translation", "needs-adaptation", "needs-l10n"))


def read(text: str) -> Document:
    """Read a file; what is not XLIFF is passed over."""
    segments: list[Segment] = []
    pairs: list[tuple[Segment, Segment]] = []
    languages: dict[str, str] = {}
    source: Segment | None = None
    segment: Segment | None = None
    skipped = 0  # how many elements are open whose content is not read
    draft = False
    for token in tokens(text):
        name = token.name
        closed = text.startswith("/>", token.end - 2)
        if name in _PROPOSALS or segment is not None and name in _WITHOUT_WORDS:
            skipped += (token.kind == START and not closed) - (token.kind == END)
        if token.kind == START:
            said = attributes(text[token.start : token.end])
            if name in ("xliff", "file"):
                languages |= {kind: said[key] for kind, keys in _LANGUAGES.items() for key in keys if key in said}
            elif name in _UNITS:
                source, draft = None, said.get("approved") == "no" or said.get("state") in _DRAFTS
            elif name in _LANGUAGES and not skipped and not closed:
                draft = draft or name == "target" and said.get("state") in _DRAFTS
                segment = Segment(language=languages.get(name))
            elif segment is not None and name in _CODES:
                if closed or name in _WITHOUT_WORDS:
                    segment.decoded(OBJECT, token.start, token.end)
                else:
                    segment.markup()
        elif token.kind == END and name in _LANGUAGES and segment is not None:
            if segment.finish() and not (draft and name == "target"):
                segments.append(segment)
                if source is not None:
                    pairs.append((source, segment))
            source, segment = (segment if name == "source" else source), None
        elif segment is not None and not skipped:
            if token.kind in (END, COMMENT):
                segment.markup()
            else:
                place = token.start
                for key in _ACCESS_KEY.finditer(text, token.start, token.end):
                    add_decoded(segment, text, place, key.start())
                    segment.markup()
                    place = key.end()
                add_decoded(segment, text, place, token.end)
    return Document(segments, [], lambda term: escape(term, quote=False), language=languages.get("target"), pairs=pairs)
