"""A clinic's own termbase, written into a folder: words on top of the built-in ones, and a concept of its own."""

from __future__ import annotations

from pathlib import Path

from imsterms.catalogs.files import catalog_path

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
KNOT = """
msgctxt "trigger_point.term"
msgid "trigger point"
msgid_plural "trigger points"
msgstr[0] "muskelknute"
msgstr[1] "muskelknuter"

msgctxt "trigger_point.term.a"
msgid "a trigger point"
msgstr "en muskelknute"
"""
THE_KNOT = """
msgctxt "trigger_point.term.the"
msgid "the trigger point"
msgstr "muskelknuten"

msgctxt "trigger_point.term.the.plural"
msgid "the trigger points"
msgstr "muskelknutene"
"""
ROOM = """
our_back_room:
  term: our back room
  definition: "room in which {intramuscular_stimulation} is done"
  broader: [needle]
"""


def write(folder: Path, concepts: str = "", **catalogs: str) -> None:
    if concepts:
        (folder / "concepts" / "house.yaml").write_text(concepts, "utf-8")
    for language, messages in catalogs.items():
        path = Path(catalog_path(str(folder / "locales"), language))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER + messages, "utf-8")
