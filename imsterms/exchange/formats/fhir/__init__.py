"""FHIR terminology resources (R4 or R5): a Bundle of a CodeSystem, ValueSets and ConceptMaps.

The display is the preferred term in the language of the export, every other term a designation with its language and
use; definitions are translated by the official extension. Each subject field is a ValueSet, each system of codes whose
licence allows it a ConceptMap. FHIR is written, not read.
"""

from __future__ import annotations

import argparse
from typing import IO, TYPE_CHECKING

from ....facade import Glossary
from ...iris import add_all_codes
from ...json_output import json_document
from ...package import Package

if TYPE_CHECKING:
    from .resources import Element

WHAT_IS_LOST = (
    "inflected forms; everyday words; the reasons for deprecated terms; references in texts, which are written out; "
    "spaces other than the plain one; the bibliography's fields, of which a citation is left; part of speech, basis, "
    "review and notes; which translations need review; articles; codes of licensed systems, unless "
    "--all-codes asks for them; the origin of imported entries"
)
RELEASES = ("R4", "R5")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--release", choices=RELEASES, default="R4", help="release of FHIR (default: R4)")
    add_all_codes(parser)


def write(glossary: Glossary, stream: IO[bytes], *, release: str = "R4", all_codes: bool = False) -> list[str]:
    """Write all resources as one Bundle; return what was left out. Raises ExchangeError for a release."""
    bundle, left_out = build(glossary, release=release, all_codes=all_codes)
    stream.write(json_document(bundle))
    return left_out


def files(glossary: Glossary, *, release: str = "R4", all_codes: bool = False) -> Package:
    """Return each resource as a file."""
    bundle, left_out = build(glossary, release=release, all_codes=all_codes)
    resources = [entry["resource"] for entry in bundle["entry"]]
    return Package({f"{one['resourceType']}-{one['id']}.json": json_document(one) for one in resources}, left_out)


def build(glossary: Glossary, *, release: str = "R4", all_codes: bool = False) -> tuple[Element, list[str]]:
    """Return the Bundle, and what was left out, a sentence each. Raises ExchangeError for a release."""
    from .resources import Resources

    resources = Resources(glossary, release=release, all_codes=all_codes)
    return resources.bundle(), resources.left_out
