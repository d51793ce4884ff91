"""Reading SKOS graphs. Imports rdflib: only what reads RDF imports this module."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from ....errors import ExchangeError
from ....termbase.model import RELATIONS
from ...intake.imported import ImportedEntry, ImportedTermbase
from ...intake.vocabulary import table
from ...iris import code_of
from .ap_no import FROM_SOURCE, PUBLIC, RELATIONSHIPS
from .document import local, named, read_document, read_fields, shown
from .graph import MATCHES
from .rdf import Statements
from .turtle import PREFIXES

IMS, SKOSXL, SKOSNO, EUVOC = (Namespace(PREFIXES[name]) for name in ("imsv", "skosxl", "skosno", "euvoc"))
LABELS = [(named(label), named(resource), status) for label, (resource, status) in table("rdf_labels").items()]
"""The labels as SKOS and as SKOS-XL have them, and what they are here."""
HIERARCHY = {named(name): relation for relation, names in table("rdf_relations").items() for name in names.split()}
"""What a relation between two concepts of the file is called here."""
IN_NODES = [
    (named(property), named(inner), relation)
    for relation, names in table("rdf_relations_in_nodes").items()
    for property, inner in [names.split()]
]
"""Relations of SKOS-AP-NO-Begrep that are nodes: property, property of the node, our relation."""
OURS = {name: SKOS[theirs] for name, theirs in MATCHES.items()}
"""The mapping property of each relation of a code."""

NAMES = {*RELATIONS, *RELATIONS.values()}
RELATED = {IMS[name]: name for name in sorted(NAMES - {"broader", "narrower", "related"})}
"""The properties of our own vocabulary."""
NOTES, FOLLOWING, OTHERS = (
    [named(name) for name in table("rdf_properties")[kind].split()] for kind in ("notes", "following", "others")
)
"""What is a note here, what follows from other statements, and the classes that are read or need not be."""
WORK = {key: [named(name) for name in names.split()] for key, names in table("rdf_works").items()}
"""What is said of a work, and the properties that say it; the last of several counts."""
DEEPEST = 3
"""How far the nodes without names are followed that are kept as text."""


class SkosReader:
    """Reads one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.result = ImportedTermbase()
        self.entries: dict[Node, ImportedEntry] = {}
        self.used: set[tuple[Node, Node]] = set()
        store = graph.store
        assert isinstance(store, Statements)
        self.statements = store.by_subject

    def read(self) -> ImportedTermbase:
        """Return what the graph says. Raises ExchangeError where it has no concept."""
        concepts = list(self.concepts())
        if not concepts:
            raise ExchangeError("this RDF has no concept of SKOS: nothing is a skos:Concept or has a skos:prefLabel")
        names = Counter(map(local, concepts))
        for concept in concepts:
            name = local(concept)
            is_named = isinstance(concept, URIRef)
            name = name if name and names[name] == 1 else str(concept)
            entry = self.entries[concept] = self.result.add(name if is_named else f"_:{len(self.entries) + 1}")
            entry.iri = str(concept) if is_named else ""
        read_document(self.graph, self.entries, self.result)
        read_fields(self.graph, self.entries, self.result)
        for concept, entry in self.entries.items():
            self.used.clear()
            self.read_labels(concept, entry)
            self.read_texts(concept, entry)
            self.read_relations(concept, entry)
            self.read_codes(concept, entry)
            self.read_facts(concept, entry)
            self.read_rest(concept, entry)
        self.report_others()
        return self.result

    # --- what there is ---

    def concepts(self) -> Iterator[Node]:
        """Yield the concepts in the order of the file: what is typed as one or has a preferred label."""
        waiting: list[Node] = [SKOS.Concept]
        classes = {*waiting}
        while waiting:  # rdflib's transitive_subjects calls itself
            below = set(self.graph.subjects(RDFS.subClassOf, waiting.pop())) - classes
            classes |= below
            waiting += below
        groups = {SKOS.ConceptScheme, SKOS.Collection, SKOS.OrderedCollection, SKOSXL.Label}
        seen = set()
        coded = []
        for subject, predicate, value in self.graph:
            if subject in seen:
                continue
            is_named = predicate in (SKOS.prefLabel, SKOSXL.prefLabel, DCTERMS.isReplacedBy)
            if is_named or (predicate == RDF.type and value in classes):
                seen.add(subject)
                if str(subject).startswith((RELATIONSHIPS, PUBLIC.partition("#")[0])):
                    coded.append(subject)
                elif not groups & set(self.graph.objects(subject, RDF.type)):
                    yield subject
        if coded and len(coded) == len(seen):
            yield from coded

    # --- one concept ---

    def objects(self, subject: Node, predicate: Node) -> Collection[Node]:
        """Return the values of a property, and remember that it was read."""
        self.used.add((subject, predicate))
        return self.about(subject).get(predicate, ())

    def about(self, subject: Node) -> Mapping[Node, Collection[Node]]:
        """Return all that is said of a subject."""
        return self.statements.get(subject, {})

    def texts(self, subject: Node, predicate: Node) -> Iterator[tuple[str, str]]:
        """Yield the texts of a property with their languages, also those in a node of their own."""
        for value in self.objects(subject, predicate):
            for text in (value,) if isinstance(value, Literal) else self.objects(value, RDF.value):
                if isinstance(text, Literal):
                    yield str(text), text.language or ""

    def read_labels(self, concept: Node, entry: ImportedEntry) -> None:
        for label, resources, status in LABELS:
            reasons = dict.fromkeys(self.texts(concept, label), "")
            nodes = (one for one in self.objects(concept, label) if not isinstance(one, Literal))
            for resource in dict.fromkeys((*self.objects(concept, resources), *nodes)):
                notes = " ".join(text for text, _ in self.texts(resource, SKOS.editorialNote))
                reasons |= dict.fromkeys(self.texts(resource, SKOSXL.literalForm), notes)
                self.keep_rest(resource, entry)
            if label == SKOS.prefLabel and not reasons:
                reasons = dict.fromkeys(self.texts(concept, RDFS.label), "")
            for (text, language), reason in reasons.items():
                entry.words(language).add_term(text, status, reason=reason)

    def keep_rest(self, node: Node, entry: ImportedEntry) -> None:
        """Keep with the origin what is not read of a label or a text with something said of it."""
        for predicate, values in self.about(node).items():
            if (node, predicate) not in self.used and predicate != RDF.type:
                for value in values:
                    entry.keep(shown(predicate), self.spoken(value))

    def spoken(self, node: Node, depth: int = 0) -> str:
        """Return a value as text; of a node without a name, whose number is another in each run, what is said of it."""
        if not isinstance(node, BNode):
            return str(node)
        inner = self.about(node).items() if depth < DEEPEST else ()
        said = (f"{shown(name)} {self.spoken(one, depth + 1)}" for name, values in inner for one in values)
        return "; ".join(said) or "a node without a name"

    def read_texts(self, concept: Node, entry: ImportedEntry) -> None:
        for text, language in self.texts(concept, SKOS.definition):
            entry.words(language).add_text("definition", text)
        for definition in self.objects(concept, EUVOC.xlDefinition):
            is_public = URIRef(PUBLIC) in self.about(definition).get(DCTERMS.audience, ())
            for text, language in self.texts(definition, RDF.value):
                entry.words(language).add_text("explanation" if is_public else "definition", text)
            if not is_public:
                self.read_basis(definition, entry)
                self.read_sources(definition, entry)
                self.keep_rest(definition, entry)
        for predicate in NOTES:
            for text, language in self.texts(concept, predicate):
                entry.add_note(text, language)
        for predicate in (SKOS.definition, *NOTES):
            for node in self.objects(concept, predicate):
                if isinstance(node, Literal) or node in self.entries:
                    continue
                if not self.about(node):
                    entry.keep(shown(predicate), self.spoken(node))
                if predicate == SKOS.definition:
                    self.read_sources(node, entry)
                self.keep_rest(node, entry)

    def read_basis(self, definition: Node, entry: ImportedEntry) -> None:
        """Read how a definition relates to its source."""
        for value in self.objects(definition, SKOSNO.relationshipWithSource):
            name = str(value).removeprefix(RELATIONSHIPS)
            basis = next((ours for ours, theirs in FROM_SOURCE.items() if theirs == name), "")
            if not basis:
                entry.keep("relationshipWithSource", str(value))
            elif not entry.basis:
                entry.basis = basis

    def read_relations(self, concept: Node, entry: ImportedEntry) -> None:
        related = set()
        stated = self.about(concept).keys()
        for predicate in (one for one in RELATED if one in stated):
            for target in self.objects(concept, predicate):
                related |= self.relate(entry, RELATED[predicate], target, predicate)
        for node in self.objects(concept, SKOSNO.isFromConceptIn):
            related |= self.read_associative(node, entry)
        for predicate, inner, name in IN_NODES:
            for node in self.objects(concept, predicate) if predicate in stated else ():
                for target in self.objects(node, inner):
                    self.relate(entry, name, target, predicate)
        for node in (one for predicate, _, _ in IN_NODES for one in self.about(concept).get(predicate, ())):
            self.keep_rest(node, entry)
        # a relation with a name of its own is written as "related" too, for tools that know no other
        for predicate, name in HIERARCHY.items():
            for target in self.objects(concept, predicate) if predicate in stated else ():
                if (name != "related" or target not in related) and (
                    target in self.entries or predicate not in (*OURS.values(), SKOS.relatedMatch)
                ):
                    self.relate(entry, name, target, predicate)

    def relate(self, entry: ImportedEntry, name: str, target: Node, predicate: Node) -> set[Node]:
        """Add a relation; one to what the file does not describe is kept with the origin. Return the target."""
        other = self.entries.get(target)
        if other is None:
            entry.keep(shown(predicate), self.spoken(target))
        elif other is entry:
            entry.left_out(f"{shown(predicate)}: the concept itself", "relations of a concept to itself")
        elif name == "narrower":
            other.relate("broader", entry.id)
        else:
            entry.relate(name, other.id)
        return {target}

    def read_associative(self, node: Node, entry: ImportedEntry) -> set[Node]:
        """Take an associative relation of SKOS-AP-NO-Begrep; return what it leads to."""
        name = next((one for one in map(local, self.graph.objects(node, DCTERMS.type)) if one in NAMES), "")
        targets = set()
        for target in self.graph.objects(node, SKOSNO.hasToConcept):
            targets |= self.relate(entry, name or "related", target, SKOSNO.isFromConceptIn)
            if not name and target in self.entries:
                for text, language in self.texts(node, SKOSNO.relationRole):
                    entry.keep("relationRole", f"{text}: {self.entries[target].id}", language)
        return targets

    def read_codes(self, concept: Node, entry: ImportedEntry) -> None:
        for relation, predicate in OURS.items():
            for target in self.objects(concept, predicate):
                if target not in self.entries:
                    system, code = code_of(str(target)) or ("iri", str(target))
                    entry.add_code(system, code, relation)
        for target in self.objects(concept, SKOS.relatedMatch):
            if target not in self.entries:
                entry.keep("relatedMatch", str(target))

    def read_facts(self, concept: Node, entry: ImportedEntry) -> None:
        for value in self.objects(concept, DCTERMS.subject):
            if isinstance(value, Literal) and not entry.subject_field:
                entry.subject_field = str(value)
        self.read_sources(concept, entry)
        for value in self.objects(concept, DCTERMS.isReplacedBy):
            entry.replaced_by = self.entries[value].id if value in self.entries else str(value)
        if any(str(value).lower() in ("true", "1") for value in self.objects(concept, OWL.deprecated)):
            entry.status = "deprecated"
        for value in self.objects(concept, SKOS.notation):
            entry.keep("notation", str(value), said=False)
        for value in self.objects(concept, DCTERMS.identifier):
            if str(value) not in (entry.id, str(concept)):
                entry.keep("identifier", str(value))

    def read_sources(self, subject: Node, entry: ImportedEntry) -> None:
        for predicate in (DCTERMS.source, DC.source):
            for value in self.objects(subject, predicate):
                entry.add_source(self.work(value))

    def work(self, value: Node) -> str:
        """Return the id of a work that the file describes, else what it is cited as."""
        if isinstance(value, Literal):
            return str(value)
        about = self.about(value)
        found = {
            key: str(next(iter(about[predicate])))
            for key, predicates in WORK.items()
            for predicate in predicates
            if predicate in about
        }
        if not found.get("title"):
            return self.spoken(value)
        if found.get("doi"):
            found.pop("url", None)  # the link that the doi gives
        identifier = next(iter(about.get(DCTERMS.identifier, ())), None)
        name = str(identifier or (local(value) if isinstance(value, URIRef) else found["title"]))
        self.result.sources[name] = found
        return name

    def read_rest(self, concept: Node, entry: ImportedEntry) -> None:
        """Keep what was not read with the origin."""
        for predicate, values in self.about(concept).items():
            if (concept, predicate) in self.used:
                continue
            for value in values:
                if predicate not in FOLLOWING and (predicate, value) != (RDF.type, SKOS.Concept):
                    language = str(getattr(value, "language", "") or "")
                    entry.keep(shown(predicate), self.spoken(value), language)

    def report_others(self) -> None:
        """Say what the file describes besides concepts."""
        kinds = Counter(
            kind
            for subject, kind in self.graph.subject_objects(RDF.type)
            if kind not in OTHERS and subject not in self.entries
        )
        for kind, number in kinds.items():
            self.result.left_out(f"{number} of the kind {shown(kind)}")
