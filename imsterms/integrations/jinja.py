"""Jinja2 (Flask, FastAPI): the tags ``term`` and ``terms``.

::

    environment.add_extension("imsterms.integrations.jinja.TermsExtension")
    environment.imsterms_language = lambda: get_locale()      # by default "nb"

    {% term "trigger_point", "the plural" %}
    {% terms "You have {n} appointments of {intramuscular_stimulation}.", n=count %}

Names and forms are checked when the template is compiled: a wrong one is Jinja's own error, with its line. Where a
variable is a glossary or a concept, a wrong name in it (``{{ glossary.triger_point }}``) is an error too and no empty
place: for a variable in ``environment.globals`` when the template is compiled, else when it is rendered. What the tags
of one page have explained is not explained again; a page that is made of several templates passes a
``glossary.document()`` as ``imsterms_document``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from ..errors import ImstermsError, nearest
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
        environment.undefined = _with_reasons(environment.undefined)
        environment.code_generator_class = _with_checks(environment.code_generator_class)

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


def _is_ours(value: object) -> bool:
    return type(value).__module__.startswith(f"{__package__.partition('.')[0]}.")


def _wrong_name(value: Any, name: object) -> str:
    """Return what is wrong with a name asked of a value of ours; empty for values of others and right names."""
    if not _is_ours(value):
        owner = getattr(value, "__self__", None)
        return (
            f"{type(owner).__name__}.{value.__name__} is a call; write ['{value.__name__}']" if _is_ours(owner) else ""
        )
    names = [own for own in dir(value) if own[0] != "_"]
    if isinstance(value, Mapping):
        names += value
    if name in names:
        return ""
    return f"{type(value).__name__} has no '{name}'{nearest(str(name), names)}"


def _with_reasons(undefined: type[Undefined]) -> type[Undefined]:
    """Return the class of undefined values, but a wrong name in a value of ours raises, with the nearest right one."""

    class Reasoned(undefined):  # type: ignore[misc, valid-type]
        def __new__(cls, hint: str | None = None, obj: Any = None, name: Any = None, *rest: Any) -> Any:
            if reason := _wrong_name(obj, name):
                return StrictUndefined(reason, obj, name, *rest)
            return super().__new__(cls)

    return Reasoned


def _with_checks(generator: type[CodeGenerator]) -> type[CodeGenerator]:
    """Return the compiler of templates, but names in global values of ours are checked."""

    class Checked(generator):  # type: ignore[misc, valid-type]
        def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
            name = node.node.name if isinstance(node.node, nodes.Name) else None
            # not where the template itself gives the name another value
            if name and frame.symbols.find_load(frame.symbols.ref(name)) == ("resolve", name):
                reason = _wrong_name(self.environment.globals.get(name), node.attr)
                if reason:
                    raise TemplateSyntaxError(reason, node.lineno, self.name, self.filename)
            super().visit_Getattr(node, frame)

    return Checked
