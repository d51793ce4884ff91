"""SKOS-AP-NO-Begrep 2, Norway's national profile for concept catalogues (data.norge.no).

The profile wants a preferred term in Bokmål and in Nynorsk and a definition of every concept; concepts that lack one
are left out, and named. It is read with the format skos.
"""

from __future__ import annotations

import argparse
from typing import IO, TYPE_CHECKING

from ....facade import Glossary
from ....languages.profile import members
from ....lexicon.concept import Concept
from ...intake.vocabulary import table
from ...iris import VOCABULARY
from ...sections import about, language_sections, text, title, version
from .graph import SkosGraph
from .turtle import add_syntax

if TYPE_CHECKING:
    from ....termbase.records import ConceptRecord

WHAT_IS_LOST = (
    "concepts without a Bokmål or a Nynorsk term or without a definition; inflected forms, gender, variants, everyday "
    "words and plain wordings; the reasons for deprecated terms; references inside texts, which are written out; codes "
    "of other systems; obsolete ids; part of speech and review; which translations need review; articles"
)

RELATIONSHIPS = "https://data.norge.no/vocabulary/relationship-with-source-type#"
PUBLIC = "https://data.norge.no/vocabulary/audience-type#public"
"""The audience of an explanation for patients."""
FROM_SOURCE = {"sourced": "direct-from-source", "adapted": "derived-from-source", "own": "self-composed"}
"""Our bases of definitions, and what the national code list calls them."""

DIGDIR, DATA_NORGE = "https://data.norge.no/organizations/991825827", "https://data.norge.no/"

