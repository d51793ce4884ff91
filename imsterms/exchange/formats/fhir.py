"""FHIR terminology resources (R4 or R5): a Bundle of a CodeSystem, ValueSets and ConceptMaps.

The display is the preferred term in the language of the export, every other term a designation with its language and
use; definitions are translated by the official extension. Each subject field is a ValueSet, each system of codes whose
licence allows it a ConceptMap. FHIR is written, not read.
"""

import argparse
from typing import IO, Any

from ...errors import ExchangeError
from ...facade import Glossary
from ...lexicon.concept import Concept
from ..intake.identifiers import slug, unique
from ..intake.imported import clean
from ..intake.vocabulary import table
from ..iris import SYSTEMS, VOCABULARY, add_all_codes, closed_systems, mapped, names_of
from ..json_output import json_document
from ..package import Package
from ..sections import about, glossaries, label, language_sections, more_texts, text, title, version

WHAT_IS_LOST = (
    "inflected forms; everyday words; the reasons for deprecated terms; references in texts, which are written out; "
    "spaces other than the plain one; the bibliography's fields, of which a citation is left; part of speech, basis, "
    "review and notes; which translations need review; articles; codes of licensed systems, unless "
    "--all-codes asks for them; the origin of imported entries"
)
RELEASES = ("R4", "R5")

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language"
PROFILES = "http://hl7.org/fhir/StructureDefinition/shareable"
PROPERTIES = "http://hl7.org/fhir/concept-properties"
PREFERRED = {
    "system": "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra",
    "code": "preferredForLanguage",
    "display": "Preferred For Language",
}
USES = ("abbreviation", "admitted", "deprecated", "variant", "plain")
"""What a designation can be besides preferred, as our own code system has it."""

