"""Django: the template tags ``term`` and ``terms``, beside Django's own translations.

::

    TEMPLATES = [{..., "OPTIONS": {"libraries": {"imsterms": "imsterms.integrations.django"}}}]

    {% load imsterms %}
    {% term "trigger_point" "the plural" %}
    {% terms "You have {n} appointments of {intramuscular_stimulation}." n=count %}

The language is the one that Django has activated; where there are no terms in it, ``settings.IMSTERMS_LANGUAGE`` (by
default ``nb``). ``settings.IMSTERMS_AUDIENCE`` and ``settings.IMSTERMS_LINK`` are those of ``glossary.document``. Names
and forms are checked when the template is compiled: a wrong one is Django's error for templates.
"""

from typing import Any

from django import template
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ..errors import ImstermsError
from ..languages.tags import DEFAULT
from . import check, served

register = template.Library()
_DOCUMENTS = "imsterms_documents"


class TermsNode(template.Node):
    """A text with references, rendered in the language of the request."""

    def __init__(self, text: str, values: dict[str, FilterExpression]) -> None:
        self.text = text
        self.values = values

    def render(self, context: Any) -> SafeString:
        from django.conf import settings

        glossary = served(get_language(), getattr(settings, "IMSTERMS_LANGUAGE", DEFAULT))
        # one document a page and language, so that a term is explained once
        documents = context.render_context.dicts[0].setdefault(_DOCUMENTS, {})
        document = documents.get(glossary.language)
        if document is None:
            document = documents[glossary.language] = glossary.document(
                audience=getattr(settings, "IMSTERMS_AUDIENCE", "professional"),
                link=getattr(settings, "IMSTERMS_LINK", None),
            )
        values = {name: _plain(value.resolve(context)) for name, value in self.values.items()}
        return mark_safe(str(document.render(self.text, values, html=True)))


def _plain(value: Any) -> Any:
    """Return a value with a lazy translation made text."""
    return str(value) if hasattr(value, "__html__") or hasattr(value, "_proxy____cast") else value


@register.tag
def term(parser: Parser, token: Token) -> TermsNode:
    """``{% term "trigger_point" "the plural" %}``"""
    name, *given = token.split_contents()
    if not 1 <= len(given) <= 2:
        raise template.TemplateSyntaxError(f"'{name}' takes a concept and, if you like, a form, in quotation marks")
    concept, *form = (_literal(name, word) for word in given)
    return _node(f"{{{concept}}}[{''.join(form)}]", {})


@register.tag
def terms(parser: Parser, token: Token) -> TermsNode:
    """``{% terms "a text with {references} and {n}" n=count %}``"""
    name, *given = token.split_contents()
    if not given:
        raise template.TemplateSyntaxError(f"'{name}' takes a text in quotation marks")
    values = {}
    for word in given[1:]:
        key, equals, value = word.partition("=")
        if not equals or not key.isidentifier():
            raise template.TemplateSyntaxError(f"'{name}' takes name=value after its text, not '{word}'")
        values[key] = parser.compile_filter(value)
    return _node(_literal(name, given[0]), values)


def _node(text: str, values: dict[str, FilterExpression]) -> TermsNode:
    try:
        check(text, values)
    except ImstermsError as error:
        raise template.TemplateSyntaxError(str(error)) from error
    return TermsNode(text, values)


def _literal(tag: str, word: str) -> str:
    if len(word) < 2 or word[0] not in "\"'" or word[-1] != word[0]:
        raise template.TemplateSyntaxError(f"'{tag}' takes a text in quotation marks, not {word}")
    return word[1:-1]