REQUIRED = members("no")
"""The languages in which the profile wants a preferred term."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_syntax(parser)
    parser.add_argument("--contact", metavar="ADDRESS", default="", help="e-mail or web address for questions")


def write(glossary: Glossary, stream: IO[bytes], *, syntax: str = "turtle", contact: str = "") -> list[str]:
    """Write the termbase in the profile; return what was left out, a sentence each.

    Raises ExchangeError for a syntax, or a namespace that the termbase states, MissingExtraError where the syntax needs
    rdflib.
    """
    profile = ProfileGraph(glossary, contact=contact)
    profile.build()
    profile.write(stream, syntax)
    return profile.left_out


class ProfileGraph(SkosGraph):
    """Makes the graph of a concept collection as the Norwegian national profile wants it."""

    def __init__(self, glossary: Glossary, *, contact: str) -> None:
        super().__init__(glossary, all_codes=True)  # no codes at all: there is nothing to say of some
        self.contact_address = contact or self.names.termbase
        self.publisher = self.names.part("organisation", "publisher")
        self.contact = self.names.part("organisation", "contact")
        self.words: dict[str, list[Concept]] = {}
        self.coded: dict[str, None] = {}

    def build(self) -> None:
        self.add_organisations()
        for concept_id in self.structure["concepts"]:
            words = list(language_sections(concept_id, self.languages))
            languages = {one.language for one in words}
            if missing := [language for language in REQUIRED if language not in languages]:
                self.left_out.append(f"{concept_id} is left out: it has no preferred term in {' and '.join(missing)}")
            elif not any(text(one, "definition") for one in words):
                self.left_out.append(f"{concept_id} is left out: it has no definition")
            else:
                self.words[concept_id] = words
        for concept_id in self.words:
            self.add_concept(concept_id, self.structure["concepts"][concept_id])
        self.add_fields()
        self.add_coded_values()

    def add_organisations(self) -> None:
        """Add who publishes the concepts and whom to ask about them."""
        name = about(self.glossary, "publisher", title(self.glossary))
        self.kind(self.publisher, "org:Organization")
        self.say(self.publisher, "foaf:name", name)
        self.kind(self.contact, "vcard:Organization")
        self.say(self.contact, "vcard:fn", name)
        if "@" in self.contact_address and ":" not in self.contact_address:
            self.point(self.contact, "vcard:hasEmail", f"mailto:{self.contact_address}")
        else:
            self.point(self.contact, "vcard:hasURL", self.contact_address)

    def add_responsible(self, subject: str, publisher: str, contact: str) -> None:
        """Add what the profile wants of a concept and of a collection alike."""
        self.say(subject, "dct:identifier", subject, datatype="xsd:anyURI")
        self.point(subject, "dct:publisher", publisher)
        self.point(subject, "dcat:contactPoint", contact)

    def add_concept(self, concept_id: str, record: ConceptRecord) -> None:
        subject = self.names.concept(concept_id)
        self.kind(subject, "skos:Concept")
        self.add_responsible(subject, self.publisher, self.contact)
        for words in self.words[concept_id]:
            # a hidden label is a term advised against here, so that variants have no place
            self.add_labels(subject, words, (words.abbreviation, *words.admitted))
            self.add_profile_texts(subject, concept_id, words, record)
        self.add_profile_relations(subject, concept_id, record)
        field = record["subject_field"]
        self.point(subject, "uneskos:memberOf", self.names.part("field", field))
        self.label(subject, "dct:subject", f"subject_field.{field}")
        self.say(subject, "owl:versionInfo", version(self.glossary))
        if len(date := record["review"]["date"]) == 10:
            self.say(subject, "dct:modified", date, datatype="xsd:date")

    def add_profile_texts(self, subject: str, concept_id: str, words: Concept, record: ConceptRecord) -> None:
        self.say(subject, "euvoc:status", words.notice, words.language)
        for note in words.notes:
            self.say(subject, "skos:scopeNote", note, words.language)
        if said := text(words, "definition"):
            self.say(subject, "skos:definition", said, words.language)
            definition = self.add_definition(subject, concept_id, "definition", words.language, said)
            if name := FROM_SOURCE.get(record["basis"]):
                self.add_coded(definition, "skosno:relationshipWithSource", f"{RELATIONSHIPS}{name}")
            for source in record["sources"]:
                work = self.works[source]
                if work.link:
                    self.point(definition, "dct:source", work.link)
                else:
                    self.say(definition, "dct:source", str(work))
        if said := text(words, "explanation"):
            public = self.add_definition(subject, concept_id, "explanation", words.language, said)
            self.add_coded(public, "dct:audience", PUBLIC)
            self.add_coded(public, "skosno:relationshipWithSource", f"{RELATIONSHIPS}self-composed")

    def add_definition(self, subject: str, concept_id: str, kind: str, language: str, said: str) -> str:
        """Add a definition that things can be said of, and return its IRI."""
        definition = self.names.part(kind, concept_id, language)
        self.point(subject, "euvoc:xlDefinition", definition)
        self.kind(definition, "euvoc:XlNote")
        self.say(definition, "rdf:value", said, language)
        return definition

    def add_coded(self, subject: str, predicate: str, value: str) -> None:
        """Add a value of one of the national code lists."""
        self.point(subject, predicate, value)
        self.coded[value] = None

    def add_coded_values(self) -> None:
        """Describe the values of the national code lists that are used, as the profile wants all it points to."""
        if self.coded:
            for node, kind, name in ((DIGDIR, "org", "foaf:name"), (DATA_NORGE, "vcard", "vcard:fn")):
                self.kind(node, f"{kind}:Organization")
                self.say(node, name, "Digitaliseringsdirektoratet")
            self.point(DATA_NORGE, "vcard:hasURL", DATA_NORGE)
        for value in self.coded:
            self.kind(value, "skos:Concept")
            self.add_responsible(value, DIGDIR, DATA_NORGE)
            for language, words in table("norwegian_code_lists")[value.partition("#")[2]].items():
                self.say(value, "skos:prefLabel", words["label"], language)
                self.say(value, "skos:definition", words["definition"], language)

    def add_profile_relations(self, subject: str, concept_id: str, record: ConceptRecord) -> None:
        """Add the relations to concepts that are in the document: generic, partitive, and others with their role."""
        properties = {relation: names.split() for relation, names in table("norwegian_relations").items()}
        for relation, targets in {"broader": record["broader"], **record["relations"]}.items():
            for target in filter(self.words.__contains__, targets):
                for name in properties.get(relation, ()):
                    self.point(subject, name, self.names.concept(target))
                if relation == "related":
                    self.add_related(subject, concept_id, target)
                elif relation not in properties:
                    self.add_associative(subject, concept_id, relation, target)

    def add_associative(self, subject: str, concept_id: str, relation: str, target: str) -> None:
        """Add an associative relation with the role that the other concept has."""
        node = self.names.part("relation", concept_id, relation, target)
        self.point(subject, "skosno:isFromConceptIn", node)
        self.kind(node, "skosno:AssociativeConceptRelation")
        self.point(node, "skosno:hasToConcept", self.names.concept(target))
        self.point(node, "dct:type", VOCABULARY + relation)
        self.label(node, "skosno:relationRole", f"relation.{relation}")

    def add_fields(self) -> None:
        for name in dict.fromkeys(self.structure["concepts"][one]["subject_field"] for one in self.words):
            field = self.names.part("field", name)
            self.kind(field, "skos:Collection")
            self.add_responsible(field, self.publisher, self.contact)
            self.add_licence(field)
            self.label(field, "dct:title", f"subject_field.{name}")
        for concept_id in self.words:
            name = self.structure["concepts"][concept_id]["subject_field"]
            self.point(self.names.part("field", name), "skos:member", self.names.concept(concept_id))
