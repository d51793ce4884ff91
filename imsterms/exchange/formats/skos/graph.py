"""The SKOS graph of a termbase.

What SKOS has no word for is left out, relations excepted: those have properties in a vocabulary of our own, which the
graph declares as kinds of semanticRelation, beside the general property that other tools know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facade import Glossary
from ....lexicon.concept import Concept
from ....termbase.model import RELATIONS
from ...intake.imported import clean
from ...iris import VOCABULARY, closed_systems, code_addresses, is_absolute, names_of
from ...sections import about, advised_against, glossaries, label, language_sections, more_texts, text, title, version
from .turtle import PREFIXES, Turtle

if TYPE_CHECKING:
    from ....termbase.records import ConceptRecord

MATCHES = {"exact": "exactMatch", "close": "closeMatch", "broad": "broadMatch", "narrow": "narrowMatch"}
"""The mapping property of each relation of a code."""


class SkosGraph(Turtle):
    """Makes the graph of a termbase, concept by concept."""

    def __init__(self, glossary: Glossary, *, all_codes: bool = False) -> None:
        super().__init__()
        self.glossary = glossary
        self.names = names_of(glossary)
        self.all_codes = all_codes
        self.languages = glossaries(glossary)
        self.structure = glossary.structure
        self.scheme = self.names.termbase
        self.works = glossary.sources
        self.left_out = [] if all_codes else closed_systems(glossary)
        """What is left out, and where, a sentence each."""
        self._ancestors: dict[str, frozenset[str]] = {}

    def build(self) -> None:
        """Add everything."""
        self.add_vocabulary()
        self.add_scheme()
        for concept_id, record in self.structure["concepts"].items():
            self.add_concept(concept_id, record)
        self.add_fields()
        self.add_sources()
        for gone, by in self.glossary.replaced.items():
            self.say(self.names.concept(gone), "owl:deprecated", "true", datatype="xsd:boolean")
            self.point(self.names.concept(gone), "dct:isReplacedBy", self.names.concept(by))

    def label(self, subject: str, predicate: str, name: str) -> None:
        """Add a word of the interface in every language that has it."""
        for language, word in label(self.languages, name).items():
            self.say(subject, predicate, word, language)

    # --- parts ---

    def add_vocabulary(self) -> None:
        """Declare the relations of our own that are used."""
        inverses = {**{inverse: relation for relation, inverse in RELATIONS.items()}, **RELATIONS}
        used = {name for record in self.structure["concepts"].values() for name in record["relations"]}
        for name in sorted(used - {"narrower", "related"}):
            subject = VOCABULARY + name
            self.kind(subject, "owl:ObjectProperty")
            self.point(subject, "rdfs:subPropertyOf", f"{PREFIXES['skos']}semanticRelation")
            self.point(subject, "owl:inverseOf", VOCABULARY + inverses[name])
            self.label(subject, "rdfs:label", f"relation.{name}")

    def add_scheme(self) -> None:
        """Add the concept scheme."""
        self.kind(self.scheme, "skos:ConceptScheme")
        self.say(self.scheme, "dct:title", title(self.glossary))
        self.say(self.scheme, "owl:versionInfo", version(self.glossary))
        self.add_licence(self.scheme)
        if publisher := about(self.glossary, "publisher"):
            node = self.names.part("organisation", "publisher")
            self.point(self.scheme, "dct:publisher", node)
            self.kind(node, "foaf:Agent")
            self.say(node, "foaf:name", publisher)
        for language in self.glossary.languages:
            self.say(self.scheme, "dct:language", language)

    def add_licence(self, subject: str) -> None:
        """Add the licence under which the words may be used."""
        licence = about(self.glossary, "licence")
        if licence.startswith(("http://", "https://")):
            self.point(subject, "dct:license", licence)
        else:
            self.say(subject, "dct:rights", licence)

    def add_concept(self, concept_id: str, record: ConceptRecord) -> None:
        """Add a concept with its words in every language."""
        subject = self.names.concept(concept_id)
        self.kind(subject, "skos:Concept")
        self.point(subject, "skos:inScheme", self.scheme)
        for words in language_sections(concept_id, self.languages):
            self.add_labels(subject, words, (words.abbreviation, *words.admitted, *words.variants))
            self.say(subject, "skos:definition", text(words, "definition"), words.language)
            for note in words.notes:
                self.say(subject, "skos:scopeNote", note, words.language)
            for said in more_texts(words).values():
                self.say(subject, "skos:note", said, words.language)
            self.say(subject, "skos:editorialNote", words.notice, words.language)
        for language, deprecated in advised_against(concept_id, self.languages):
            for designation in deprecated:
                self.say(subject, "skos:hiddenLabel", designation, language)
        self.add_relations(subject, concept_id, record)
        if not record["broader"]:
            self.point(self.scheme, "skos:hasTopConcept", subject)
            self.point(subject, "skos:topConceptOf", self.scheme)
        for relation, _, address in code_addresses(record["codes"], all_codes=self.all_codes):
            self.point(subject, f"skos:{MATCHES[relation]}", address)
        for source in record["sources"]:
            self.point(subject, "dct:source", self.names.part("source", source))
        origin = record.get("origin", {})
        for notation in origin.get("notation", ()):
            self.say(subject, "skos:notation", notation)
        for address in filter(is_absolute, origin.get("replaced by", ())):  # a concept of another document
            self.point(subject, "dct:isReplacedBy", address)

    def add_labels(self, subject: str, words: Concept, others: tuple[str | None, ...]) -> None:
        """Add a language's labels: no text is in two of SKOS's three kinds of label."""
        taken: dict[str, str] = {}
        for kind, texts in (
            ("prefLabel", (words.term,)),
            ("altLabel", others),
            ("hiddenLabel", words.deprecated),
        ):
            for one in filter(None, texts):
                if taken.setdefault(clean(one), kind) == kind:
                    self.say(subject, f"skos:{kind}", one, words.language)

    def add_relations(self, subject: str, concept_id: str, record: ConceptRecord) -> None:
        """Add the relations: generic ones as SKOS has them, others by their own names and as related."""
        for broader in record["broader"]:
            self.point(subject, "skos:broader", self.names.concept(broader))
        for relation, targets in record["relations"].items():
            for target in targets:
                if relation == "narrower":
                    self.point(subject, "skos:narrower", self.names.concept(target))
                    continue
                if relation != "related":
                    self.point(subject, f"imsv:{relation}", self.names.concept(target))
                self.add_related(subject, concept_id, target)

    def add_related(self, subject: str, concept_id: str, target: str) -> None:
        """Add skos:related, where SKOS allows it: what is above or below a concept is not related to it (S27)."""
        above_or_below = target in self.ancestors(concept_id) or concept_id in self.ancestors(target)
        name = "skos:semanticRelation" if above_or_below else "skos:related"
        self.point(subject, name, self.names.concept(target))

    def add_fields(self) -> None:
        """Add each subject field as a collection of its concepts."""
        for name in dict.fromkeys(record["subject_field"] for record in self.structure["concepts"].values()):
            field = self.names.part("field", name)
            self.kind(field, "skos:Collection")
            self.say(field, "dct:identifier", name)
            self.label(field, "skos:prefLabel", f"subject_field.{name}")
        for concept_id, record in self.structure["concepts"].items():
            field = self.names.part("field", record["subject_field"])
            self.point(field, "skos:member", self.names.concept(concept_id))

    def add_sources(self) -> None:
        """Add the works that definitions rest on."""
        cited = dict.fromkeys(one for record in self.structure["concepts"].values() for one in record["sources"])
        for source_id in cited:
            work, subject = self.works[source_id], self.names.part("source", source_id)
            self.kind(subject, "dct:BibliographicResource")
            self.say(subject, "dct:bibliographicCitation", str(work))
            self.say(subject, "dct:identifier", source_id)
            self.say(subject, "dc:title", work.title)
            self.say(subject, "dc:creator", work.author)
            self.say(subject, "dc:date", work.year)
            self.say(subject, "bibo:doi", work.doi)
            if work.link:
                self.point(subject, "rdfs:seeAlso", work.link)

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
