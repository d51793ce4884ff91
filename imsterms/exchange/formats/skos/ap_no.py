"""SKOS-AP-NO-Begrep 2, Norway's national profile for concept catalogues (data.norge.no).

The profile wants a preferred term in Bokmål and in Nynorsk and a definition of every concept; concepts that lack one
are left out, and named. It is read with the format skos.
"""

from __future__ import annotations

import argparse
from typing import IO

from ....facade import Glossary
from .rdf import add_syntax, require_rdflib, serialise

WHAT_IS_LOST = (
    "concepts without a Bokmål or a Nynorsk term or without a definition; inflected forms, gender, variants, everyday "
    "words and plain wordings; the reasons for deprecated terms; references inside texts, which are written out; codes "
    "of other systems; obsolete ids; part of speech and review; which translations need review; articles"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_syntax(parser)
    parser.add_argument("--contact", metavar="ADDRESS", default="", help="e-mail or web address for questions")


def write(glossary: Glossary, stream: IO[bytes], *, syntax: str = "turtle", contact: str = "") -> list[str]:
    """Write the termbase in the profile; return what was left out, a sentence each.

    Raises MissingExtraError without rdflib, ExchangeError for a syntax, or a namespace that the termbase states.
    """
    require_rdflib()
    from .ap_no_graph import ProfileGraph

    profile = ProfileGraph(glossary, contact=contact)
    serialise(profile.build(), syntax, stream)
    return profile.said
