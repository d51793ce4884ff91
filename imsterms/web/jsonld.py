"""schema.org DefinedTermSet as JSON-LD, for search engines and web pages.

Each concept is a DefinedTerm with its preferred terms as names, abbreviations and admitted terms as alternate names and
its definitions as descriptions, each with its language. The document may be put in a page as it is, in a script
element.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from ..exchange.intake.imported import clean
from ..exchange.iris import Names, code_addresses, names_of
from ..exchange.json_output import json_document
from ..exchange.sections import about, glossaries, language_sections, text, title, version
from ..facade import Glossary
from ..lexicon.concept import Concept

if TYPE_CHECKING:
    from ..termbase.records import ConceptRecord

WHAT_IS_LOST = (
    "deprecated terms and variants, which a page is not to show; plain wordings, explanations, notes; inflected forms; "
    "relations and subject fields; codes but the exact matches in systems without a licence; sources; articles"
)
CONTEXT = "https://schema.org"


def write(glossary: Glossary, stream: IO[bytes]) -> None:
    """Write the document."""
    names = names_of(glossary)
    languages = glossaries(glossary)
    publisher = about(glossary, "publisher")
    stated: dict[str, object] = {
        "version": version(glossary),
        "license": about(glossary, "licence"),
        "publisher": {"@type": "Organization", "name": publisher} if publisher else "",
    }
    content = {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "@id": names.termbase,
        "name": clean(title(glossary)),
        **{name: said for name, said in stated.items() if said},
        "inLanguage": list(languages),
        "hasDefinedTerm": [
            defined_term(concept_id, record, list(language_sections(concept_id, languages)), names)
            for concept_id, record in glossary.structure["concepts"].items()
        ],
    }
    # in a page, "</script>" or "<!--" inside a text would end the element
    stream.write(json_document(content).replace(b"<", b"\\u003c"))


def defined_term(concept_id: str, record: ConceptRecord, words: list[Concept], names: Names) -> dict[str, object]:
    """Return one concept as a DefinedTerm; ``words`` are what its languages say."""
    alternate = [
        (one.language, name) for one in words for name in dict.fromkeys((one.abbreviation, *one.admitted)) if name
    ]
    # a safety concept that no clinician has reviewed says so wherever it is shown
    described = [(one.language, f"{text(one, 'definition')} {one.notice or ''}") for one in words]
    same = [address for relation, _, address in code_addresses(record["codes"]) if relation == "exact"]
    properties = {
        "name": _texts([(one.language, str(one.term)) for one in words]),
        "alternateName": _texts(alternate),
        "description": _texts(described),
        "sameAs": same,
    }
    return {
        "@type": "DefinedTerm",
        "@id": names.concept(concept_id),
        "termCode": concept_id,
        **{key: value for key, value in properties.items() if value},
        "inDefinedTermSet": {"@id": names.termbase},
    }


def _texts(texts: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"@language": language, "@value": said} for language, one in texts if (said := clean(one))]
