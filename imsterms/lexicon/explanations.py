"""How a term carries its explanation in HTML: a button with a popover, or a link to its entry.

Both are reached by keyboard, touch and screen reader alike, without a script and without our style sheet (the popover
is HTML's own). In each section of a page only the first mention of a concept is explained.
"""

import re
from html import escape

from ..errors import TextError

TERM = "imsterms-term"
"""Class of a term that is explained."""
EXPLANATION = "imsterms-explanation"
"""Class of its explanation."""


class Explanations:
    """The terms that have been explained in one document, and the ids given out in it.

    >>> explanations = Explanations()
    >>> explanations.html("needle", "nål", "tynt verktøy")
    '<button type="button" class="imsterms-term" popovertarget="imsterms-needle">nål</button>'
    >>> explanations.html("needle", "nåler", "tynt verktøy")
    'nåler'
    >>> explanations.popovers()
    '<span class="imsterms-explanation" id="imsterms-needle" popover>tynt verktøy</span>'
    """

    def __init__(self, link: str | None = None, ids: str = "") -> None:
        """``link`` is a URL in which ``{id}`` stands for the concept's id; without it explanations are popovers.

        ``ids`` goes into the ids of the popovers, so that two documents on one page do not share any. Raises TextError
        for a link that would run something (``javascript:``).
        """
        self.link = None if link is None else checked_link(link)
        self.ids = ids
        self._explained: set[str] = set()
        self._given: dict[str, int] = {}
        self._popovers: list[str] = []

    def new_section(self) -> None:
        """Explain every term at its next mention again."""
        self._explained.clear()

    def html(self, concept_id: str, term: str, meaning: str, language: str = "", own: str = "") -> str:
        """Return a mention of a term: ``term`` is HTML, ``meaning`` text; both with the language attributes they need.

        ``language`` are the attributes of the term, ``own`` those of its explanation, both with a space before them.
        """
        if not self.due(concept_id, meaning):
            return f"<span{language}>{term}</span>" if language else term
        opening, closing = self.tags(concept_id, meaning, language, own)
        return f"{opening}{term}{closing}"

    def due(self, concept_id: str, meaning: str) -> bool:
        """Return whether the next mention of a concept needs an explanation, and count it as explained."""
        if concept_id in self._explained or not (meaning or self.link):
            return False
        self._explained.add(concept_id)
        return True

    def tags(self, concept_id: str, meaning: str, language: str = "", own: str = "") -> tuple[str, str]:
        """Return what goes before and after a term that is explained."""
        if self.link is not None:
            href = escape(self.link.replace("{id}", concept_id))
            return f'<a class="{TERM}" href="{href}"{language}>', "</a>"
        name = self._id(concept_id)
        text = escape(meaning, quote=False)
        self._popovers.append(f'<span class="{EXPLANATION}" id="{name}" popover{own}>{text}</span>')
        return f'<button type="button" class="{TERM}" popovertarget="{name}"{language}>', "</button>"

    def popovers(self) -> str:
        """Return the explanations made since the last call, to be put behind the text that they explain.

        Between its words they would be read as part of it by whatever does not know popovers.
        """
        popovers = "".join(self._popovers)
        self._popovers.clear()
        return popovers

    def _id(self, concept_id: str) -> str:
        count = self._given[concept_id] = self._given.get(concept_id, 0) + 1
        return "-".join(part for part in ("imsterms", self.ids, concept_id, str(count) if count > 1 else "") if part)


LEADS_NOWHERE = re.compile(r"\](?=(?:\(|:)\s*<?(?!https?://|mailto:|[^\s:&\\)<]*(?:[\s)]|\Z)))", re.IGNORECASE)
"""The bracket in Markdown that makes a link of what follows, where that is not a page (``javascript:`` ...)."""


def leads_to_a_page(link: str) -> bool:
    """Return whether a URL may be a link."""
    try:
        checked_link(link)
    except TextError:
        return False
    return True


def checked_link(link: str) -> str:
    """Return a URL for links without what browsers drop from it. Raises TextError unless it leads to a page."""
    # browsers drop these, so "java\nscript:" is a scheme too
    bare = "".join(letter for letter in link if letter > " " and letter != "\x7f")
    before, colon, _ = bare.partition(":")
    if colon and not any(letter in before for letter in "/?#") and before.lower() not in ("https", "http", "mailto"):
        raise TextError(f"the link '{bare[:60]}' does not lead to a page; begin it with https://, http://, / or #")
    return bare
