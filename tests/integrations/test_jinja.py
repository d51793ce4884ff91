"""The tags of Jinja2."""

from __future__ import annotations

import pytest
from jinja2 import Environment, TemplateSyntaxError, UndefinedError

import imsterms

EXTENSION = "imsterms.integrations.jinja.TermsExtension"


@pytest.fixture
def environment() -> Environment:
    return Environment(autoescape=True, extensions=[EXTENSION])


def test_terms_in_the_language_of_the_environment(environment: Environment) -> None:
    template = environment.from_string('{% term "trigger_point", "The plural" %} og {% term "needle" %}')
    assert ">Triggerpunktene</button>" in template.render()
    environment.imsterms_language = lambda: "nn"  # type: ignore[attr-defined]
    assert ">Triggerpunkta</button>" in template.render()
    environment.imsterms_language = lambda: "pl"  # type: ignore[attr-defined]
    assert ">Triggerpunktene</button>" in template.render()


def test_values_are_inert_and_a_term_is_explained_once(environment: Environment) -> None:
    template = environment.from_string('{% terms "{name}: {needle}", name=name %} {% term "needle" %}')
    html = template.render(name="<b>{needle}</b>")
    assert html.startswith("&lt;b&gt;{needle}&lt;/b&gt;: <button")
    assert html.count("<button") == 1
    assert html.endswith(" nål")


def test_a_page_of_several_templates_shares_a_document(environment: Environment) -> None:
    document = imsterms.glossary("nb").document()
    template = environment.from_string('{% term "intramuscular_stimulation" %}')
    assert "intramuskulær stimulering (IMS)" in template.render(imsterms_document=document)
    assert template.render(imsterms_document=document) == "<abbr>IMS</abbr>"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('\n{% term "triger_point" %}', "did you mean 'trigger_point'"),
        ('\n{% term "trigger_point", "the plurl" %}', "did you mean 'the plural'"),
        ('\n{% terms "{needle}{" %}', "literal brace"),
        ('\n{% terms "{n} {needle}", m=1 %}', "no concept or value 'n'"),
        ("\n{% term needle %}", "in quotation marks"),
        ('\n{% term "needle", "the", "plural" %}', "takes name=value"),
    ],
)
def test_what_is_wrong_is_said_when_the_template_is_compiled(
    environment: Environment, source: str, message: str
) -> None:
    with pytest.raises(TemplateSyntaxError, match=message) as caught:
        environment.from_string(source)
    assert caught.value.lineno == 2


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ ours.triger_point.term }}", "Glossary has no 'triger_point'; did you mean 'trigger_point'"),
        ("{{ ours.trigger_point.definiton }}", "Concept has no 'definiton'; did you mean 'definition'"),
        ("{{ ours['triger_point'] }}", "did you mean 'trigger_point'"),
        ("{{ ours.articles.about }}", "did you mean 'about_ims'"),
        ("{{ ours.document.term }}", "Glossary.document is a call; write \\['document'\\]"),
    ],
)
def test_a_wrong_name_in_a_variable_is_an_error(environment: Environment, source: str, message: str) -> None:
    with pytest.raises(UndefinedError, match=message):
        environment.from_string(source).render(ours=imsterms.glossary("nb"))


def test_a_wrong_name_in_a_global_is_said_when_the_template_is_compiled(environment: Environment) -> None:
    environment.globals["ours"] = imsterms.glossary("nb")
    with pytest.raises(TemplateSyntaxError, match="did you mean 'trigger_point'") as caught:
        environment.from_string("\n{{ ours.triger_point }}")
    assert caught.value.lineno == 2
    for source in ("{{ ours.trigger_point.term.the_plural }}", "{{ ours.render('{trigger_point}[the plural]') }}"):
        assert environment.from_string(source).render() == "triggerpunktene"
    shadowed = environment.from_string("{% set ours = {'triger_point': 1} %}{{ ours.triger_point }}{{ others.b }}")
    assert shadowed.render(others={}) == "1"
