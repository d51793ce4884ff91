"""Draw a map of the concepts in the manner of ISO 704, as text or as a picture.

Generic relations are trees, partitive ones rakes, associative ones arrows. Without a name everything is drawn, by
subject field. Where a subject field and a concept have the same name, the field is meant. Example: imsterms map
trigger_point --lang nb --svg trigger_point.svg
"""

import argparse
import sys

from ..files import write_atomically
from ..maps import Group, concept_map, draw, outline
from .options import add_glossary, add_json, open_glossary
from .output import print_json, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", nargs="?", metavar="CONCEPT|SUBJECT", help="a concept or a subject field (default: all)"
    )
    parser.add_argument("--svg", metavar="FILE", help="draw the map into a file ('-' for standard output)")
    add_glossary(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    chart = concept_map(open_glossary(arguments), arguments.name)
    if arguments.svg == "-":
        sys.stdout.write(draw(chart))
    elif arguments.svg:
        write_atomically(arguments.svg, draw(chart))
    if arguments.json:
        print_json({"title": chart.title, "groups": [_group(group) for group in chart.groups]})
    elif not arguments.svg:
        print_text(outline(chart), end="")
    return 0


def _group(group: Group) -> dict[str, object]:
    """Return a group of concepts as plain data."""
    concepts = [
        {
            "id": row.concept.id,
            "term": str(row.concept.term) if row.concept.has_term else None,
            "below": group.rows[row.parent].concept.id if row.parent >= 0 else None,
        }
        for row in group.rows
    ]
    links = [
        {"kind": link.kind, "source": link.source.id, "relation": link.relation, "target": link.target.id}
        for link in (*group.links, *group.outward)
    ]
    return {"title": group.title, "concepts": concepts, "links": links}
