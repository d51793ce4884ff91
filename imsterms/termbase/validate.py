"""Whether the entries of a termbase fit together: names that exist, no cycles, texts whose references resolve.

Rules 1xx are about references, 2xx about the model. Rules about good terminology (3xx) are in ``quality``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from .. import limits
from ..errors import SuggestionBudget, TextError, nearest
from ..findings import Finding
from . import model
from .forms import FORMS, parse_form
from .text import Reference, references
from .values import is_value

_Problem = Callable[[str, str, str, str], Finding]


def validate(termbase: model.Termbase) -> list[Finding]:
    """Return what is wrong with a termbase, every problem of it."""
    findings: list[Finding] = []
    with SuggestionBudget():
        for entry in termbase.concepts.values():
            findings += _entry(termbase, entry)
        findings += _cycles(termbase)
        for article in termbase.articles.values():
            findings += _article(termbase, article)
    return findings


def _entry(termbase: model.Termbase, entry: model.ConceptEntry) -> Iterator[Finding]:
    def problem(key: str, code: str, rule: str, message: str) -> Finding:
        line = entry.lines.get(key, entry.lines.get("id", 0))
        return Finding(entry.path, line, code, rule, message, entry.id, "" if key == "id" else key)

    for limit, key, number in _sizes(entry):
        if why := limits.excess(limit, f"'{key}'", number):
            yield problem(key, "IMS010", "bad-value", why)
    concepts = termbase.concepts
    if entry.replaced_by:
        target = concepts.get(entry.replaced_by)
        if target is None:
            message = f"replaced_by names no concept: '{entry.replaced_by}'{nearest(entry.replaced_by, concepts)}"
            yield problem("replaced_by", "IMS101", "unknown-concept", message)
        elif target.replaced_by:
            message = f"replaced_by names '{entry.replaced_by}', which is obsolete itself; name what replaces that"
            yield problem("replaced_by", "IMS205", "obsolete-target", message)
        if entry.term:
            message = "an obsolete concept keeps nothing but replaced_by"
            yield problem("id", "IMS206", "obsolete-with-content", message)
        return

    def targets(key: str, ids: Iterable[str]) -> Iterator[Finding]:
        for target in ids:
            if target not in concepts:
                yield problem(key, "IMS101", "unknown-concept", f"no concept '{target}'{nearest(target, concepts)}")
            elif target == entry.id:
                yield problem(key, "IMS204", "self-relation", f"{key} names the concept itself")
            elif concepts[target].replaced_by:
                message = f"'{target}' is obsolete; '{concepts[target].replaced_by}' replaced it"
                yield problem(key, "IMS205", "obsolete-target", message)

    yield from _unknown(problem, "advice", "sign", entry.advice, termbase.signs)
    yield from targets("broader", entry.broader)
    for relation, ids in entry.relations.items():
        if relation not in model.STATED:
            inverse = {value: key for key, value in model.RELATIONS.items()}.get(relation)
            hint = f"; state '{inverse}' on the other concept" if inverse else nearest(relation, model.STATED)
            yield problem("relations", "IMS102", "unknown-relation", f"no relation '{relation}'{hint}")
        yield from targets("relations", ids)
        for both in sorted(set(ids) & set(entry.broader)):
            message = f"'{both}' is both broader and '{relation}'; one of them is enough"
            yield problem("relations", "IMS202", "broader-and-related", message)
    yield from _unknown(problem, "sources", "source", entry.sources, termbase.sources)
    yield from _unknown(problem, "codes", "code system", entry.codes, termbase.code_systems or entry.codes)
    for system, relations in entry.codes.items():
        for relation in relations:
            if relation not in model.MATCHES:
                message = f"'{relation}' is not a relation of a code in {system} ({', '.join(model.MATCHES)})"
                yield problem("codes", "IMS207", "bad-code-relation", message)
    for key in model.TEXTS:
        yield from _text(termbase, getattr(entry, key), problem, key, ())
    for note in entry.notes:
        yield from _text(termbase, note, problem, "notes", ())


def _sizes(entry: model.ConceptEntry) -> Iterator[tuple[str, str, int]]:
    """Yield what is limited in an entry: the name of the limit, the key, and how much there is."""
    for key in ("term", "plural", *model.PHRASES, *model.LISTS):
        lines = getattr(entry, key)
        for line in (lines,) if isinstance(lines, str) else lines:
            yield "TERM_CHARACTERS", key, max(map(len, line.partition(" # ")[0].split(" | ")))
    for line in entry.more:
        yield "TERM_CHARACTERS", "more", len(line.partition(": ")[2])
    for key in (*model.LISTS, "more", "notes", "broader", "sources", "advice"):
        yield "CONCEPT_ITEMS", key, len(getattr(entry, key))
    for ids in entry.relations.values():
        yield "CONCEPT_ITEMS", "relations", len(ids)
    for relations in entry.codes.values():
        for codes in relations.values():
            yield "CONCEPT_ITEMS", "codes", len(codes)


def _article(termbase: model.Termbase, article: model.ArticleEntry) -> Iterator[Finding]:
    line = article.line

    def problem(key: str, code: str, rule: str, message: str) -> Finding:
        return Finding(article.path, line, code, rule, message, field=f"article/{article.id}.{key}")

    for name, value in article.values.items():
        if name in termbase.concepts:
            yield problem(
                "values", "IMS104", "value-is-concept", f"'{name}' names a value and a concept; rename the value"
            )
        if not is_value(value):
            message = f"'{value}' is neither a number nor an ISO 8601 duration such as P7D"
            yield problem("values", "IMS010", "bad-value", message)
    yield from _unknown(problem, "sources", "source", article.sources, termbase.sources)
    yield from _text(termbase, article.title, problem, "title", article.values)
    for block in article.blocks:
        line = block.line
        for text in block_texts(block):
            yield from _text(termbase, text, problem, block.id, article.values)
        yield from _unknown(problem, block.id, "sign", block.signs, termbase.signs)
        if block.claim:
            cited = (block.claim.attribution, *block.claim.sources)
            yield from _unknown(problem, block.id, "source", cited, termbase.sources)


def block_texts(block: model.BlockEntry) -> Iterator[str]:
    """Yield every text of a block, in reading order."""
    if block.claim:
        yield block.claim.text
        yield block.claim.reason
    elif block.table:
        yield from block.table.columns.values()
        for cells in block.table.rows.values():
            yield from cells
    else:
        yield block.text or block.heading


_UNKNOWN = {"source": "IMS103", "sign": "IMS107", "code system": "IMS210"}


def _unknown(problem: _Problem, key: str, kind: str, names: Iterable[str], there: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each name of a source, a sign or a code system that is not ``there``."""
    for name in names:
        if name not in there:
            words = kind.replace(" ", "_")
            message = f"no {kind} '{name}' in {words}s.yaml{nearest(name, there)}"
            yield problem(key, _UNKNOWN[kind], f"unknown-{kind.replace(' ', '-')}", message)


