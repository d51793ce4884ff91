"""List the concepts.

In a pipe: one concept a line, id, term and subject field separated by tabs.
"""

import argparse

from ..errors import UnknownConceptError, nearest
from .options import add_glossary, add_json, open_glossary
from .output import print_results


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("field", nargs="?", help="a subject field, such as findings (default: all)")
    add_glossary(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    glossary = open_glossary(arguments)
    fields = sorted({concept.subject_field for concept in glossary.values()})
    if arguments.field is not None and arguments.field not in fields:
        hint = nearest(arguments.field, fields)
        raise UnknownConceptError(
            f"there is no subject field '{arguments.field}' (there are: {', '.join(fields)}){hint}"
        )
    concepts = [concept for concept in glossary.sorted() if arguments.field in (None, concept.subject_field)]
    records = [
        {"id": concept.id, "term": str(concept.term), "subject_field": concept.subject_field} for concept in concepts
    ]
    headings = ("id", glossary.word("field.term"), glossary.word("field.subject_field"))
    rows = [
        (concept.id, str(concept.term), glossary.word(f"subject_field.{concept.subject_field}")) for concept in concepts
    ]
    print_results(records, headings, rows, as_json=arguments.json)
    return 0
