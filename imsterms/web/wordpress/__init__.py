"""A plugin for WordPress, as a ZIP archive: explanations in texts, a shortcode, blocks and a glossary.

``imsterms.php`` is the plugin. Beside it come the scripts of ``web`` for each language and audience, words as JSON, and
translations of the plugin's own interface.
"""

import os

from ...exchange.package import Package, archived
from ...exchange.sections import glossaries
from ...facade import Glossary
from ...facade import glossary as built_in
from ...languages.profile import profile
from .. import javascript
from ..javascript import web

WHAT_IS_LOST = "relations, sources, codes, reviews, notes, articles"
_HERE = os.path.dirname(os.path.abspath(__file__))


def files(glossary: Glossary) -> Package:
    """Return the plugin's files, in its folder."""
    languages = glossaries(glossary)
    content = {name: _read(name, glossary.version) for name in ("imsterms.php", "readme.txt")}
    content["js/blocks.js"] = _read("blocks.js", glossary.version)
    content["data/languages.json"] = _json(
        {
            tag: {"name": profile(tag).name, "direction": profile(tag).direction, "tags": [tag, *profile(tag).aliases]}
            for tag in languages
        }
    )
    for tag, opened in languages.items():
        content[f"data/{tag}.json"] = _json(_concepts(opened))
        if translations := _translations(tag):
            content[f"languages/imsterms-{tag}.mo"] = translations
        for audience, script in web.scripts(opened, web.AUDIENCES, everyday=True).items():
            content[f"js/imsterms.{tag}.{audience}.js"] = script
    return Package({f"imsterms/{name}": data for name, data in content.items()})


write = archived(files)


def _concepts(glossary: Glossary) -> dict[str, object]:
    """Return forms and texts of the concepts that have a term, in the order of the alphabet."""
    return {
        concept.id: {
            "forms": {name: form for name, form in concept.term.forms.items() if name in web.FORMS},
            **{audience: web.text(concept, audience) for audience in web.AUDIENCES},
        }
        for concept in glossary.sorted()
        if concept.has_term and concept.term.language == glossary.language
    }


def _translations(tag: str) -> bytes:
    """Return the plugin's own interface in a language, as gettext's .mo; nothing where that is not translated."""
    from polib import MOEntry, MOFile

    english = built_in("en")
    if tag not in english.languages:
        return b""
    translated = english.texts(tag)["interface"]
    catalog = MOFile()
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for name, text in english.texts("en")["interface"].items():
        if name.startswith("wordpress.") and (translation := translated.get(name)):
            catalog.append(MOEntry(msgid=text, msgstr=translation))
    return bytes(catalog.to_binary())


def _read(name: str, version: str) -> bytes:
    with open(os.path.join(_HERE, name), "rb") as file:
        return file.read().replace(b"0.0.0", version.encode())


def _json(content: object) -> bytes:
    return javascript.compact_json(content).encode()
