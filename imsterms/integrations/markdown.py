"""Python-Markdown, and with it MkDocs: references in a page, and the terms of a page explained.

::

    markdown.markdown(text, extensions=[TermsExtension(lang="nb", mark=True)])

    # mkdocs.yml
    markdown_extensions:
      - imsterms.integrations.markdown: {lang: nb, mark: true}

``{trigger_point}[the plural]`` becomes the term, explained at its first mention. With ``mark`` the terms that a page
has in any form are explained too. A wrong reference stops the build with a sentence; ``\\{x}`` is not a reference.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor

from ..facade import Glossary, glossary
from ..languages.tags import DEFAULT
from ..lexicon.rendering import Document
from ..recognition.pages import annotate_html

REFERENCE = r"\{([a-z][a-z0-9_]{0,63})\}(?:\[([^\[\]\n]*)\])?"


class TermsExtension(Extension):
    """Options: ``lang``, ``link`` (a URL with ``{id}`` in it), ``audience``, ``mark``."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "lang": [DEFAULT, "language of the pages"],
            "link": ["", "URL of entries, with {id} in it; without it terms open their explanation"],
            "audience": ["professional", "professional or patient"],
            "mark": [False, "explain the terms of a page, not only references"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        self.references = references = _References(md, self)
        # after code and escapes, before links: [..](..) after a reference is its form, not a link
        md.inlinePatterns.register(references, "imsterms", 175)
        md.registerExtension(self)
        md.postprocessors.register(_Explanations(md, references), "imsterms", 0)

    def reset(self) -> None:
        """Begin a new page; Python-Markdown calls this."""
        self.references.reset()


class _References(InlineProcessor):
    """Renders the references of a page with one document."""

    def __init__(self, md: Markdown, extension: TermsExtension) -> None:
        super().__init__(REFERENCE, md)
        self.glossary: Glossary = glossary(extension.getConfig("lang"))
        self.link = extension.getConfig("link") or None
        self.audience = extension.getConfig("audience")
        self.mark = extension.getConfig("mark")
        self.document: Document
        self.reset()

    def reset(self) -> None:
        """Begin a new page."""
        self.document = self.glossary.document(audience=self.audience, link=self.link, ids="reference")

    def handleMatch(  # type: ignore[override]
        self, found: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        return self.md.htmlStash.store(self.document.inline_html(found[0])), found.start(), found.end()


class _Explanations(Postprocessor):
    """Puts the explanations at the end of the finished page, and with ``mark`` explains its other terms."""

    def __init__(self, md: Markdown, references: _References) -> None:
        super().__init__(md)
        self.references = references

    def run(self, text: str) -> str:
        if self.references.mark:
            text = annotate_html(self.references.glossary, text, link=self.references.link)
        return text + self.references.document.explanations.popovers()


def makeExtension(**options: Any) -> TermsExtension:
    """Return the extension, as Python-Markdown and MkDocs ask for it by the name of this module."""
    return TermsExtension(**options)
