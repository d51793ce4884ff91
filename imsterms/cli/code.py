"""Find the concepts that a code of another system stands for.

Exit status 1 if there are none. Example: imsterms code icd-10 M79.1
"""

import argparse

from .options import add_glossary, add_json, open_glossary
from .output import print_results


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("system", help="code system, such as icd-10, icpc-2, mesh or snomed-ct")
    parser.add_argument("code", help="the code")
    add_glossary(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    glossary = open_glossary(arguments)
    matches = glossary.by_code(arguments.system, arguments.code)
    rows = [(match.concept.id, str(match), f"{match.system} {match.code}", match.match) for match in matches]
    headings = ("id", glossary.word("field.term"), glossary.word("field.codes"), "")
    print_results([match.as_dict() for match in matches], headings, rows, as_json=arguments.json)
    return 0 if matches else 1
