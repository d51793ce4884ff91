"""The SKOS graph of a termbase. Imports rdflib: only what writes or reads RDF imports this module.

What SKOS has no word for is left out, relations excepted: those have properties in a vocabulary of our own, which the
graph declares as kinds of semanticRelation, beside the general property that other tools know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, XSD

from ....facade import Glossary
from ....termbase.model import RELATIONS
from ...intake.imported import clean
from ...iris import VOCABULARY, closed_systems, code_addresses, iri, names_of
from ...sections import LanguageSection, about, advised_against, glossaries, label, language_sections, title, version

if TYPE_CHECKING:
    from ....termbase.records import ConceptRecord

IMS = Namespace(VOCABULARY)
SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
BIBO = Namespace("http://purl.org/ontology/bibo/")

PREFIXES = {
    "rdf": RDF, "rdfs": RDFS, "owl": OWL, "xsd": XSD, "dct": DCTERMS, "dc": DC, "foaf": FOAF, "bibo": BIBO,
    "skos": SKOS, "imsv": IMS,
}  # fmt: skip

MATCHES = {"exact": SKOS.exactMatch, "close": SKOS.closeMatch, "broad": SKOS.broadMatch, "narrow": SKOS.narrowMatch}
"""The mapping property of each relation of a code."""


class SkosGraph:
    """Makes the graph of a termbase, concept by concept."""

    def __init__(self, glossary: Glossary, *, all_codes: bool = False) -> None:
        self.glossary = glossary
        self.names = names_of(glossary)
        self.all_codes = all_codes
        self.languages = glossaries(glossary)
        self.structure = glossary.structure
        self.scheme = URIRef(self.names.termbase)
        # a store that keeps the order of what is added: the same termbase is to give the same bytes
        self.graph = Graph(store="SimpleMemory", bind_namespaces="none")
        self.said = [] if all_codes else closed_systems(glossary)
        """What is left out, and where."""
        self._ancestors: dict[str, frozenset[str]] = {}
        for prefix, namespace in PREFIXES.items():
            self.graph.bind(prefix, namespace)

    def build(self) -> Graph:
        """Return the graph of everything."""
        self.add_vocabulary()
        self.add_scheme()
        for concept_id in self.structure["concepts"]:
            self.add_concept(concept_id)
        self.add_fields()
        self.add_sources()
        for gone, by in self.glossary.replaced.items():
            self.graph.add((self.concept(gone), OWL.deprecated, Literal(True)))
            self.graph.add((self.concept(gone), DCTERMS.isReplacedBy, self.concept(by)))
        return self.graph

    def concept(self, concept_id: str) -> URIRef:
        """Return the IRI of a concept."""
        return URIRef(self.names.concept(concept_id))

    def say(self, subject: URIRef, predicate: URIRef, text: str, language: str = "") -> None:
        """Add a text, where there is one."""
        if text := clean(text):
            self.graph.add((subject, predicate, Literal(text, lang=language or None)))

    # --- parts ---

    def add_vocabulary(self) -> None:
        """Declare the relations of our own that are used."""
        inverses = {**{inverse: relation for relation, inverse in RELATIONS.items()}, **RELATIONS}
        used = {name for record in self.structure["concepts"].values() for name in record["relations"]}
        for name in sorted(used - {"narrower", "related"}):
            self.graph.add((IMS[name], RDF.type, OWL.ObjectProperty))
            self.graph.add((IMS[name], RDFS.subPropertyOf, SKOS.semanticRelation))
            self.graph.add((IMS[name], OWL.inverseOf, IMS[inverses[name]]))
            for language, word in label(self.languages, f"relation.{name}").items():
                self.say(IMS[name], RDFS.label, word, language)

    def add_scheme(self) -> None:
        """Add the concept scheme."""
        self.graph.add((self.scheme, RDF.type, SKOS.ConceptScheme))
        self.say(self.scheme, DCTERMS.title, title(self.glossary))
        self.say(self.scheme, OWL.versionInfo, version(self.glossary))
        self.add_licence(self.scheme)
        if publisher := about(self.glossary, "publisher"):
            node = URIRef(self.names.part("organisation", "publisher"))
            self.graph.add((self.scheme, DCTERMS.publisher, node))
            self.graph.add((node, RDF.type, FOAF.Agent))
            self.say(node, FOAF.name, publisher)
        for language in self.glossary.languages:
            self.say(self.scheme, DCTERMS.language, language)

    def add_licence(self, subject: URIRef) -> None:
        """Add the licence under which the words may be used."""
        licence = about(self.glossary, "licence")
        if licence.startswith(("http://", "https://")):
            self.graph.add((subject, DCTERMS.license, URIRef(iri(licence))))
        else:
            self.say(subject, DCTERMS.rights, licence)

    def add_concept(self, concept_id: str) -> None:
        """Add a concept with its words in every language."""
        record = self.structure["concepts"][concept_id]
        subject = self.concept(concept_id)
        self.graph.add((subject, RDF.type, SKOS.Concept))
        self.graph.add((subject, SKOS.inScheme, self.scheme))
        for words in language_sections(concept_id, self.languages):
            self.add_labels(subject, words)
            self.add_texts(subject, words)
        for language, deprecated in advised_against(concept_id, self.languages):
            for designation in deprecated:
                self.say(subject, SKOS.hiddenLabel, designation, language)
        self.add_relations(subject, concept_id, record)
        if not record["broader"]:
            self.graph.add((self.scheme, SKOS.hasTopConcept, subject))
            self.graph.add((subject, SKOS.topConceptOf, self.scheme))
        self.add_codes(subject, concept_id, record)
        for source in record["sources"]:
            self.graph.add((subject, DCTERMS.source, self.source(source)))
        for notation in record.get("origin", {}).get("notation", ()):
            self.say(subject, SKOS.notation, notation)

    def add_labels(self, subject: URIRef, words: LanguageSection) -> None:
        """Add a language's labels: no text is in two of SKOS's three kinds of label."""
        self.say(subject, SKOS.prefLabel, words.term, words.language)
        taken = {clean(words.term): "prefLabel"}
        labels = [("altLabel", text) for text in (words.abbreviation, *words.admitted, *words.variants)]
        for kind, text in [*labels, *(("hiddenLabel", text) for text in words.deprecated)]:
            if taken.setdefault(clean(text), kind) == kind:
                self.say(subject, SKOS[kind], text, words.language)

    def add_texts(self, subject: URIRef, words: LanguageSection) -> None:
        """Add a language's texts."""
        self.say(subject, SKOS.definition, words.definition, words.language)
        for note in words.notes:
            self.say(subject, SKOS.scopeNote, note, words.language)
        self.say(subject, SKOS.note, words.explanation, words.language)
        self.say(subject, SKOS.editorialNote, words.notice, words.language)

    def add_relations(self, subject: URIRef, concept_id: str, record: ConceptRecord) -> None:
        """Add the relations: generic ones as SKOS has them, others by their own names and as related."""
        for broader in record["broader"]:
            self.graph.add((subject, SKOS.broader, self.concept(broader)))
        for relation, targets in record["relations"].items():
            for target in targets:
                if relation == "narrower":
                    self.graph.add((subject, SKOS.narrower, self.concept(target)))
                    continue
                if relation != "related":
                    self.graph.add((subject, IMS[relation], self.concept(target)))
                self.add_related(subject, concept_id, target)

    def add_related(self, subject: URIRef, concept_id: str, target: str) -> None:
        """Add skos:related, where SKOS allows it: what is above or below a concept is not related to it (S27)."""
        above_or_below = target in self.ancestors(concept_id) or concept_id in self.ancestors(target)
        self.graph.add((subject, SKOS.semanticRelation if above_or_below else SKOS.related, self.concept(target)))

    def add_codes(self, subject: URIRef, concept_id: str, record: ConceptRecord) -> None:
        """Add the codes of other systems that have IRIs."""
        for relation, _, address in code_addresses(record["codes"], all_codes=self.all_codes):
            self.graph.add((subject, MATCHES[relation], URIRef(address)))

    def add_fields(self) -> None:
        """Add each subject field as a collection of its concepts."""
        for concept_id, record in self.structure["concepts"].items():
            field = URIRef(self.names.part("field", record["subject_field"]))
            self.graph.add((field, SKOS.member, self.concept(concept_id)))
        for name in dict.fromkeys(record["subject_field"] for record in self.structure["concepts"].values()):
            field = URIRef(self.names.part("field", name))
            self.graph.add((field, RDF.type, SKOS.Collection))
            self.say(field, DCTERMS.identifier, name)
            for language, word in label(self.languages, f"subject_field.{name}").items():
                self.say(field, SKOS.prefLabel, word, language)

    def source(self, source_id: str) -> URIRef:
        """Return the IRI of a work."""
        return URIRef(self.names.part("source", source_id))

    def add_sources(self) -> None:
        """Add the works that definitions rest on."""
        works = self.glossary.sources
        cited = dict.fromkeys(one for record in self.structure["concepts"].values() for one in record["sources"])
        for source_id in cited:
            work, subject = works[source_id], self.source(source_id)
            self.graph.add((subject, RDF.type, DCTERMS.BibliographicResource))
            self.say(subject, DCTERMS.bibliographicCitation, str(work))
            for predicate, text in (
                (DCTERMS.identifier, source_id),
                (DC.title, work.title),
                (DC.creator, work.author),
                (DC.date, work.year),
                (BIBO.doi, work.doi),
            ):
                self.say(subject, predicate, text)
            if work.link:
                self.graph.add((subject, RDFS.seeAlso, URIRef(iri(work.link))))

    def ancestors(self, concept_id: str) -> frozenset[str]:
        """Return every concept above another."""
        found = self._ancestors.get(concept_id)
        if found is None:
            above: set[str] = set()
            waiting = [concept_id]
            while waiting:
                for broader in self.structure["concepts"][waiting.pop()]["broader"]:
                    if broader not in above:
                        above.add(broader)
                        waiting.append(broader)
            found = self._ancestors[concept_id] = frozenset(above)
        return found
