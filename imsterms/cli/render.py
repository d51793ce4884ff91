"""Render a text.

References are written {concept_id} and {concept_id}[form]; values {name} come from --value name=text. With - the text
is read from standard input.
"""

import argparse

from ..errors import TextError
from ..lexicon.rendering import Document, Renderer
from .options import add_audience, add_glossary, add_json, open_glossary, read_input
from .output import print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", help="the text, or - for standard input")
    parser.add_argument("--value", action="append", default=[], metavar="NAME=TEXT", help="a value named in the text")
    parser.add_argument("--html", action="store_true", help="write HTML, in which terms open their definitions")
    parser.add_argument(
        "--link", metavar="URL", help="with --html: where terms link to; {id} stands for the concept's id"
    )
    parser.add_argument(
        "--first-use",
        action="store_true",
        help="spell out abbreviated terms at first use, and abbreviate them afterwards",
    )
    add_glossary(parser)
    add_audience(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    glossary = open_glossary(arguments)
    values: dict[str, object] = {}
    for pair in arguments.value:
        name, equals, text = pair.partition("=")
        if not equals:
            raise TextError(f"--value takes NAME=TEXT, not '{pair[:60]}'")
        values[name] = text
    text = read_input("-") if arguments.text == "-" else arguments.text
    kind = Document if arguments.first_use else Renderer
    renderer = kind(glossary, audience=arguments.audience, link=arguments.link)
    rendered = renderer.html(text, values) if arguments.html else renderer.text(text, values)
    if arguments.json:
        print_json({"text": str(rendered), "language": glossary.language, "concepts": list(renderer.used)})
    else:
        print(rendered, end="" if rendered.endswith("\n") else "\n")
    return 0