def _text(
    termbase: model.Termbase, text: str, problem: _Problem, key: str, values: Collection[str]
) -> Iterator[Finding]:
    try:
        named = references(text)
    except TextError as error:
        yield problem(key, "IMS105", "broken-text", str(error))
        return
    for reference in named:
        for code, rule, message in reference_problems(reference, termbase.concepts, values):
            yield problem(key, code, rule, message)


def reference_problems(
    reference: Reference,
    concepts: Mapping[str, model.ConceptEntry],
    values: Collection[str],
    forms: Iterable[str] = FORMS,
) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a reference, its name and its form, as (code, rule, sentence)."""
    if reference.name in values:
        if reference.form:
            yield "IMS106", "unknown-form", f"the value {reference} has no forms; leave the brackets out"
        return
    concept = concepts.get(reference.name)
    if concept is None:
        names = [*values, *concepts]
        yield "IMS101", "unknown-concept", f"no concept {reference}{nearest(reference.name, names)}"
    elif concept.replaced_by:
        yield "IMS205", "obsolete-target", f"{reference} is obsolete; '{concept.replaced_by}' replaced it"
    if value := reference.counted_by:
        if value not in values:
            yield "IMS106", "unknown-form", f"no value '{value}' to count by in {reference}{nearest(value, values)}"
        return
    form, _ = parse_form(reference.form)
    if form not in forms:
        yield "IMS106", "unknown-form", f"no form '{reference.form}' in {reference}{nearest(form, forms)}"


def _cycles(termbase: model.Termbase) -> Iterator[Finding]:
    """Yield a finding for each cycle in ``broader``."""
    concepts = termbase.concepts
    for cycle in cycles(
        {name: [broader for broader in entry.broader if broader != name] for name, entry in concepts.items()}
    ):
        message = f"'broader' goes in a circle: {' -> '.join(cycle)}"
        entry = concepts[cycle[0]]
        yield Finding(entry.path, entry.lines.get("broader", 0), "IMS209", "cycle", message, cycle[0], "broader")


def cycles(graph: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Yield the cycles of a graph, given what each name leads to; some at most, each opened to find the next.

    >>> list(cycles({"a": ["b", "c"], "b": ["a"]}))
    [['a', 'b', 'a']]
    """
    left = {name: [target for target in targets if target in graph] for name, targets in graph.items()}
    for _ in range(limits.CYCLES):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            cycle = error.args[1][::-1]  # each leads to the next
            left[cycle[0]].remove(cycle[1])
            yield cycle
        else:
            return
