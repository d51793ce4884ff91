"""The graph of SKOS-AP-NO-Begrep 2. Imports rdflib: only what writes the profile imports this module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, OWL, RDF, SKOS, XSD

from ....facade import Glossary
from ....languages.profile import members
from ...intake.imported import clean
from ...iris import iri
from ...sections import LanguageSection, about, label, language_sections, title, version
from .graph import IMS, SkosGraph

if TYPE_CHECKING:
    from ....termbase.records import ConceptRecord

SKOSNO = Namespace("https://data.norge.no/vocabulary/skosno#")
XKOS = Namespace("http://rdf-vocabulary.ddialliance.org/xkos#")
EUVOC = Namespace("http://publications.europa.eu/ontology/euvoc#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
UNESKOS = Namespace("http://purl.org/umu/uneskos#")

RELATIONSHIPS = "https://data.norge.no/vocabulary/relationship-with-source-type#"
PUBLIC = "https://data.norge.no/vocabulary/audience-type#public"
"""The audience of an explanation for patients."""
FROM_SOURCE = {"sourced": "direct-from-source", "adapted": "derived-from-source", "own": "self-composed"}
"""Our bases of definitions, and what the national code list calls them."""

DIGDIR = URIRef("https://data.norge.no/organizations/991825827")
DATA_NORGE = URIRef("https://data.norge.no/")

REQUIRED = members("no")
"""The languages in which the profile wants a preferred term."""

_WORDS = {
    "direct-from-source": (("sitat fra kilde", "ordrett fra kilden"), ("sitat frå kjelde", "ordrett frå kjelda")),
    "derived-from-source": (("basert på kilde", "tilpasset fra kilden"), ("basert på kjelde", "tilpassa frå kjelda")),
    "self-composed": (
        ("egendefinert", "formulert av utgiveren selv"),
        ("eigendefinert", "formulert av utgjevaren sjølv"),
    ),
    "public": (("allmennheten", "folk uten fagbakgrunn"), ("ålmenta", "folk utan fagbakgrunn")),
}
CODED = {name: dict(zip(REQUIRED, words, strict=True)) for name, words in _WORDS.items()}
"""Label and meaning of the values of the national code lists that are used here."""


class ProfileGraph(SkosGraph):
    """Makes the graph of a concept collection as the Norwegian national profile wants it."""

    def __init__(self, glossary: Glossary, *, contact: str) -> None:
        super().__init__(glossary, all_codes=True)  # no codes at all: there is nothing to say of some
        self.publisher_name = about(glossary, "publisher", title(glossary))
        self.contact_address = contact or self.names.termbase
        self.publisher = URIRef(self.names.part("organisation", "publisher"))
        self.contact = URIRef(self.names.part("organisation", "contact"))
        self.words: dict[str, list[LanguageSection]] = {}
        self.coded: dict[str, None] = {}
        for prefix, namespace in {
            "dcat": DCAT, "foaf": FOAF, "org": ORG, "vcard": VCARD,
            "skosno": SKOSNO, "xkos": XKOS, "euvoc": EUVOC, "uneskos": UNESKOS,
        }.items():  # fmt: skip
            self.graph.bind(prefix, namespace)

    def build(self) -> Graph:
        self.add_organisations()
        for concept_id in self.structure["concepts"]:
            words = list(language_sections(concept_id, self.languages))
            languages = {one.language for one in words}
            missing = [language for language in REQUIRED if language not in languages]
            if missing:
                self.said.append(f"{concept_id} is left out: it has no preferred term in {' and '.join(missing)}")
            elif not any(one.definition for one in words):
                self.said.append(f"{concept_id} is left out: it has no definition")
            else:
                self.words[concept_id] = words
        for concept_id in self.words:
            self.add_concept(concept_id)
        self.add_fields()
        self.add_coded_values()
        return self.graph

    def add_organisations(self) -> None:
        """Add who publishes the concepts and whom to ask about them."""
        self.graph.add((self.publisher, RDF.type, ORG.Organization))
        self.say(self.publisher, FOAF.name, self.publisher_name)
        self.graph.add((self.contact, RDF.type, VCARD.Organization))
        self.say(self.contact, VCARD.fn, self.publisher_name)
        if "@" in self.contact_address and ":" not in self.contact_address:
            self.graph.add((self.contact, VCARD.hasEmail, URIRef(iri(f"mailto:{self.contact_address}"))))
        else:
            self.graph.add((self.contact, VCARD.hasURL, URIRef(iri(self.contact_address))))

    def add_responsible(self, subject: URIRef) -> None:
        """Add what the profile wants of a concept and of a collection alike."""
        self.graph.add((subject, DCTERMS.identifier, Literal(str(subject), datatype=XSD.anyURI)))
        self.graph.add((subject, DCTERMS.publisher, self.publisher))
        self.graph.add((subject, DCAT.contactPoint, self.contact))

    def add_concept(self, concept_id: str) -> None:
        record = self.structure["concepts"][concept_id]
        subject = self.concept(concept_id)
        self.graph.add((subject, RDF.type, SKOS.Concept))
        self.add_responsible(subject)
        for words in self.words[concept_id]:
            self.add_profile_words(subject, concept_id, words, record)
        self.add_profile_relations(subject, concept_id, record)
        field = record["subject_field"]
        self.graph.add((subject, UNESKOS.memberOf, URIRef(self.names.part("field", field))))
        for language, word in label(self.languages, f"subject_field.{field}").items():
            self.say(subject, DCTERMS.subject, word, language)
        self.say(subject, OWL.versionInfo, version(self.glossary))
        if len(date := record["review"]["date"]) == 10:
            self.graph.add((subject, DCTERMS.modified, Literal(date, datatype=XSD.date)))

    def add_profile_words(
        self, subject: URIRef, concept_id: str, words: LanguageSection, record: ConceptRecord
    ) -> None:
        """Add a language's labels and texts. A hidden label is a term advised against, so variants have no place."""
        taken = {clean(words.term)}
        self.say(subject, SKOS.prefLabel, words.term, words.language)
        permitted = (words.abbreviation, *words.admitted)
        for kind, texts in ((SKOS.altLabel, permitted), (SKOS.hiddenLabel, words.deprecated)):
            for text in texts:
                if clean(text) not in taken or (subject, kind, Literal(clean(text), words.language)) in self.graph:
                    self.say(subject, kind, text, words.language)
                    taken.add(clean(text))
        self.say(subject, EUVOC.status, words.notice, words.language)
        for note in words.notes:
            self.say(subject, SKOS.scopeNote, note, words.language)
        if words.definition:
            self.say(subject, SKOS.definition, words.definition, words.language)
            definition = self.add_definition(subject, concept_id, "definition", words.language, words.definition)
            if name := FROM_SOURCE.get(record["basis"]):
                self.add_coded(definition, SKOSNO.relationshipWithSource, f"{RELATIONSHIPS}{name}")
            works = self.glossary.sources
            for source in record["sources"]:
                work = works[source]
                named = URIRef(iri(work.link)) if work.link else Literal(clean(str(work)))
                self.graph.add((definition, DCTERMS.source, named))
        if words.explanation:
            public = self.add_definition(subject, concept_id, "explanation", words.language, words.explanation)
            self.add_coded(public, DCTERMS.audience, PUBLIC)
            self.add_coded(public, SKOSNO.relationshipWithSource, f"{RELATIONSHIPS}self-composed")

    def add_definition(self, subject: URIRef, concept_id: str, kind: str, language: str, text: str) -> URIRef:
        """Add a definition that things can be said of, and return its IRI."""
        definition = URIRef(self.names.part(kind, concept_id, language))
        self.graph.add((subject, EUVOC.xlDefinition, definition))
        self.graph.add((definition, RDF.type, EUVOC.XlNote))
        self.say(definition, RDF.value, text, language)
        return definition

    def add_coded(self, subject: URIRef, predicate: URIRef, value: str) -> None:
        """Add a value of one of the national code lists."""
        self.graph.add((subject, predicate, URIRef(value)))
        self.coded[value] = None

    def add_coded_values(self) -> None:
        """Describe the values of the national code lists that are used, as the profile wants all it points to."""
        if self.coded:
            for node, kind, name in ((DIGDIR, ORG.Organization, FOAF.name), (DATA_NORGE, VCARD.Organization, VCARD.fn)):
                self.graph.add((node, RDF.type, kind))
                self.say(node, name, "Digitaliseringsdirektoratet")
            self.graph.add((DATA_NORGE, VCARD.hasURL, DATA_NORGE))
        for value in self.coded:
            subject = URIRef(value)
            self.graph.add((subject, RDF.type, SKOS.Concept))
            self.graph.add((subject, DCTERMS.identifier, Literal(value, datatype=XSD.anyURI)))
            self.graph.add((subject, DCTERMS.publisher, DIGDIR))
            self.graph.add((subject, DCAT.contactPoint, DATA_NORGE))
            for language, (word, meaning) in CODED[value.partition("#")[2]].items():
                self.say(subject, SKOS.prefLabel, word, language)
                self.say(subject, SKOS.definition, meaning, language)

    def add_profile_relations(self, subject: URIRef, concept_id: str, record: ConceptRecord) -> None:
        """Add the relations to concepts that are in the document: generic, partitive, and others with their role."""
        for target in filter(self.words.__contains__, record["broader"]):
            self.graph.add((subject, SKOS.broader, self.concept(target)))
            self.graph.add((subject, XKOS.specializes, self.concept(target)))
        partitive = {"part_of": XKOS.isPartOf, "has_part": XKOS.hasPart}
        for relation, targets in record["relations"].items():
            for target in filter(self.words.__contains__, targets):
                other = self.concept(target)
                if relation == "narrower":
                    self.graph.add((subject, SKOS.narrower, other))
                    self.graph.add((subject, XKOS.generalizes, other))
                elif relation in partitive:
                    self.graph.add((subject, partitive[relation], other))
                elif relation == "related":
                    self.add_related(subject, concept_id, target)
                else:
                    self.add_associative(subject, concept_id, relation, target)

    def add_associative(self, subject: URIRef, concept_id: str, relation: str, target: str) -> None:
        """Add an associative relation with the role that the other concept has."""
        node = URIRef(self.names.part("relation", concept_id, relation, target))
        self.graph.add((subject, SKOSNO.isFromConceptIn, node))
        self.graph.add((node, RDF.type, SKOSNO.AssociativeConceptRelation))
        self.graph.add((node, SKOSNO.hasToConcept, self.concept(target)))
        self.graph.add((node, DCTERMS.type, IMS[relation]))
        for language, word in label(self.languages, f"relation.{relation}").items():
            self.say(node, SKOSNO.relationRole, word, language)

    def add_fields(self) -> None:
        members: dict[str, list[str]] = {}
        for concept_id in self.words:
            members.setdefault(self.structure["concepts"][concept_id]["subject_field"], []).append(concept_id)
        for name, concepts in members.items():
            field = URIRef(self.names.part("field", name))
            self.graph.add((field, RDF.type, SKOS.Collection))
            self.add_responsible(field)
            self.add_licence(field)
            for language, word in label(self.languages, f"subject_field.{name}").items():
                self.say(field, DCTERMS.title, word, language)
            for concept_id in concepts:
                self.graph.add((field, SKOS.member, self.concept(concept_id)))
