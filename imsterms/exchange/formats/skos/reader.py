"""Reading SKOS graphs. Imports rdflib: only what reads RDF imports this module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DC, DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from ....languages.tags import SOURCE
from ....termbase.model import MATCHES as RELATIONS_OF_CODES
from ....termbase.model import RELATIONS
from ...intake.imported import ImportedEntry, ImportedTermbase
from ...iris import code_of
from .ap_no_graph import EUVOC, SKOSNO, UNESKOS, XKOS
from .graph import BIBO, IMS, LEXINFO, MATCHES, SKOSXL

ISOTHES = Namespace("http://purl.org/iso25964/skos-thes#")

LABELS = (("prefLabel", "preferred"), ("altLabel", ""), ("hiddenLabel", "deprecated"))
HIERARCHY = {
    SKOS.broader: "broader",
    SKOS.broadMatch: "broader",
    XKOS.specializes: "broader",
    ISOTHES.broaderGeneric: "broader",
    ISOTHES.broaderInstantial: "broader",
    ISOTHES.broaderPartitive: "part_of",
    XKOS.isPartOf: "part_of",
    DCTERMS.isPartOf: "part_of",
    SKOS.narrower: "narrower",
    SKOS.narrowMatch: "narrower",
    XKOS.generalizes: "narrower",
    ISOTHES.narrowerGeneric: "narrower",
    ISOTHES.narrowerInstantial: "narrower",
    ISOTHES.narrowerPartitive: "has_part",
    XKOS.hasPart: "has_part",
    DCTERMS.hasPart: "has_part",
    SKOS.related: "related",
    SKOS.relatedMatch: "related",
    SKOS.closeMatch: "related",
    SKOS.exactMatch: "related",
    SKOS.semanticRelation: "related",
}
"""What a relation between two concepts of the file is called here."""

NAMES = {*RELATIONS, *RELATIONS.values()}
NOTES = (SKOS.scopeNote, SKOS.note)
NAMED_NOTES = (
    SKOS.editorialNote,
    EUVOC.status,
    SKOS.historyNote,
    SKOS.changeNote,
    SKOS.example,
    RDFS.comment,
    DCTERMS.description,
)
ADMINISTRATIVE = {
    SKOS.inScheme, SKOS.topConceptOf, DCTERMS.publisher, UNESKOS.memberOf, OWL.versionInfo, DCTERMS.modified,
    DCTERMS.created, URIRef("http://www.w3.org/ns/dcat#contactPoint"), SKOS.broaderTransitive, SKOS.narrowerTransitive,
}  # fmt: skip
"""What is said of entries as entries, not of concepts: counted in the document's report, not repeated in each."""


