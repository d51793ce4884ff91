"""One script for other people's web pages, in the language of --lang: it explains the first mention of each hard term.

It holds no grammar, only tables: the forms by which ``matcher.mjs`` finds terms, and what each term means. Compounds
that no list has are not found by it, and everyday terms are explained only if asked for.
"""

import argparse
import os
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

from ...facade import Glossary
from ...languages.profile import profile
from ...languages.word_lists import AMONG_TERMS
from ...lexicon.concept import Concept
from ...lexicon.plain_data import if_translated
from ...lexicon.term import Term
from ...recognition.annotate import annotator
from . import beside, classic_script, compact_json
from .everyday import everyday_concepts
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
    parser.add_argument("--everyday", action="store_true", help="put the texts of everyday terms in as well")


def write(glossary: Glossary, stream: BinaryIO, *, audience: str = "patient", everyday: bool = False) -> None:
    """Write the script for the language of ``glossary``; ``everyday`` says whether it explains everyday terms too."""
    stream.write(scripts(glossary, [audience], everyday)[audience])


def scripts(glossary: Glossary, audiences: Iterable[str], everyday: bool) -> dict[str, bytes]:
    """Return the script for each audience."""
    data = page_data(glossary, found=everyday)
    written = {}
    for audience in audiences:
        for name, explained in (("hard", True), ("everyday", everyday)):
            data[name] = [[*line[:4], text(glossary[line[0]], audience) if explained else ""] for line in data[name]]
        lines = {name: "\n".join("\t".join(line) for line in data[name]) for name in ("hard", "everyday")}
        content = compact_json({**data, **lines}).encode()
        script = classic_script(b"const DATA = " + content + b";\n" + beside("page.mjs"), "scores.mjs", "matcher.mjs")
        licence = f"// imsterms {glossary.version}, {glossary.language}: MIT licence\n"
        written[audience] = licence.encode() + _COMMENT.sub(b"", script)
    return written


def text(concept: Concept, audience: str) -> str:
    """Return what a concept means, in a text for patients or for health personnel, as far as it is translated."""
    meaning = if_translated(lambda: concept.explanation) if audience == "patient" else None
    parts = (meaning or if_translated(lambda: concept.definition), concept.notice)
    return " ".join(" ".join(str(part) for part in parts if part).split())


def page_data(glossary: Glossary, *, found: bool = True) -> dict[str, Any]:
    """Return what the script knows of one language besides the texts: surfaces, forms, and which concepts are hard.

    Each concept is a line: its id, its forms, its abbreviation, and its surfaces; none where nothing finds it.
    ``found`` says whether everyday concepts can be found: without their texts, only their forms are of use.
    """
    everyday = everyday_concepts(glossary)
    language = profile(glossary.language)
    in_company = {
        word
        for sense in annotator(glossary).lists.senses
        if sense.only in ("true", AMONG_TERMS) and sense.company
        for word in sense.words
    }
    # what everybody knows and is meant in certain company only (knee) has forms, but is neither found nor explained
    self_evident = {name for name in everyday if glossary[name].term in in_company}
    surfaces = surfaces_data(glossary, everyday=False, without=self_evident if found else everyday)
    del surfaces["compounds"]
    words = dict(line.partition(";")[::2] for line in surfaces.pop("words").split("\n"))
    lines: dict[bool, list[list[str]]] = {False: [], True: []}
    paradigms: dict[str, int] = {}
    for concept_id, concept in glossary.items():
        if concept.has_term and concept.term.language == glossary.language:
            forms = inflected(concept.term, paradigms)
            line = [concept_id, forms, concept.term.abbreviation or "", words.get(concept_id, "")]
            lines[concept_id in everyday].append(line)
    return {
        "language": glossary.language,
        "tags": [glossary.language, *language.aliases],
        "direction": language.direction,
        "forms": FORMS[:_IN_TABLE],
        "paradigms": list(paradigms),
        "hard": lines[False],
        "everyday": lines[True],
        "surfaces": surfaces,
    }


def inflected(term: Term, paradigms: dict[str, int]) -> str:
    """Return the forms of a term as one phrase, in which a word is its stem and the number of its paradigm.

    >>> import imsterms
    >>> paradigms = {}
    >>> inflected(imsterms.glossary("nb")["artificial_joint"].term, paradigms), list(paradigms)
    ('kunstig|0 ledd|1', ['~|et ~|det ~e|~e|de ~e', '~|~|~et|~|~ene'])
    """
    forms = [term.forms.get(name, "").split(" ") for name in FORMS[:_IN_TABLE]]
    length = len(forms[0])
    # an article belongs to the word after it
    joined = [[" ".join(words[:2]), *words[2:]] if len(words) > length else words for words in forms]
    if any(len(words) != length and words != [""] for words in joined):
        columns = [[" ".join(words) for words in forms]]
    else:
        columns = [[words[place] if place < len(words) else "" for words in joined] for place in range(length)]
    return " ".join(_stem(column, paradigms) for column in columns)


def _stem(words: list[str], paradigms: dict[str, int]) -> str:
    if len(set(words)) == 1:
        return words[0]
    stem = os.path.commonprefix([word.rpartition(" ")[2] for word in words if word])
    endings = "|".join("~".join(word.rsplit(stem, 1)) if stem else word for word in words)
    return f"{stem}|{paradigms.setdefault(endings, len(paradigms))}"
