"""schema.org DefinedTermSet as JSON-LD, for search engines and web pages.

Each concept is a DefinedTerm with its preferred terms as names, abbreviations and admitted terms as alternate names and
its definitions as descriptions, each with its language. The document may be put in a page as it is, in a script
element.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from ...facade import Glossary
from ..intake.imported import clean
from ..iris import Names, code_addresses, names_of
from ..sections import LanguageSection, about, glossaries, language_sections, title, version

if TYPE_CHECKING:
    from ...termbase.records import ConceptRecord

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
        **{name: text for name, text in stated.items() if text},
        "inLanguage": list(languages),
        "hasDefinedTerm": [
            defined_term(concept_id, record, list(language_sections(concept_id, languages)), names)
            for concept_id, record in glossary.structure["concepts"].items()
        ],
    }
    # in a page, "</script>" or "<!--" inside a text would end the element
    text = json.dumps(content, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    stream.write(f"{text}\n".encode())


def defined_term(
    concept_id: str, record: ConceptRecord, words: list[LanguageSection], names: Names
) -> dict[str, object]:
    """Return one concept as a DefinedTerm; ``words`` are what its languages say."""
    alternate = [
        (one.language, text) for one in words for text in dict.fromkeys((one.abbreviation, *one.admitted)) if text
    ]
    # a safety concept that no clinician has reviewed says so wherever it is shown
    described = [(one.language, f"{one.definition} {one.notice}") for one in words if one.definition or one.notice]
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
    return [{"@language": language, "@value": text} for language, one in texts if (text := clean(one))]
