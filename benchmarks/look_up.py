"""Warm look-up: a term in one of its forms, beside what peers do for one word.

Run by ``python -m benchmarks`` with an interpreter that has imsterms installed from its wheel.
"""

from __future__ import annotations

import gettext
import json

import pycountry
from fluent.runtime import FluentBundle, FluentResource
from measure import interleaved

import imsterms

FLUENT = """\
trigger-point = { $form ->
   *[bare] triggerpunkt
    [the] triggerpunktet
    [plural] triggerpunkter
    [the-plural] triggerpunktene
 }
needle = nål
"""


def main() -> None:
    glossary = imsterms.glossary("nb")
    catalog = gettext.translation(imsterms.DOMAIN, imsterms.LOCALES_DIR, ["nb"])
    countries = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["nb"])
    bundle = FluentBundle(["nb"], use_isolating=False)
    bundle.add_resource(FluentResource(FLUENT))
    needle, trigger_point = bundle.get_message("needle"), bundle.get_message("trigger-point")
    candidates = {
        "imsterms: glossary[...].term": lambda: glossary["trigger_point"].term,
        "imsterms: glossary[...].term.the_plural": lambda: glossary["trigger_point"].term.the_plural,
        "imsterms: f'{glossary[...].term:the plural}'": lambda: f"{glossary['trigger_point'].term:the plural}",
        "gettext: pgettext, a hit": lambda: catalog.pgettext("needle.term.a", "a needle"),
        "gettext: npgettext, a hit": lambda: catalog.npgettext(
            "trigger_point.term.the", "the trigger point", "the trigger points", 2
        ),
        "pycountry: get and gettext": lambda: countries.gettext(pycountry.countries.get(alpha_2="NO").name),
        "fluent.runtime: a message": lambda: bundle.format_pattern(needle.value, {})[0],
        "fluent.runtime: a form chosen": lambda: bundle.format_pattern(trigger_point.value, {"form": "the-plural"})[0],
    }
    found = {name: call() for name, call in candidates.items()}
    assert found["gettext: pgettext, a hit"] == glossary["needle"].term.a
    assert set(list(found.values())[1:3]) == {"triggerpunktene", found["fluent.runtime: a form chosen"]}
    rows = [{"what": name, "ns": round(1e9 * taken)} for name, taken in interleaved(candidates).items()]
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
