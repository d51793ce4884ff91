"""Find the concept of a word.

Any form will do, and any designation: terms, synonyms, abbreviations, deprecated words. Of a word that is plainly a
compound of such, the concepts of its parts are listed, and of a phrase ("treatment of chronic back pain") those that
it names. Where a word in it is unknown ("soothing massage"), what is found is wider than what was asked, and is marked
so. Exit status 1 if nothing is found.
"""

import argparse
from collections.abc import Sequence

from ..facade import Glossary
from ..lexicon.find import Found
from .options import add_glossary, add_json, hint, open_glossary
from .output import print_note, print_results


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", help="the word or term, in any form")
    add_glossary(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    glossary = open_glossary(arguments)
    found = glossary.find(arguments.text)
    if not found and (advice := hint(glossary, arguments.text)):
        print_note(advice)
    return show_found(glossary, found, arguments.json)


def show_found(glossary: Glossary, found: Sequence[Found], as_json: bool) -> int:
    """Print what was found; return the exit status."""
    rows = []
    for result in found:
        forms = ", ".join(form for form in result.forms if form)
        kind = "wider than what was asked" if result.kind == "broader" else result.kind
        word = glossary.word(f"designation.{result.designation.field}") + (f" ({kind})" if kind else "")
        rows.append((result.concept.id, str(result.concept), result.text, word, forms))
    headings = ("id", glossary.word("field.term"), "", "", glossary.word("field.forms"))
    print_results([result.as_dict() for result in found], headings, rows, as_json=as_json)
    return 0 if found else 1
