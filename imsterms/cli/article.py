"""Print an article.

Claims of effect are left out unless --claims annotated asks for them; each is then shown with who makes it and how it
is assessed. Without an id the articles are listed.
"""

import argparse
import sys

from ..characters import COMMAND
from .options import add_audience, add_glossary, add_json, open_glossary
from .output import print_json, print_note, print_results, print_text, terminal_width


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="?", help="id of an article, such as treatment_frequency")
    parser.add_argument("--format", choices=("text", "markdown", "html"), default="text", help="default: text")
    parser.add_argument("--claims", choices=("omit", "annotated"), default="omit", help="default: omit")
    add_glossary(parser)
    add_audience(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    glossary = open_glossary(arguments)
    if arguments.article is None:
        titles = {name: str(article) for name, article in glossary.articles.items()}
        print_results(titles, ("id", ""), titles.items(), as_json=arguments.json)
        return 0
    article = glossary.articles[arguments.article]
    if arguments.json:
        print_json(article.as_dict(arguments.claims))
        return 0
    if arguments.format == "html":
        sys.stdout.write(_inert(str(article.to_html(arguments.claims, audience=arguments.audience))))
    elif arguments.format == "markdown":
        sys.stdout.write(_inert(article.to_markdown(arguments.claims, audience=arguments.audience)))
    else:
        print_text(
            article.to_text(arguments.claims, audience=arguments.audience, width=terminal_width() or 100), end=""
        )
    for block in article.blocks(arguments.claims, partial=True):
        if block.is_missing:
            why = glossary.gaps.get(f"article/{article.id}.{block.id}", f"not translated into {glossary.language} yet")
            print_note(f"left out: article/{article.id}.{block.id}: {why}")
    return 0


def _inert(markup: str) -> str:
    """Return HTML or Markdown that shows the same, and of which the log of a workflow takes no line for a command."""
    return COMMAND.sub(r"\1&#58;", markup)
