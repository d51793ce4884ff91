"""Build a static site of the glossary.

Every page is a file: open index.html, or put the folder on any web server. Example:
imsterms site -o public/ --history releases/*.json
"""

import argparse

from ..web.site import build_site
from .leaflet import add_clinic, clinic_of
from .options import add_glossary, add_json, open_glossary
from .output import print_json, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="DIR", required=True, help="folder of the site; it is replaced")
    parser.add_argument("--url", default="", help="address that the site will have, for the sitemap and for citing")
    parser.add_argument(
        "--history",
        nargs="+",
        default=(),
        metavar="FILE",
        help="JSON exports of earlier releases, for the history of each concept",
    )
    add_clinic(parser)
    add_glossary(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    site = build_site(
        open_glossary(arguments),
        arguments.output,
        url=arguments.url,
        clinic=clinic_of(arguments),
        releases=arguments.history,
    )
    if arguments.json:
        print_json({name: getattr(site, name) for name in site.__slots__})
        return 0
    for gap in site.gaps:
        print_text(gap)
    print_text(f"{site.pages} pages, {site.files} files, {site.size / 1e6:.1f} MB in {arguments.output}")
    print_text(f"the largest page is {site.largest[0]} with {site.largest[1] / 1000:.0f} kB")
    return 0
