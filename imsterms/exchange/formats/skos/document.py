"""What a SKOS document says of itself and of its subject fields, and how IRIs are shown. Imports rdflib."""

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DC, DCTERMS, FOAF, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from ....languages.tags import SOURCE
from ...intake.imported import ImportedEntry, ImportedTermbase
from .turtle import PREFIXES

LICENCES = (DCTERMS.license, DCTERMS.rights, URIRef("https://schema.org/license"), DC.rights, DCTERMS.accessRights)


def read_document(graph: Graph, entries: Mapping[Node, ImportedEntry], result: ImportedTermbase) -> None:
    """Read what the concept scheme, or a collection of concepts, says of the document."""
    schemes = [*graph.subjects(RDF.type, SKOS.ConceptScheme)]
    for scheme in schemes or graph.subjects(RDF.type, SKOS.Collection):
        languages = [local(one) for one in graph.objects(scheme, DCTERMS.language)]
        if len(languages) == 1:
            result.language = result.language or languages[0]
        about = {
            "title": text_of(graph, scheme, DCTERMS.title, SKOS.prefLabel, RDFS.label, DC.title) if schemes else "",
            "publisher": text_of(graph, scheme, DCTERMS.publisher, DC.publisher, DCTERMS.creator, DC.creator),
            "licence": text_of(graph, scheme, *LICENCES),
            "version": text_of(graph, scheme, OWL.versionInfo, DCTERMS.hasVersion) if schemes else "",
            "namespace": namespace(scheme, entries) if schemes else "",
        }
        for name, text in about.items():
            if text:
                result.about.setdefault(name, text)
    if len(schemes) > 1:
        result.assumed(f"that the {len(schemes)} concept schemes are one termbase: their concepts are together")
    if not result.language:
        tags = Counter(
            one.language for one in graph.objects(None, SKOS.prefLabel) if isinstance(one, Literal) and one.language
        )
        result.language = next(iter(tags)) if len(tags) == 1 else ""


def text_of(graph: Graph, subject: Node, *predicates: Node) -> str:
    """Return the first value of some properties: a text, the name of what it points to, or else the address."""
    for predicate in predicates:
        values = list(graph.objects(subject, predicate))
        values.sort(key=lambda one: getattr(one, "language", None) not in (SOURCE, None))
        for value in values:
            if isinstance(value, Literal):
                return str(value)
            names = (one for name in (FOAF.name, RDFS.label, SKOS.prefLabel) for one in graph.objects(value, name))
            if named := next(names, None) or (value if isinstance(value, URIRef) else None):
                return str(named)
    return ""


def namespace(scheme: Node, entries: Iterable[Node]) -> str:
    """Return what the IRIs of the concepts begin with: the scheme's own, or the part that all share."""
    for mark in "/#:":
        base = f"{str(scheme).rstrip('/#:')}{mark}"
        if all(str(concept).startswith(base) for concept in entries):
            return base
    bases = {str(concept)[: len(str(concept)) - len(last(concept))] for concept in entries}
    return bases.pop() if len(bases) == 1 else ""


def read_fields(graph: Graph, entries: Mapping[Node, ImportedEntry], result: ImportedTermbase) -> None:
    """Take collections as subject fields."""
    for kind in (SKOS.Collection, SKOS.OrderedCollection):
        for group in graph.subjects(RDF.type, kind):
            identifier = next((str(one) for one in graph.objects(group, DCTERMS.identifier)), "")
            name = identifier if identifier and ":" not in identifier else local(group)
            words = text_of(graph, group, SKOS.prefLabel, DCTERMS.title, RDFS.label)
            if words:
                result.subject_fields[name] = words
            members = list(graph.objects(group, SKOS.member))
            for listed in graph.objects(group, SKOS.memberList):
                members += Collection(graph, listed)
            for member in members:
                entry = entries.get(member)
                if entry is not None and not entry.subject_field:
                    entry.subject_field = name
                elif entry is not None and entry.subject_field != name:
                    entry.keep("subject field", words or name)


def last(node: Node) -> str:
    """Return the last part of an IRI as it is written there."""
    text = str(node).rstrip("/#")
    return text[max(text.rfind("/"), text.rfind("#"), text.rfind(":")) + 1 :]


def local(node: Node) -> str:
    """Return the last part of an IRI."""
    return unquote(last(node))


def shown(node: Node) -> str:
    """Return an IRI as a person reads it."""
    text = str(node)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def named(name: str) -> URIRef:
    """Return the property or class that a name with a prefix is of.

    >>> named("skos:broader")
    rdflib.term.URIRef('http://www.w3.org/2004/02/skos/core#broader')
    """
    prefix, _, local_name = name.partition(":")
    return URIRef(PREFIXES[prefix] + local_name)
