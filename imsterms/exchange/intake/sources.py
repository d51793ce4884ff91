"""Write an imported termbase as sources of ours: YAML, and a catalog for each further language.

The folder is whole or not there at all: everything is written beside it first. ``imsterms.load`` serves it.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import yaml

from ...catalogs.files import catalog_path, mark_outdated, read_catalog, write_catalog
from ...catalogs.merge import merge
from ...catalogs.messages import extract
from ...catalogs.review import mark_reviewed
from ...errors import FileError
from ...files import write_atomically
from ...languages import english
from ...languages.tags import SOURCE, is_english
from ...termbase.model import LISTS, NOTHING, TEXTS, CodeSystem, ConceptEntry, SignEntry, Source, Termbase, plain
from ...termbase.source import read_sources, refuse
from ...termbase.validate import validate
from .conversion import Conversion, convert
from .imported import ImportedTermbase
from .place import add_others, locked_folder, replace, unchanged, write_list
from .report import JSON_NAME, TEXT_NAME

_WORK = ".imsterms-import-"
"""How the folders begin that an import is made in."""


def write_sources(
    imported: ImportedTermbase,
    folder: str,
    *,
    force: bool = False,
    language: str | None = None,
    unstated: str | None = None,
    as_json: bool = False,
) -> Conversion:
    """Write ``imported`` into ``folder`` with the report, and return what became of it, entry by entry.

    ``folder`` must not exist, or be empty; with ``force`` what an earlier import wrote there is replaced, and what
    people wrote stays: catalogs keep their translations, other edited files are refused. ``language`` is that of the
    sources, ``unstated`` that of words of which the file does not say it (see ``convert``). With ``as_json`` the
    report is written as JSON too. Raises FileError, SourceError, ExchangeError.
    """
    target = os.path.abspath(folder)
    if os.path.exists(target) and not os.path.isdir(target):
        raise FileError(f"{folder} is a file; --to names a folder")
    if os.path.isdir(target) and os.listdir(target) and not force:
        raise FileError(f"{folder} is not empty; name a new folder, or replace what is there with --force")
    conversion = convert(imported, language=language, unstated=unstated)
    refuse(validate(conversion.termbase))  # the conversion is to prevent this; never write what cannot be read
    parent = os.path.dirname(target)
    try:
        os.makedirs(parent, exist_ok=True)
        with locked_folder(parent) as alone, tempfile.TemporaryDirectory(prefix=_WORK, dir=parent) as work:
            for left in os.listdir(parent) if alone else ():  # by an import that was killed
                if left.startswith(_WORK) and left != os.path.basename(work):
                    shutil.rmtree(os.path.join(parent, left), ignore_errors=True)
            made = os.path.join(work, "new")
            _write_yaml(conversion.termbase, made)
            merged = _write_catalogs(conversion, made, target)
            report = conversion.report()
            write_atomically(os.path.join(made, TEXT_NAME), "".join(f"{line}\n" for line in report.lines()))
            if as_json:
                text = json.dumps(report.as_dict(), ensure_ascii=False, indent=1)
                write_atomically(os.path.join(made, JSON_NAME), f"{text}\n")
            write_list(made)
            if os.path.isdir(target) and os.listdir(target):
                add_others(made, target)
                refuse(read_sources(made)[1])  # what people added may not go with what is imported
                replace(made, target, {*merged, TEXT_NAME, JSON_NAME})
            else:
                os.rename(made, target)
    except OSError as error:
        if isinstance(error, FileError):
            raise
        raise FileError(f"{folder} cannot be written: {error.strerror or error}") from None
    return conversion


# --- YAML ---


def _write_yaml(termbase: Termbase, folder: str) -> None:
    os.makedirs(os.path.join(folder, "concepts"))
    files: dict[str, dict[str, object]] = {}
    for entry in termbase.concepts.values():
        files.setdefault(entry.subject_field, {})[entry.id] = concept_yaml(entry, termbase.language)
    for field, entries in files.items():
        _write(os.path.join(folder, "concepts", f"{field}.yaml"), entries)
    about = {"language": termbase.language} if termbase.language != SOURCE else {}
    if about := about | dict(termbase.about):
        _write(os.path.join(folder, "termbase.yaml"), about)
    groups: dict[str, dict[str, object]] = {}
    for word in termbase.interface.values():
        group, _, name = word.name.partition(".")
        groups.setdefault(group, {})[name] = word.text
    if groups:
        _write(os.path.join(folder, "interface.yaml"), groups)
    for name in ("sources", "code_systems", "signs"):
        if records := getattr(termbase, name):
            _write(os.path.join(folder, f"{name}.yaml"), {one.id: _stated(one) for one in records.values()})


def _stated(record: Source | CodeSystem | SignEntry) -> dict[str, str]:
    """Return what a record states, as YAML has it."""
    values = {one.name: getattr(record, one.name) for one in fields(record) if one.name not in ("id", "path", "line")}
    return {name: "true" if value is True else value for name, value in values.items() if value}


def concept_yaml(entry: ConceptEntry, language: str) -> dict[str, object]:
    """Return an entry as it is written in YAML: what goes without saying is left out."""
    if entry.replaced_by:
        return {"replaced_by": entry.replaced_by}
    found: dict[str, object] = {"term": entry.term}
    regular = english.plural(entry.term) if entry.part_of_speech == "noun" and is_english(language) else NOTHING
    if entry.term != NOTHING and entry.plural != regular:
        found["plural"] = entry.plural
    if entry.part_of_speech != "noun":
        found["part_of_speech"] = entry.part_of_speech
    if entry.article != "a" and entry.term != NOTHING:
        found["article"] = entry.article
    designations = ("more", "abbreviation", *LISTS, "plain")
    others = (*TEXTS, "notes", "basis", "broader", "relations", "codes", "sources")
    for key in (*designations, *others):
        if (value := getattr(entry, key)) and value != NOTHING:
            found[key] = plain(value)
    if entry.review.state != "none":
        found["review"] = plain(entry.review)
    if entry.advice or "advice" in entry.lines:
        found["advice"] = list(entry.advice)
    found |= entry.facts
    return found | {key: plain(value) for key in ("verified", "origin") if (value := getattr(entry, key))}


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes no aliases, which our reader refuses, and texts that another YAML would take for something else quoted."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write(path: str, content: Mapping[str, object]) -> None:
    text = yaml.dump(dict(content), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    write_atomically(path, text)


# --- catalogs ---


def _write_catalogs(conversion: Conversion, made: str, target: str) -> list[str]:
    """Write the catalogs, and return which of them hold what translators wrote since an earlier import."""
    messages = extract(conversion.termbase)
    merged = []
    for language in sorted(conversion.translations):
        translations = conversion.translations[language]
        path = catalog_path(os.path.join(made, "locales"), language)
        relative = os.path.relpath(path, made).replace(os.sep, "/")
        there = os.path.join(target, relative)
        # the catalog that is in the folder already, if a translator has worked on it
        edited = read_catalog(there) if os.path.isfile(there) and not unchanged(target, relative) else None
        catalog, _ = merge(edited, messages, {}, language, path)
        if edited:
            merged.append(relative)
        else:
            catalog.header = f"Terms and texts in {language}, imported into imsterms."
        for entry in catalog:
            found = translations.get(entry.msgctxt)
            if found is None:
                continue
            if entry.msgid_plural:
                # as many forms as the header names
                forms = dict(zip(entry.msgstr_plural, found.texts, strict=False))
                written = {index: text for index, text in entry.msgstr_plural.items() if edited and text}
                entry.msgstr_plural |= forms | written
            elif not (edited and entry.msgstr):
                entry.msgstr = found.texts[0]
            if found.state == "outdated":
                mark_outdated(entry, "")  # the document does not say what the English text was
            if found.review:
                mark_reviewed(entry, found.review)
        write_catalog(catalog, path)
    return merged
