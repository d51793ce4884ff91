"""One script for other people's web pages, in the language of --lang: it explains the first mention of each hard term.

It holds no grammar, only tables: the forms by which ``matcher.mjs`` finds terms, and what each term means. Everyday
words are not in it.
"""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from ....facade import Glossary
from ....languages.profile import profile
from . import beside, classic_script, compact_json
from .surfaces import surfaces_data

WHAT_IS_LOST = (
    "other languages than the one of --lang, everyday words, relations, sources, codes, reviews, notes, articles"
)
_FORMS = ("", "a", "the", "plural", "the plural")
_COMMENT = re.compile(rb"^ *(?://|/\*\*).*\n|^ +", re.MULTILINE)


def write(glossary: Glossary, stream: BinaryIO) -> None:
    """Write the script for the language of ``glossary``."""
    data = compact_json(page_data(glossary)).replace("<", "\\u003c")
    script = classic_script(b"const DATA = " + data.encode() + b";\n" + beside("page.mjs"), "matcher.mjs")
    licence = f"// imsterms {glossary.version}, {glossary.language}: script under the MIT licence\n"
    stream.write(licence.encode() + _COMMENT.sub(b"", script))


def page_data(glossary: Glossary) -> dict[str, Any]:
    """Return what the script knows: the surfaces, the forms and the texts of one language."""
    everyday = {
        concept_id
        for line in beside("everyday.txt").decode("utf-8").splitlines()
        if not line.startswith("#")
        for concept_id in line.split()
    }
    language = profile(glossary.language)
    surfaces = surfaces_data(glossary, everyday=False)
    words = dict(line.partition(";")[::2] for line in surfaces.pop("words").split("\n"))
    concepts = {}
    for concept_id, concept in glossary.items():
        if not concept.has_term or concept.term.language != glossary.language:
            continue
        forms = concept.term.forms
        text = " ".join(str(part) for part in (concept.explanation or concept.definition, concept.notice) if part)
        # the words beside the text that is made of them: so both take less when compressed
        concepts[concept_id] = [
            words.get(concept_id, ""),
            text,
            int(concept_id in everyday),
            concept.term.abbreviation or "",
            forms[""],
            *(shortened(forms[""], forms.get(name, "")) for name in _FORMS[1:]),
        ]
    return {
        "language": glossary.language,
        "tags": [glossary.language, *language.aliases],
        "direction": language.direction,
        "forms": _FORMS,
        "concepts": concepts,
        "surfaces": surfaces,
    }


def shortened(base: str, form: str) -> str:
    """Return a form with a tilde for the base form, where it has that.

    >>> shortened("needle", "the needle's"), shortened("needle", "needle")
    ("the ~'s", '~')
    """
    return form.replace(base, "~", 1)
