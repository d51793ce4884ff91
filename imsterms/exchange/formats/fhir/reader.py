"""Reading FHIR CodeSystems, R4 or R5, alone or in a Bundle with ValueSets and ConceptMaps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ....errors import ExchangeError
from ....languages.tags import SOURCE
from ....termbase.model import RELATIONS
from ...intake.imported import ImportedEntry, ImportedTermbase
from ...intake.json_input import JsonObject, as_object, as_objects, as_text
from ...iris import system_of
from .resources import EQUIVALENCE, LANGUAGE, TRANSLATION, USES

SNOMED_USES = {"900000000000003001": "", "900000000000013009": ""}
"""Fully specified name and synonym, which are ordinary terms here."""

RELATION_OF = {name: relation for relation, both in EQUIVALENCE.items() for name in both} | {
    "equal": "exact",
    "inexact": "close",
    "subsumes": "narrow",
    "specializes": "broad",
}
NAMES = {*RELATIONS, *RELATIONS.values()}
FIELDS = {"code", "display", "definition", "_definition", "designation", "property", "concept", "id"}


def read_document(document: bytes) -> ImportedTermbase:
    """Return what a FHIR document says. Raises ExchangeError for one that has no CodeSystem."""
    try:
        content = json.loads(document)
    except RecursionError:
        raise ExchangeError("the JSON document is nested too deeply to be read") from None
    except ValueError as error:
        hint = (
            "; FHIR's XML is not read, convert it to JSON"
            if document.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"
            else ""
        )
        raise ExchangeError(f"this is not JSON: {error}{hint}") from None
    resources = list(_resources(content))
    systems = [one for one in resources if one.get("resourceType") == "CodeSystem" and as_objects(one.get("concept"))]
    if not systems:
        kinds = sorted({str(one.get("resourceType"))[:40] for one in resources}) or ["no resource"]
        raise ExchangeError(f"there is no CodeSystem with concepts here (but {', '.join(kinds)})")
    uses = {use for one in systems for use in _use_systems(one)}
    main = max(systems, key=lambda one: (as_text(one.get("url")) not in uses, len(as_objects(one["concept"]))))
    try:
        reader = CodeSystemReader(main)
        for other in resources:
            reader.read_beside(other)
    except RecursionError:
        raise ExchangeError("the concepts are nested too deeply to be read") from None
    return reader.result


class CodeSystemReader:
    """Reads one CodeSystem, and what other resources say about its concepts."""

    def __init__(self, system: JsonObject) -> None:
        self.result = ImportedTermbase()
        self.system = system
        self.url = as_text(system.get("url"))
        stated = as_text(system.get("language"))
        self.language = self.result.language = stated or SOURCE
        if not stated:
            self.result.changed(f"the CodeSystem does not say its language; it is taken as {SOURCE}")
        self.entries: dict[str, ImportedEntry] = {}
        self.uses = set(_use_systems(system))
        self.children: list[tuple[str, str, str]] = []
        for code in self.read_concepts(as_objects(system.get("concept"))):
            self.result.left_out(f"a second concept with the code '{code}'")
        for name, parent, child in self.children:
            if child in self.entries:
                self.entries[child].relate("broader", parent)
            else:
                self.entries[parent].left_out(f"{name} {child}, which the CodeSystem does not have")

    def read_concepts(self, concepts: list[JsonObject]) -> Iterator[str]:
        """Read a level of concepts and those below; yield the codes that come a second time."""
        waiting: list[tuple[JsonObject, str]] = [(one, "") for one in reversed(concepts)]
        while waiting:
            concept, parent = waiting.pop()
            code = as_text(concept.get("code"))
            if not code:
                self.result.left_out(f"a concept without a code, '{as_text(concept.get('display'))}'")
                continue
            if code in self.entries:
                yield code
                entry = self.entries[code]
            else:
                entry = self.entries[code] = self.result.add(code)
                self.read_concept(concept, entry)
            if parent:
                entry.relate("broader", parent)
            waiting += [(one, code) for one in reversed(as_objects(concept.get("concept")))]

    def read_concept(self, concept: JsonObject, entry: ImportedEntry) -> None:
        if display := as_text(concept.get("display")):
            entry.words(self.language).add_term(display, "preferred")
        for designation in as_objects(concept.get("designation")):
            self.read_designation(designation, entry)
        for language, text in _translated(concept, "definition", self.language):
            entry.words(language).add_definition(text)
        for one in as_objects(concept.get("property")):
            self.read_property(one, entry)
        for key in sorted(set(concept) - FIELDS):
            entry.left_out(f"{key}: {json.dumps(concept[key], ensure_ascii=False)[:200]}")

    def read_designation(self, designation: JsonObject, entry: ImportedEntry) -> None:
        text = as_text(designation.get("value"))
        language = as_text(designation.get("language")) or self.language
        use = as_object(designation.get("use"))
        code = as_text(use.get("code"))
        words = entry.words(language)
        if code in ("preferredForLanguage", "preferred"):
            if words.preferred is None or words.preferred.text != text:
                words.add_term(text, "preferred")
        elif code in USES:
            words.add_term(text, code)
        elif words.preferred is None or words.preferred.text != text:
            first = words.preferred is None
            words.add_term(text, "preferred" if first and language != self.language else "admitted")
            if code and code not in SNOMED_USES:
                entry.changed(
                    f"{language} '{text}', of the use '{as_text(use.get('display')) or code}', is a term here"
                )

    def read_property(self, one: JsonObject, entry: ImportedEntry) -> None:
        code = as_text(one.get("code"))
        key = next((key for key in one if key.startswith("value")), "")
        value = one.get(key)
        record = as_object(value)
        text = as_text(record.get("display")) or as_text(record.get("code")) if record else _plain(value)
        extensions = as_objects(as_object(one.get(f"_{key}")).get("extension"))
        languages = [as_text(each.get("valueCode")) for each in extensions if each.get("url") == LANGUAGE]
        language = languages[0] if languages else ""
        if not text:
            entry.left_out(f"the property {code} without a value")
        elif code in ("parent", "subsumedBy", "broader"):
            entry.relate("broader", text)
        elif code in ("child", "narrower"):
            self.children.append((code, entry.id, text))
        elif key == "valueCode" and code in NAMES:
            entry.relate(code, text)
        elif code == "explanation":
            entry.words(language or self.language).add_explanation(text)
        elif code == "note":
            entry.add_note(text, language or self.language)
        elif code == "source":
            entry.sources.append(text)
        elif code == "review":
            entry.review = (text, entry.review[1])
        elif code == "review_date":
            entry.review = (entry.review[0], text)
        elif code in ("subject_field", "part_of_speech", "basis", "replaced_by"):
            setattr(entry, code, text)
        elif code not in ("notice", "inactive") or (code == "inactive" and value is not True):
            # a notice is made from the subject field and the review
            entry.note(code, text, language)

    def read_beside(self, resource: JsonObject) -> None:
        """Take from a ValueSet a subject field, and from a ConceptMap codes."""
        kind = as_text(resource.get("resourceType"))
        titles = dict(_translated(resource, "title", as_text(resource.get("language"))))
        name = titles.get(SOURCE) or next(iter(titles.values()), "") or as_text(resource.get("url"))
        if kind == "ValueSet":
            included = [
                one
                for one in as_objects(as_object(resource.get("compose")).get("include"))
                if as_text(one.get("system")) == self.url and one.get("concept")
            ]
            for one in included:
                for member in as_objects(one.get("concept")):
                    entry = self.entries.get(as_text(member.get("code")))
                    if entry is not None and entry.subject_field:
                        self.result.subject_fields.setdefault(entry.subject_field, name)
                    elif entry is not None:
                        entry.subject_field = name
        elif kind == "ConceptMap":
            for group in as_objects(resource.get("group")):
                self.read_map(group)
        elif kind == "CodeSystem" and resource is not self.system and as_text(resource.get("url")) not in self.uses:
            self.result.left_out(f"the CodeSystem '{name}'")
        elif kind not in ("CodeSystem", "Bundle"):
            self.result.left_out(f"a resource of the type '{kind[:40]}'")

    def read_map(self, group: JsonObject) -> None:
        if as_text(group.get("source")).partition("|")[0] != self.url:
            self.result.left_out(f"a mapping from '{as_text(group.get('source'))}', another CodeSystem")
            return
        system = system_of(as_text(group.get("target")).partition("|")[0])
        for element in as_objects(group.get("element")):
            entry = self.entries.get(as_text(element.get("code")))
            if entry is None:
                self.result.left_out(
                    f"a mapping of '{as_text(element.get('code'))}', which the CodeSystem does not have"
                )
                continue
            for target in as_objects(element.get("target")):
                named = as_text(target.get("equivalence")) or as_text(target.get("relationship"))
                relation = RELATION_OF.get(named)
                if relation and as_text(target.get("code")):
                    entry.add_code(system, as_text(target.get("code")), relation)
                else:
                    entry.left_out(f"the mapping '{named}' to {as_text(target.get('code')) or 'nothing'} of {system}")


def _resources(content: Any) -> Iterator[JsonObject]:
    if isinstance(content, list):
        for one in content:
            yield from _resources(one)
    elif isinstance(content, dict):
        yield content
        for entry in as_objects(content.get("entry")):
            yield from _resources(entry.get("resource"))


def _use_systems(system: JsonObject) -> Iterator[str]:
    """Yield the URLs of the CodeSystems that say what designations are."""
    for concept in as_objects(system.get("concept")):
        for designation in as_objects(concept.get("designation")):
            yield as_text(as_object(designation.get("use")).get("system"))


def _translated(record: JsonObject, key: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield a text and its translations, with their languages."""
    if text := as_text(record.get(key)):
        yield language, text
    for extension in as_objects(as_object(record.get(f"_{key}")).get("extension")):
        if extension.get("url") == TRANSLATION:
            parts = {as_text(one.get("url")): one for one in as_objects(extension.get("extension"))}
            content = parts.get("content", {})
            text = as_text(content.get("valueString")) or as_text(content.get("valueMarkdown"))
            tag = as_text(parts.get("lang", {}).get("valueCode"))
            if text and tag:
                yield tag, text


def _plain(value: Any) -> str:
    """Return a property's value as text."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else ""
