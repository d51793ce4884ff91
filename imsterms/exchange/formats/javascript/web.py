"""One script for other people's web pages, in the language of --lang: it explains the first mention of each hard term.

It holds no grammar, only tables: the forms by which ``matcher.mjs`` finds terms, and what each term means. Everyday
words and compounds are not in it.
"""

from __future__ import annotations

import argparse
import re
from typing import Any, BinaryIO

from ....facade import Glossary
from ....languages.profile import profile
from ....lexicon.concept import Concept
from ....recognition.annotate import annotator
from . import beside, classic_script, compact_json
from .surfaces import surfaces_data

WHAT_IS_LOST = (
    "other languages than the one of --lang, everyday words, relations, sources, codes, reviews, notes, articles"
)
AUDIENCES = ("patient", "professional")
FORMS = ("", "a", "the", "plural", "the plural", "short", "full", "the full")
"""The forms that a page can ask for."""
_IN_TABLE = 5
_COMMENT = re.compile(rb"^\s*(?://|/\*\*).*\n|^\s+", re.MULTILINE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--audience", choices=AUDIENCES, default="patient", help="patient: explanations; or definitions"
    )


def write(glossary: Glossary, stream: BinaryIO, *, audience: str = "patient") -> None:
    """Write the script for the language of ``glossary``."""
    data = compact_json(page_data(glossary, audience)).replace("<", "\\u003c")
    script = classic_script(b"const DATA = " + data.encode() + b";\n" + beside("page.mjs"), "scores.mjs", "matcher.mjs")
    licence = f"// imsterms {glossary.version}, {glossary.language}: MIT licence\n"
    stream.write(licence.encode() + _COMMENT.sub(b"", script))


def text(concept: Concept, audience: str) -> str:
    """Return what a concept means, in a text for patients or for health personnel."""
    texts = (concept.explanation, concept.definition) if audience == "patient" else (concept.definition,)
    return " ".join(str(part) for part in (next(filter(None, texts), None), concept.notice) if part)


def page_data(glossary: Glossary, audience: str = "patient") -> dict[str, Any]:
    """Return what the script knows: the surfaces, the forms and the texts of one language."""
    everyday = {
        concept_id
        for line in beside("everyday.txt").decode("utf-8").splitlines()
        if not line.startswith("#")
        for concept_id in line.split()
    }
    language = profile(glossary.language)
    in_company = {word for sense in annotator(glossary).lists.senses if sense.only for word in sense.words}
    # what everybody knows and is meant in certain company only (knee) has forms, but is neither found nor explained
    self_evident = {name for name in everyday & set(glossary) if glossary[name].term in in_company}
    surfaces = surfaces_data(glossary, everyday=False, without=self_evident)
    del surfaces["compounds"]
    words = dict(line.partition(";")[::2] for line in surfaces.pop("words").split("\n"))
    concepts = {}
    for concept_id, concept in glossary.items():
        if not concept.has_term or concept.term.language != glossary.language:
            continue
        forms = concept.term.forms
        # the words beside the text that is made of them: so both take less when compressed
        concepts[concept_id] = [
            words.get(concept_id, ""),
            "" if concept_id in self_evident else text(concept, audience),
            int(concept_id in everyday),
            concept.term.abbreviation or "",
            forms[""],
            *(shortened(forms[""], forms.get(name, "")) for name in FORMS[1:_IN_TABLE]),
        ]
    return {
        "language": glossary.language,
        "tags": [glossary.language, *language.aliases],
        "direction": language.direction,
        "forms": FORMS[:_IN_TABLE],
        "concepts": concepts,
        "surfaces": surfaces,
    }


def shortened(base: str, form: str) -> str:
    """Return a form with a tilde for the base form, where it has that.

    >>> shortened("needle", "the needle's"), shortened("needle", "needle")
    ("the ~'s", '~')
    """
    return form.replace(base, "~", 1)
