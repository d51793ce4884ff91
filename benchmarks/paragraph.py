"""Rendering: a paragraph with five references, by us and by Fluent.

Run by ``python -m benchmarks`` with an interpreter that has imsterms installed from its wheel. Both libraries hold the
paragraph parsed, as they do in an application; the cost of the first rendering is given beside it.
"""

from __future__ import annotations

import itertools
import json

from fluent.runtime import FluentBundle, FluentResource
from measure import interleaved

import imsterms

TEXT = (
    "{physiotherapist}[The] kjenner etter med fingrene over {taut_band}[the], finner noen {trigger_point}[plural] "
    "og stikker {needle}[the] inn i {skeletal_muscle}[the]."
)
FORMS = {
    "physiotherapist": "The",
    "taut_band": "the",
    "trigger_point": "plural",
    "needle": "the",
    "skeletal_muscle": "the",
}


def fluent(glossary: imsterms.Glossary, text: str) -> str:
    """Return the same paragraph for Fluent: a term with its forms for each concept."""
    lines = []
    for concept, form in FORMS.items():
        term = glossary[concept].term
        name = concept.replace("_", "-")
        lines.append(f"-{name} = {{ $form ->\n   *[bare] {term}\n    [{form}] {term.form(form)}\n }}")
        text = text.replace(f"{{{concept}}}[{form}]", f'{{ -{name}(form: "{form}") }}')
    return "\n".join([*lines, f"paragraph = {text}", ""])


def main() -> None:
    glossary = imsterms.glossary("nb")
    with_value = "{who}: " + TEXT
    bundle = FluentBundle(["nb"], use_isolating=False)
    bundle.add_resource(FluentResource(fluent(glossary, TEXT)))
    paragraph = bundle.get_message("paragraph").value
    other = FluentBundle(["nb"], use_isolating=False)
    other.add_resource(FluentResource(fluent(glossary, TEXT).replace("paragraph = ", "paragraph = { $who }: ")))
    paragraph_with_value = other.get_message("paragraph").value
    values = {"who": "Kari Nordmann"}
    number = itertools.count()
    candidates = {
        "imsterms: render": lambda: glossary.render(TEXT),
        "imsterms: render, with a value": lambda: glossary.render(with_value, values),
        "imsterms: the first rendering of a text": lambda: glossary.render(f"{TEXT}{next(number)}"),
        "imsterms: HTML with tooltips": lambda: glossary.render(TEXT, html=True, link="/ord/{id}"),
        "fluent.runtime: format_pattern": lambda: bundle.format_pattern(paragraph, {})[0],
        "fluent.runtime: format_pattern, with a value": lambda: other.format_pattern(paragraph_with_value, values)[0],
        "fluent.runtime: parsing the resource first": lambda: _parsed(glossary),
    }
    assert glossary.render(TEXT) == candidates["fluent.runtime: format_pattern"]()
    assert glossary.render(with_value, values) == candidates["fluent.runtime: format_pattern, with a value"]()
    rows = [{"what": name, "µs": round(1e6 * taken, 2)} for name, taken in interleaved(candidates).items()]
    print(json.dumps(rows))


def _parsed(glossary: imsterms.Glossary) -> str:
    bundle = FluentBundle(["nb"], use_isolating=False)
    bundle.add_resource(FluentResource(fluent(glossary, TEXT)))
    return str(bundle.format_pattern(bundle.get_message("paragraph").value, {})[0])


if __name__ == "__main__":
    main()