class SkosReader:
    """Reads one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.result = ImportedTermbase()
        self.entries: dict[Node, ImportedEntry] = {}
        self.used: set[tuple[Node, Node]] = set()
        self.known: dict[Node, dict[Node, list[Node]]] = {}
        self.skipped: Counter[Node] = Counter()

    def read(self) -> ImportedTermbase:
        """Return what the graph says."""
        concepts = list(self.concepts())
        locals_ = Counter(_local(concept) for concept in concepts)
        for concept in concepts:
            name = _local(concept)
            self.entries[concept] = self.result.add(name if name and locals_[name] == 1 else str(concept))
        self.result.language = self.language()
        self.read_fields()
        for concept, entry in self.entries.items():
            self.known.clear()
            self.used.clear()
            self.read_labels(concept, entry)
            self.read_texts(concept, entry)
            self.read_relations(concept, entry)
            self.read_codes(concept, entry)
            self.read_facts(concept, entry)
            self.read_rest(concept, entry)
        for predicate, number in self.skipped.items():
            self.result.left_out(f"{_shown(predicate)}, at {number} concepts")
        self.report_others()
        return self.result

    # --- what there is ---

    def concepts(self) -> Iterator[Node]:
        """Yield the concepts in the order of the file: what is typed as one or has a preferred label."""
        classes = {SKOS.Concept, *self.graph.transitive_subjects(RDFS.subClassOf, SKOS.Concept)}
        groups = {SKOS.ConceptScheme, SKOS.Collection, SKOS.OrderedCollection, SKOSXL.Label}
        seen = set()
        for subject, predicate, value in self.graph:
            if subject in seen:
                continue
            named = predicate in (SKOS.prefLabel, SKOSXL.prefLabel, DCTERMS.isReplacedBy)
            if named or (predicate == RDF.type and value in classes):
                seen.add(subject)
                if not groups & set(self.graph.objects(subject, RDF.type)):
                    yield subject

    def language(self) -> str:
        """Return the document's language, for labels that state none."""
        for scheme in self.graph.subjects(RDF.type, SKOS.ConceptScheme):
            stated = [_local(one) for one in self.graph.objects(scheme, DCTERMS.language)]
            if len(stated) == 1:
                return stated[0]
        tags = Counter(
            one.language
            for one in self.graph.objects(None, SKOS.prefLabel)
            if isinstance(one, Literal) and one.language
        )
        return tags.most_common(1)[0][0] if len(tags) == 1 else ""

    def read_fields(self) -> None:
        """Take collections as subject fields."""
        for kind in (SKOS.Collection, SKOS.OrderedCollection):
            for group in self.graph.subjects(RDF.type, kind):
                identifier = next((str(one) for one in self.graph.objects(group, DCTERMS.identifier)), "")
                name = identifier if identifier and ":" not in identifier else _local(group)
                words = [
                    one
                    for predicate in (SKOS.prefLabel, DCTERMS.title, RDFS.label)
                    for one in self.graph.objects(group, predicate)
                    if isinstance(one, Literal)
                ]
                words.sort(key=lambda one: (one.language != SOURCE, one.language or ""))
                if words:
                    self.result.subject_fields[name] = str(words[0])
                members = list(self.graph.objects(group, SKOS.member))
                for listed in self.graph.objects(group, SKOS.memberList):
                    members += Collection(self.graph, listed)
                for member in members:
                    entry = self.entries.get(member)
                    if entry is not None and not entry.subject_field:
                        entry.subject_field = name
                    elif entry is not None and entry.subject_field != name:
                        entry.note("also in", str(words[0]) if words else name)

    # --- one concept ---

    def objects(self, subject: Node, predicate: Node) -> list[Node]:
        """Return the values of a property, and remember that it was read."""
        self.used.add((subject, predicate))
        return self.about(subject).get(predicate, [])

    def about(self, subject: Node) -> dict[Node, list[Node]]:
        """Return all that is said of a subject, in one look-up; kept as long as one concept is read."""
        found = self.known.get(subject)
        if found is None:
            found = self.known[subject] = {}
            for predicate, value in self.graph.predicate_objects(subject):
                found.setdefault(predicate, []).append(value)
        return found

    def texts(self, subject: Node, predicate: Node) -> Iterator[tuple[str, str]]:
        """Yield the texts of a property with their languages, also those in a node of their own."""
        for value in self.objects(subject, predicate):
            if isinstance(value, Literal):
                yield str(value), self.tag(value)
            else:
                for inner in self.graph.objects(value, RDF.value):
                    if isinstance(inner, Literal):
                        yield str(inner), self.tag(inner)

    def tag(self, text: Literal) -> str:
        """Return the language of a text: its own, the document's, or English."""
        return str(text.language or self.result.language or SOURCE)

    def read_labels(self, concept: Node, entry: ImportedEntry) -> None:
        special = {name: set(self.texts(concept, IMS[name])) for name in ("abbreviation", "variant", "lay", "plain")}
        details = self.xl_details(concept, entry)
        for kind, status in LABELS:
            plain = list(self.texts(concept, SKOS[kind]))
            found = dict.fromkeys([*plain, *(key for key, one in details.items() if one[0] == kind)])
            if kind == "prefLabel" and not found:
                found = dict.fromkeys(self.texts(concept, RDFS.label))
            for text, language in sorted(found, key=lambda one: (one[1], details.get(one, ("", "", "", 0))[3])):
                own = next(
                    (name for name in ("abbreviation", "variant", "lay") if (text, language) in special[name]), ""
                )
                _, reason, abbreviation, _ = details.get((text, language), ("", "", "", 0))
                entry.words(language).add_term(text, own or abbreviation or status, reason=reason)
        for text, language in sorted(special["plain"]):
            entry.words(language).add_term(text, "plain")

    def xl_details(self, concept: Node, entry: ImportedEntry) -> dict[tuple[str, str], tuple[str, str, str, int]]:
        """Return what SKOS-XL says of each label: its kind, a reason, whether it is an abbreviation, its place."""
        found = {}
        for kind, _ in LABELS:
            for resource in self.objects(concept, SKOSXL[kind]):
                forms = list(self.texts(resource, SKOSXL.literalForm))
                reasons = [text for text, _ in self.texts(resource, SKOS.editorialNote)]
                abbreviation = "abbreviation" if self.objects(resource, LEXINFO.abbreviationFor) else ""
                number = _local(resource).rpartition(".")[2]
                place = int(number) if number.isdecimal() and len(number) < 6 else 0
                for key in forms:
                    found[key] = (kind, " ".join(reasons), abbreviation, place)
                for predicate, value in self.graph.predicate_objects(resource):
                    if (resource, predicate) not in self.used and predicate != RDF.type:
                        shown = str(value) if isinstance(value, Literal) else _local(value)
                        entry.left_out(f"{_shown(predicate)} of the label '{forms[0][0] if forms else ''}': {shown}")
        return found

    def read_texts(self, concept: Node, entry: ImportedEntry) -> None:
        for predicate in (SKOS.definition, EUVOC.xlDefinition):
            for text, language in self.texts(concept, predicate):
                entry.words(language).add_definition(text)
        for definition in self.graph.objects(concept, EUVOC.xlDefinition):
            self.read_sources(definition, entry)
        explanations = set(self.texts(concept, IMS.explanation))
        notices = set(self.texts(concept, IMS.notice))  # made from the subject field and the review
        for text, language in sorted(explanations):
            entry.words(language).add_explanation(text)
        for predicate in NOTES:
            for text, language in self.texts(concept, predicate):
                # an explanation is written as a note too, for tools that do not know it
                if predicate != SKOS.note or (text, language) not in explanations:
                    entry.words(language).add_note(text)
        for predicate in NAMED_NOTES:
            for text, language in self.texts(concept, predicate):
                if (text, language) not in notices:
                    entry.note(_local(predicate), text, language)

    def read_relations(self, concept: Node, entry: ImportedEntry) -> None:
        named = set()
        for name in NAMES - {"broader", "narrower", "related"}:
            for target in self.objects(concept, IMS[name]):
                if target in self.entries:
                    entry.relate(name, self.entries[target].id)
                    named.add(target)
                else:
                    entry.left_out(f"{name}: {target}, which the file does not describe")
        for node in self.objects(concept, SKOSNO.isFromConceptIn):
            named |= self.read_associative(node, entry)
        # a relation with a name of its own is written as "related" too, for tools that know no other
        for predicate, name in HIERARCHY.items():
            for target in self.objects(concept, predicate):
                other = self.entries.get(target)
                if other is None:
                    if predicate not in MATCHES.values():
                        entry.left_out(f"{_shown(predicate)}: {target}, which the file does not describe")
                elif other is entry:
                    entry.left_out(f"{_shown(predicate)}: the concept itself")
                elif name == "narrower":
                    other.relate("broader", entry.id)
                elif name != "related" or target not in named:
                    entry.relate(name, other.id)

    def read_associative(self, node: Node, entry: ImportedEntry) -> set[Node]:
        """Take an associative relation of SKOS-AP-NO-Begrep; return what it leads to."""
        names = [_local(one) for one in self.graph.objects(node, DCTERMS.type)]
        name = next((one for one in names if one in NAMES), "")
        targets = set()
        for target in self.graph.objects(node, SKOSNO.hasToConcept):
            if target in self.entries:
                targets.add(target)
                entry.relate(name or "related", self.entries[target].id)
                if not name:
                    for text, language in self.texts(node, SKOSNO.relationRole):
                        entry.note("related", f"{text}: {self.entries[target].id}", language)
        return targets

    def read_codes(self, concept: Node, entry: ImportedEntry) -> None:
        for relation, predicate in MATCHES.items():
            for target in self.objects(concept, predicate):
                if target not in self.entries:
                    if known := code_of(str(target)):
                        entry.add_code(*known, relation)
                    else:
                        entry.note(_local(predicate), str(target))
        for target in self.objects(concept, SKOS.relatedMatch):
            if target not in self.entries:
                entry.note("relatedMatch", str(target))
        for text, _ in self.texts(concept, IMS.code):
            system, _, rest = text.partition(" ")
            relation, _, code = rest.partition(" ")
            if relation in RELATIONS_OF_CODES and code:
                entry.add_code(system, code, relation)

    def read_facts(self, concept: Node, entry: ImportedEntry) -> None:
        def fact(name: str) -> str:
            return next((text for text, _ in self.texts(concept, IMS[name])), "")

        entry.part_of_speech = fact("part_of_speech")
        entry.basis = fact("basis")
        entry.review = (fact("review") or "none", fact("review_date"))
        for value in self.objects(concept, DCTERMS.subject):
            if isinstance(value, Literal) and not entry.subject_field:
                entry.subject_field = str(value)
        self.read_sources(concept, entry)
        for value in self.objects(concept, DCTERMS.isReplacedBy):
            if value in self.entries:
                entry.replaced_by = self.entries[value].id
        for value in self.objects(concept, SKOS.notation):
            if str(value) != entry.id:
                entry.note("notation", str(value))
        for value in self.objects(concept, DCTERMS.identifier):
            if str(value) not in (entry.id, str(concept)):
                entry.note("identifier", str(value))

    def read_sources(self, subject: Node, entry: ImportedEntry) -> None:
        for value in self.objects(subject, DCTERMS.source):
            work = self.work(value)
            if work not in entry.sources:
                entry.sources.append(work)

    def work(self, value: Node) -> str:
        """Return the id of a work that the file describes, else what it is cited as."""
        fields = {
            "author": DC.creator, "year": DC.date, "title": DC.title, "container": IMS.container, "doi": BIBO.doi,
            "url": IMS.url,
        }  # fmt: skip
        found = {
            key: str(one)
            for key, predicate in fields.items()
            if (one := next(self.graph.objects(value, predicate), None)) is not None
        }
        if not found.get("title"):
            return str(value)
        name = next((str(one) for one in self.graph.objects(value, DCTERMS.identifier)), _local(value))
        self.result.sources[name] = found
        return name

    def read_rest(self, concept: Node, entry: ImportedEntry) -> None:
        """Put what was not read into the notes, or say that it is left out."""
        for predicate, value in self.graph.predicate_objects(concept):
            if (concept, predicate) in self.used or (predicate, value) == (RDF.type, SKOS.Concept):
                continue
            if predicate in ADMINISTRATIVE:
                self.skipped[predicate] += 1
            elif isinstance(value, Literal):
                entry.note(_local(predicate), str(value), str(value.language or ""))
            else:
                entry.left_out(f"{_shown(predicate)}: {value}")

    def report_others(self) -> None:
        """Say what the file describes besides concepts."""
        known = {SKOS.Concept, SKOS.Collection, SKOS.OrderedCollection, SKOSXL.Label, DCTERMS.BibliographicResource}
        known |= {EUVOC.XlNote, SKOSNO.AssociativeConceptRelation, RDF.Property, OWL.ObjectProperty}
        kinds = Counter(
            kind
            for subject, kind in self.graph.subject_objects(RDF.type)
            if kind not in known and subject not in self.entries
        )
        for kind, number in kinds.items():
            self.result.left_out(f"{number} of the kind {_shown(kind)}")


def _local(node: Node) -> str:
    """Return the last part of an IRI."""
    text = str(node).rstrip("/#")
    return unquote(text[max(text.rfind("/"), text.rfind("#"), text.rfind(":")) + 1 :])


def _shown(node: Node) -> str:
    """Return an IRI as a person reads it."""
    text = str(node)
    for prefix, namespace in (
        ("skos", SKOS),
        ("dct", DCTERMS),
        ("rdfs", RDFS),
        ("owl", OWL),
        ("skosxl", SKOSXL),
        ("lexinfo", LEXINFO),
    ):
        if text.startswith(str(namespace)):
            return f"{prefix}:{text[len(str(namespace)) :]}"
    return text
