"""Jinja2 (Flask, FastAPI): the tags ``term`` and ``terms``.

::

    environment.add_extension("imsterms.integrations.jinja.TermsExtension")
    environment.imsterms_language = lambda: get_locale()      # by default "nb"

    {% term "trigger_point", "the plural" %}
    {% terms "You have {n} appointments of {intramuscular_stimulation}.", n=count %}

Names and forms are checked when the template is compiled: a wrong one is Jinja's own error, with its line. What the
tags of one page have explained is not explained again; a page that is made of several templates passes a
``glossary.document()`` as ``imsterms_document``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

from ..errors import ImstermsError
from ..facade import glossary
from ..languages.tags import DEFAULT
from . import check, served


class TermsExtension(Extension):
    """Adds the tags; ``imsterms_*`` attributes of the environment are its settings."""

    tags = {"term", "terms"}

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.extend(
            imsterms_glossary=glossary,
            imsterms_language=lambda: DEFAULT,
            imsterms_audience="professional",
            imsterms_link=None,
        )

    def parse(self, parser: Parser) -> nodes.Node:
        tag = next(parser.stream)
        text = self._literal(parser, tag.value)
        values: list[tuple[str, nodes.Expr]] = []
        form = ""
        while parser.stream.skip_if("comma"):
            if parser.stream.look().type == "assign":
                name = parser.stream.expect("name").value
                parser.stream.expect("assign")
                values.append((name, parser.parse_expression()))
            elif tag.value == "term" and not form and not values:
                form = self._literal(parser, tag.value)
            else:
                parser.fail(f"'{tag.value}' takes name=value after its text", tag.lineno)
        if tag.value == "term":
            text = f"{{{text}}}[{form}]"
        try:
            check(text, [name for name, _ in values], self.environment.imsterms_glossary)  # type: ignore[attr-defined]
        except ImstermsError as error:
            parser.fail(str(error), tag.lineno)
        pairs = [nodes.Pair(nodes.Const(name), value) for name, value in values]
        call = self.call_method("render", [nodes.ContextReference(), nodes.Const(text), nodes.Dict(pairs)])
        return nodes.Output([call], lineno=tag.lineno)

    @staticmethod
    def _literal(parser: Parser, tag: str) -> str:
        token = parser.stream.current
        if token.type != "string":
            parser.fail(f"'{tag}' takes a text in quotation marks; what changes is a value: {tag} \"...\", n=count")
        return str(next(parser.stream).value)

    def render(self, context: Context, text: str, values: dict[str, object]) -> Markup:
        """Return a text as HTML; the tags call this."""
        document = context.get("imsterms_document")
        if document is None:
            environment: Any = self.environment
            language: Callable[[], str] | str = environment.imsterms_language
            opened = served(language() if callable(language) else language, DEFAULT, environment.imsterms_glossary)
            document = opened.document(audience=environment.imsterms_audience, link=environment.imsterms_link)
            context.vars["imsterms_document"] = document
        return Markup(document.render(text, values, html=True))