Element = dict[str, Any]
"""A resource or a part of one, as plain data."""
LONGEST = 1024 * 1024
"""What FHIR allows in a string."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--release", choices=RELEASES, default="R4", help="release of FHIR (default: R4)")
    add_all_codes(parser)


def write(glossary: Glossary, stream: IO[bytes], *, release: str = "R4", all_codes: bool = False) -> list[str]:
    """Write all resources as one Bundle; return what was left out. Raises ExchangeError for a release."""
    resources = _Resources(glossary, release=release, all_codes=all_codes)
    stream.write(json_document(resources.bundle()))
    return resources.left_out


def files(glossary: Glossary, *, release: str = "R4", all_codes: bool = False) -> Package:
    """Return each resource as a file. Raises ExchangeError for a release."""
    resources = _Resources(glossary, release=release, all_codes=all_codes)
    found = [entry["resource"] for entry in resources.bundle()["entry"]]
    written = {f"{one['resourceType']}-{one['id']}.json": json_document(one) for one in found}
    return Package(written, resources.left_out)


class _Resources:
    """Makes the resources of one termbase."""

    def __init__(self, glossary: Glossary, *, release: str = "R4", all_codes: bool = False) -> None:
        if release not in RELEASES:
            raise ExchangeError(f"there is no FHIR release '{release}' here; R4 and R5 are written")
        self.glossary = glossary
        self.names = names_of(glossary)
        self.r5 = release == "R5"
        self.title = clean(title(glossary))
        self.publisher = clean(about(glossary, "publisher", self.title))
        licence = about(glossary, "licence")
        self.copyright = f"{self.publisher}. {licence}" if licence else ""
        self.all_codes = all_codes
        self.languages = glossaries(glossary)
        self.structure = glossary.structure["concepts"]
        self.id = _id(self.title)
        self.url = self.names.part("CodeSystem", self.id)
        self.uses_url = self.names.part("CodeSystem", f"{self.id}-designation-use")
        self.left_out: list[str] = [] if all_codes else closed_systems(glossary)
        self._works = glossary.sources
        self._labels = {use: label(self.languages, f"designation.{use.replace('variant', 'variants')}") for use in USES}
        self._displays: dict[str, str] = {}

    def bundle(self) -> Element:
        resources = [self.code_system(), self.use_system(), self.whole_value_set()]
        resources += self.value_sets()
        resources += self.concept_maps()
        return {
            "resourceType": "Bundle",
            "id": self.id,
            "type": "collection",
            "entry": [{"fullUrl": one["url"], "resource": one} for one in resources],
        }

    # --- what all resources have ---

    def canonical(self, kind: str, name: str, titles: dict[str, str], description: str) -> Element:
        """Return the beginning of a resource."""
        shareable = [f"{PROFILES}{kind.lower()}"] if kind != "ConceptMap" or self.r5 else []
        first = next(iter(titles))
        resource: Element = {
            "resourceType": kind,
            "id": name,
            **({"meta": {"profile": shareable}} if shareable else {}),
            "language": first,
            "url": self.names.part(kind, name),
            "version": version(self.glossary) or self.glossary.content_hash[:12],
            "name": "".join(part.capitalize() for part in name.split("-")),  # a name for programs
        }
        self.translated(resource, "title", titles, first)
        return resource | {
            "status": "active",
            "experimental": False,
            "publisher": self.publisher,
            "description": description,
            **({"copyright": self.copyright} if self.copyright else {}),
        }

    def text(self, text: str, where: str = "") -> str:
        """Return a text as FHIR's strings are: no control characters, and no spaces but the plain one."""
        text = "".join(" " if one.isspace() and one not in " \n\t" else one for one in clean(text))
        text = text.replace("\ufeff", "").strip()
        if len(text) > LONGEST:
            self.left_out.append(f"{where} is left out: it is longer than the {LONGEST} characters that FHIR allows")
            return ""
        return text

    def translated(self, record: Element, key: str, texts: dict[str, str], first: str) -> None:
        """Set a text with its translations."""
        found = {language: said for language, one in texts.items() if (said := self.text(one, key))}
        if first in found:
            record[key] = found[first]
        extensions = [
            {
                "extension": [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": said}],
                "url": TRANSLATION,
            }
            for language, said in found.items()
            if language != first
        ]
        if extensions:
            record[f"_{key}"] = {"extension": extensions}

    # --- the code systems ---

    def code_system(self) -> Element:
        concepts = [self.concept(concept_id) for concept_id in self.structure]
        for gone, by in self.glossary.replaced.items():  # so that a record that holds the obsolete id can be read
            properties = [{"code": "inactive", "valueBoolean": True}, {"code": "replaced_by", "valueCode": by}]
            concepts.append({"code": gone, "property": properties})
        used = dict.fromkeys(
            (one["code"], next(key for key in one if key.lstrip("_").startswith("value")).lstrip("_")[5:])
            for concept in concepts
            for one in concept.get("property", ())
        )
        description = f"{self.title}: {len(self.structure)} concepts in {', '.join(self.languages)}."
        return self.canonical("CodeSystem", self.id, {self.glossary.language: self.title}, description) | {
            "caseSensitive": True,
            "valueSet": self.names.part("ValueSet", f"{self.id}-all"),
            "hierarchyMeaning": "is-a",
            "compositional": False,
            "versionNeeded": False,
            "content": "complete",
            "count": len(concepts),
            "property": [self.property(code, kind) for code, kind in used],
            "concept": concepts,
        }

    def property(self, code: str, kind: str) -> Element:
        described = label({"en": self.languages["en"]}, f"relation.{code}") if "en" in self.languages else {}
        return {
            "code": code,
            "uri": f"{PROPERTIES}#{code}" if code in ("parent", "inactive") else f"{VOCABULARY}{code}",
            "description": described.get("en") or code.replace("_", " "),
            "type": {"DateTime": "dateTime"}.get(kind, kind if kind == "Coding" else kind.lower()),
        }

    def concept(self, concept_id: str) -> Element:
        first = self.glossary.language
        found = {words.language: words for words in language_sections(concept_id, self.languages)}
        record: Element = {"code": concept_id}
        if first in found:
            record["display"] = self._displays[concept_id] = self.text(found[first].term)
        definitions = {language: text(words, "definition") for language, words in found.items()}
        self.translated(record, "definition", definitions, first)
        if designations := [one for words in found.values() for one in self.designations(words)]:
            record["designation"] = designations
        record["property"] = self.properties(concept_id, found)
        return record

    def designations(self, words: Concept) -> list[Element]:
        """Return a language's terms but the display."""
        found = []
        if words.language != self.glossary.language:
            found.append({"language": words.language, "use": PREFERRED, "value": self.text(words.term)})
        uses = (
            ("abbreviation", (words.abbreviation or "",)),
            ("admitted", words.admitted),
            ("deprecated", words.deprecated),
            ("variant", words.variants),
            ("plain", (words.plain or "",)),
        )
        for use, texts in uses:
            shown = self._labels[use]
            display = shown.get(self.glossary.language) or next(iter(shown.values()))
            coding = {"system": self.uses_url, "code": use, "display": display}
            found += [
                {"language": words.language, "use": coding, "value": one}
                for one in map(self.text, dict.fromkeys(texts))
                if one
            ]
        return found

    def properties(self, concept_id: str, found: dict[str, Concept]) -> list[Element]:
        """Return a concept's place, what is said of its entry, and the texts that FHIR has no field for."""
        record = self.structure[concept_id]
        properties: list[Element] = [{"code": "parent", "valueCode": one} for one in record["broader"]]
        for relation, targets in record["relations"].items():
            if relation != "narrower":  # it follows from parent
                properties += [{"code": relation, "valueCode": target} for target in targets]
        properties.append({"code": "subject_field", "valueString": record["subject_field"]})
        for source in record["sources"]:
            cited = self.text(str(self._works[source]))
            coding = {"system": self.names.part("source"), "code": source, "display": cited}
            properties.append({"code": "source", "valueCoding": coding})
        for words in found.values():
            # a safety concept that no clinician has reviewed says so wherever it is shown
            for key, one in (*more_texts(words).items(), ("notice", words.notice or "")):
                if said := self.text(one, f"{concept_id}: {key}"):
                    extension = {"url": LANGUAGE, "valueCode": words.language}
                    properties.append({"code": key, "valueString": said, "_valueString": {"extension": [extension]}})
        return properties

    def use_system(self) -> Element:
        """Return the CodeSystem of what a designation can be."""
        first = self.glossary.language
        concepts = []
        for use, words in self._labels.items():
            shown = words.get(first) or next(iter(words.values()))
            concept: Element = {"code": use, "display": shown}
            others = [
                {"language": language, "use": PREFERRED, "value": word}
                for language, word in words.items()
                if word != shown
            ]
            concepts.append(concept | ({"designation": others} if others else {}))
        name = f"{self.id}-designation-use"
        title = {first: f"{self.title}: uses of designations"}
        return self.canonical("CodeSystem", name, title, "What a designation can be besides preferred.") | {
            "caseSensitive": True,
            "content": "complete",
            "count": len(concepts),
            "concept": concepts,
        }

    # --- value sets and maps ---

    def whole_value_set(self) -> Element:
        title = {self.glossary.language: self.title}
        resource = self.canonical("ValueSet", f"{self.id}-all", title, f"All concepts of {self.title}.")
        return resource | {"compose": {"include": [{"system": self.url}]}}

    def value_sets(self) -> list[Element]:
        fields: dict[str, list[str]] = {}
        for concept_id, record in self.structure.items():
            fields.setdefault(record["subject_field"], []).append(concept_id)
        found: dict[str, Element] = {}
        for field, concepts in fields.items():
            name = unique(_id(f"{self.id}-{field}"), {*found, f"{self.id}-all"}).replace("_", "-")
            titles = label(self.languages, f"subject_field.{field}")
            resource = self.canonical("ValueSet", name, titles, f"The concepts of the subject field '{field}'.")
            included = [
                {"code": one, **({"display": self._displays[one]} if one in self._displays else {})} for one in concepts
            ]
            found[name] = resource | {"compose": {"include": [{"system": self.url, "concept": included}]}}
        return list(found.values())

    def concept_maps(self) -> list[Element]:
        """Return a ConceptMap for each system whose codes may be written."""
        maps: dict[str, dict[str, list[Element]]] = {}
        for concept_id, record in self.structure.items():
            for system, relation, code in mapped(record["codes"], all_codes=self.all_codes):
                if system == "iri":  # the address of a concept of another vocabulary
                    stem = max(code.rfind(mark) for mark in "/#") + 1
                    system, code = code[:stem], code[stem:]
                elements = maps.setdefault(system, {}).setdefault(concept_id, [])
                elements.append(self.target(" ".join(self.text(code).split()), relation))
        return [self.concept_map(system, elements) for system, elements in maps.items()]

    def target(self, code: str, relation: str) -> Element:
        equivalence, relationship = table("fhir_relations")[relation]
        if self.r5:
            return {"code": code, "relationship": relationship}
        target = {"code": code, "equivalence": equivalence}
        if relation == "narrow":  # cmd-1: a narrower target has a comment
            target["comment"] = "The code is narrower than the concept."
        return target

    def concept_map(self, system: str, elements: dict[str, list[Element]]) -> Element:
        known, about = SYSTEMS.get(system), self.glossary.code_systems.get(system)
        title = about.name if about else system
        resource = self.canonical(
            "ConceptMap",
            _id(f"{self.id}-{system}"),
            {self.glossary.language: f"{self.title}: {title}"},
            f"From the concepts of {self.title} to the codes of {title}.",
        )
        if about and about.licence:
            resource["copyright"] = f"{about.owner}. {about.licence}" if about.owner else about.licence
        group: Element = {
            "source": self.url,
            "target": known.uri if known else system if "://" in system else self.names.part("system", system),
        }
        if about and about.version and not self.r5:
            group["targetVersion"] = about.version
        elif about and about.version:
            group["target"] += f"|{about.version}"
        group["element"] = [
            {"code": one, **({"display": self._displays[one]} if one in self._displays else {}), "target": targets}
            for one, targets in elements.items()
        ]
        scope = self.names.part("ValueSet", f"{self.id}-all")
        return resource | {"sourceScopeUri" if self.r5 else "sourceUri": scope, "group": [group]}


def _id(text: str) -> str:
    """Return what FHIR accepts as an id."""
    return slug(text, "termbase").replace("_", "-")
