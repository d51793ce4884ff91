"""Make a leaflet of an article, with the clinic's name, logo and phone number, as PDF or HTML.

The clinic's details come from the settings (clinic: {name: ..., phone: ..., logo: ...} in .imsterms.yaml) or from
options. Without an article, leaflets of all of them are made. Example: imsterms leaflet about_ims --lang nb --size a5
-o leaflets/
"""

import argparse
import os
from dataclasses import replace

from ..files import make_folder, write_atomically
from ..web.leaflet import Clinic, leaflet_html, leaflet_pdf, read_clinic
from .options import add_glossary, open_glossary
from .output import print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="*", help="ids of articles (default: all)")
    parser.add_argument("-o", "--output", metavar="DIR", default=".", help="folder of the leaflets (default: here)")
    parser.add_argument("--size", choices=("a4", "a5"), default="a4", help="a5: a booklet on A4, to be folded")
    parser.add_argument("--html", action="store_true", help="write HTML, for printing from a browser, instead of PDF")
    add_clinic(parser)
    add_glossary(parser)


def add_clinic(parser: argparse.ArgumentParser) -> None:
    """Add ``--name``, ``--phone`` and ``--logo``."""
    parser.add_argument("--name", metavar="TEXT", help="name of the clinic, on the leaflets")
    parser.add_argument("--phone", metavar="TEXT", help="phone number of the clinic, on the leaflets")
    parser.add_argument("--logo", metavar="FILE", help="logo of the clinic, on the leaflets")


def clinic_of(arguments: argparse.Namespace) -> Clinic:
    """Return the clinic that the settings name, with what the options say instead. Raises FileError, SettingsError."""
    given = {name: getattr(arguments, name) for name in ("name", "phone", "logo")}
    return replace(read_clinic(), **{name: value for name, value in given.items() if value is not None})


def run(arguments: argparse.Namespace) -> int:
    clinic = clinic_of(arguments)
    articles = open_glossary(arguments).articles
    for name in arguments.article or articles:
        article = articles[name]
        path = os.path.join(arguments.output, f"{article.id}.{article.glossary.language}.{arguments.size}")
        if arguments.html:
            path, content = f"{path}.html", leaflet_html(article, clinic, arguments.size).encode()
        else:
            path, content = f"{path}.pdf", leaflet_pdf(article, clinic, arguments.size)
        make_folder(arguments.output)
        write_atomically(path, content)
        print_text(path)
    return 0
