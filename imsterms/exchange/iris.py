"""Names for the world outside: the IRIs of our concepts, and other systems' codes.

Codes are shipped, other systems' labels never. Which systems' codes may go into any document is listed here.
"""

import argparse
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from ..errors import ExchangeError
from ..facade import Glossary
from .intake.vocabulary import table

BASE = "https://w3id.org/imsterms/"
"""What the IRIs of the built-in termbase's concepts begin with."""

NOWHERE = "https://termbase.invalid/"
"""The same for a termbase that states no namespace, so that its concepts are not taken for ours."""

VOCABULARY = f"{BASE}vocabulary#"
"""Namespace of the properties that no published vocabulary has; the same whatever the termbase's own base is."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z")
_NOT_IN_IRIS = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|^`\\]")


def is_absolute(text: str) -> bool:
    """Return whether a text is an absolute IRI."""
    return bool(_ABSOLUTE.match(text))


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of one termbase: concepts directly below the base, everything else below a folder of its own."""

    base: str = BASE
    originals: Mapping[str, str] = field(default_factory=dict)
    """The IRIs that imported concepts had before, by our ids."""

    def __post_init__(self) -> None:
        if not is_absolute(self.base) or self.base[-1] not in "/#:":
            raise ExchangeError(
                f"'{self.base[:100]}' cannot be the namespace of the concepts; it is an absolute IRI that ends in "
                f"a slash or '#', such as {BASE}"
            )

    @property
    def termbase(self) -> str:
        """The termbase itself."""
        return self.base.rstrip("/#:")

    def concept(self, concept_id: str) -> str:
        """A concept."""
        return self.originals.get(concept_id) or self.base + quote(concept_id)

    def part(self, kind: str, *names: str) -> str:
        """Something besides the concepts: ``part("label", "needle", "nb", "1")`` ends in ``/label/needle.nb.1``.

        All of a kind share one folder: rdflib takes the longer for each, the more folders it has seen.
        """
        separator = ":" if self.base.endswith(":") else "/"
        name = ".".join(quote(one, safe="") for one in names)
        return separator.join((self.termbase, kind, name) if name else (self.termbase, kind))


def names_of(glossary: Glossary) -> Names:
    """Return the names of a termbase: below the namespace that it states; imported concepts keep theirs."""
    originals = {
        name: one
        for name, record in glossary.structure["concepts"].items()
        for one in record.get("origin", {}).get("id", ())[:1]
        if re.match(r"(https?|urn):", one) and is_absolute(one)
    }
    return Names(glossary.structure["about"].get("namespace") or NOWHERE, originals)


def add_all_codes(parser: argparse.ArgumentParser) -> None:
    """Add ``--all-codes``."""
    parser.add_argument(
        "--all-codes",
        action="store_true",
        help="write the codes of licensed systems too (SNOMED CT, ICD, ICPC, ICF); you need the right to use them",
    )


def iri(text: str) -> str:
    """Return a web address as an IRI, with what an IRI may not contain percent-encoded.

    >>> iri("https://example.org/a b<c>")
    'https://example.org/a%20b%3Cc%3E'
    """
    return _NOT_IN_IRIS.sub(lambda letter: quote(letter[0]), text)


@dataclass(frozen=True, slots=True)
class System:
    """What the codes of another system are called outside."""

    uri: str
    """What FHIR calls the system."""
    stem: str = ""
    """What the IRIs of its codes begin with; empty where its owner gives the codes no IRIs."""
    prefix: str = ""
    """What its codes begin with, and the stem stands for."""
    open: str = ""
    """Whether its codes may go into any document."""

    def code_iri(self, code: str) -> str:
        """Return the IRI of a code; empty where there is none."""
        if self is SYSTEMS["iri"]:
            return iri(code) if is_absolute(code) else ""
        return self.stem + quote(code.removeprefix(self.prefix), safe="") if self.stem else ""

    def code(self, code_iri: str) -> str:
        """Return the code that an IRI stands for; empty where it is none of this system's."""
        rest = code_iri.removeprefix(self.stem)
        return self.prefix + unquote(rest) if self.stem and rest not in ("", code_iri) and "/" not in rest else ""


Codes = dict[str, dict[str, list[str]]]
"""The codes of a concept: system -> relation -> codes."""
SYSTEMS = {name: System(**stated) for name, stated in table("systems").items()}
"""The systems by the names that our sources have for them, ``iri`` for what has only a web address.

The sources say on what terms codes may be used.
"""


def mapped(codes: Codes, *, all_codes: bool) -> list[tuple[str, str, str]]:
    """Return the codes of a concept that may be written, as (system, relation, code), each code once.

    Codes of a system that is not in the table belong to their owner, and may be written.
    """
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for system, relations in codes.items():
        if all_codes or system not in SYSTEMS or SYSTEMS[system].open:
            for relation in ("exact", "close", "broad", "narrow"):
                for code in relations.get(relation, ()):
                    found.setdefault((system, code), (system, relation, code))
    return list(found.values())


def code_addresses(codes: Codes, *, all_codes: bool = False) -> Iterator[tuple[str, str, str]]:
    """Yield the codes of a concept that may be written and have web addresses, as (relation, code, address)."""
    for system, relation, code in mapped(codes, all_codes=all_codes):
        if system in SYSTEMS and (address := SYSTEMS[system].code_iri(code)):
            yield relation, code, address


def code_of(code_iri: str) -> tuple[str, str] | None:
    """Return the system and the code that an IRI of a code stands for; None where it is none that we know.

    >>> code_of("http://purl.obolibrary.org/obo/HP_0003552")
    ('hpo', 'HP:0003552')
    """
    for name, system in SYSTEMS.items():
        if code := system.code(code_iri):
            return name, code
    return None


def closed_systems(glossary: Glossary) -> list[str]:
    """Return a sentence on the codes that are not written because their systems are licensed; nothing without any."""
    systems = {name for record in glossary.structure["concepts"].values() for name in record["codes"]}
    known = glossary.code_systems
    closed = [name for name in SYSTEMS if name in systems and not SYSTEMS[name].open]
    named = "; ".join(known[name].name if name in known else name for name in closed)
    return (
        [f"Left out, because their use needs a licence (--all-codes writes them): codes of {named}."] if closed else []
    )
