"""Sphinx: the role ``:ims:``.

::

    extensions = ["imsterms.integrations.sphinx"]
    imsterms_language = "nb"        # by default the language of the project

    :ims:`trigger_point`, :ims:`the plural <trigger_point>`

In HTML the first mention of a term on a page opens its definition; other builders get the words. A wrong name is a
warning with file and line, and so an error with ``sphinx-build -W``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxRole
from sphinx.util.logging import getLogger

from ..errors import ImstermsError
from . import served

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ..lexicon.rendering import Document

_logger = getLogger(__name__)


class TermNode(nodes.inline):
    """A term: its words as content, its HTML as an attribute."""


class TermRole(SphinxRole):
    """Renders ``trigger_point`` or ``the plural <trigger_point>``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        form, _, concept = self.text.rpartition("<")
        reference = f"{{{concept.rstrip('>').strip()}}}[{form.strip()}]"
        glossary = served(self.config.imsterms_language or self.config.language, "en")
        # one document a page, so that a term is explained once on it
        documents: dict[str, Document] = self.env.temp_data.get("imsterms_documents") or {}
        self.env.temp_data["imsterms_documents"] = documents
        document = documents.setdefault(glossary.language, glossary.document())
        try:
            html = str(document.render(reference, html=True))
            words = glossary.render(reference)
        except ImstermsError as error:
            _logger.warning("%s", error, location=self.get_location(), type="imsterms")
            return [nodes.literal(self.rawtext, self.text)], []
        return [TermNode(self.rawtext, words, html=html)], []


def _html(translator: Any, node: TermNode) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode


def _words(translator: Any, node: TermNode) -> None:
    """Leave the words to the node's content."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the role; Sphinx calls this."""
    words = (_words, _words)
    app.add_node(TermNode, html=(_html, None), latex=words, text=words, man=words, texinfo=words)
    app.add_role("ims", TermRole())
    app.add_config_value("imsterms_language", "", "env", (str,))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
