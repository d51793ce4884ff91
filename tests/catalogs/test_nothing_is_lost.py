"""Whatever happens to sources and catalogs, no msgstr and no remark of a translator disappears from the file."""

from __future__ import annotations

from collections.abc import Iterable

import polib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imsterms.catalogs.data import replaced
from imsterms.catalogs.merge import merge
from imsterms.catalogs.messages import Message, extract
from imsterms.catalogs.parser import Catalog, parse_catalog
from imsterms.termbase.model import NOTHING, ConceptEntry, Termbase

# letters, and what writers of catalogs stumble over
ALPHABET = "abøå \"\\'{}[]#~|,:-\n\t\r\u2028\u2029\x85\x0b\x0c\x1c\x1d"
text = st.one_of(st.text(ALPHABET, max_size=12), st.text(ALPHABET, min_size=100, max_size=140), st.just(""))
word = st.text("abc", min_size=1, max_size=3)
context = st.sampled_from(["a.term", "a.definition", "b.term", "b.definition", "article/x.y", "a.term (2)"])
msgid = st.sampled_from(["one", "two", "three words here", 'with "quotes" and\nlines'])
remark = st.one_of(st.just(""), st.text("ab ,:~.|#\u2028", max_size=20), st.text("ab", min_size=130, max_size=130))
flags = st.lists(st.sampled_from(["fuzzy", "no-wrap", "max-length:3", "python-brace-format"]), unique=True)


class Entry(polib.POEntry):
    """An entry that a failing test shows as it stands in a file."""

    def __repr__(self) -> str:
        return f"{self.__unicode__()!r}"


@st.composite
def entries(draw: st.DrawFn) -> polib.POEntry:
    plural = draw(st.booleans())
    return Entry(
        msgctxt=draw(st.one_of(context, st.just(None))),
        msgid=draw(msgid),
        msgid_plural=draw(msgid) if plural else "",
        msgstr="" if plural else draw(text),
        msgstr_plural={index: draw(text) for index in range(draw(st.integers(1, 4)))} if plural else {},
        tcomment=draw(remark),
        flags=draw(flags),
        obsolete=draw(st.booleans()),
        previous_msgid=draw(st.one_of(st.just(None), msgid)),
    )


@st.composite
def message_lists(draw: st.DrawFn) -> list[Message]:
    contexts = draw(st.lists(context.filter(lambda one: not one.endswith(")")), unique=True, max_size=5))
    kinds = st.sampled_from(["form", "list", "text"])
    plurals = st.one_of(st.just(""), msgid)
    return [Message(one, draw(msgid), draw(plurals), draw(kinds), concept=one[0], field=one[2:]) for one in contexts]


catalogs = st.builds(lambda listed: _catalog(listed), st.lists(entries(), max_size=8))


def _catalog(listed: Iterable[polib.POEntry]) -> Catalog:
    catalog = Catalog()
    catalog.metadata = {"Language": "nb", "X-Own": "kept", "Plural-Forms": "nplurals=3; plural=n%3;"}
    catalog.extend(listed)
    return catalog


def said(catalog: polib.POFile) -> set[str]:
    """Return everything that a translator wrote: each text, and each word of each remark."""
    texts = {one for entry in catalog for one in (entry.msgstr, *entry.msgstr_plural.values()) if one}
    return texts | {f"# {word}" for entry in catalog for word in entry.tcomment.split()}


def again(catalog: Catalog) -> Catalog:
    """Return a catalog as it is after it was written and read."""
    return parse_catalog(str(catalog).encode(), "nb.po")


quick = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(catalogs, st.text(ALPHABET.replace("\n", ""), max_size=20))
def test_a_catalog_is_read_as_it_was_written(catalog: Catalog, end: str) -> None:
    catalog.epilogue = end
    read = again(catalog)
    assert said(read) == said(catalog)
    assert read.epilogue.split() == end.split()
    assert str(again(read)) == str(read)


@quick
@given(catalogs, st.lists(message_lists(), min_size=1, max_size=3), st.sampled_from([{}, {"a": "b"}]))
def test_no_edit_of_the_sources_loses_a_word(
    catalog: Catalog, edits: list[list[Message]], gone: dict[str, str]
) -> None:
    catalog = again(catalog)
    written = said(catalog)
    for asked in edits:
        messages = [message for message in asked if message.concept not in gone]  # an obsolete concept has none
        merged, _ = merge(catalog, messages, gone, "nb", "nb.po")
        content = str(merged)
        catalog = again(merged)
        assert written <= said(catalog)
        keys = [(entry.msgctxt, entry.msgid) for entry in catalog]
        assert len(keys) == len(set(keys))  # gettext's tools refuse anything else
        assert catalog.metadata["X-Own"] == "kept"
        second, summary = merge(again(merged), messages, gone, "nb", "nb.po")
        assert str(second) == content
        assert summary.contexts.keys() <= {"carried over"}


@st.composite
def termbases(draw: st.DrawFn) -> Termbase:
    names = draw(st.lists(st.sampled_from("abcd"), unique=True, min_size=1))
    concepts = {}
    for name in names:
        others = [other for other in names if other != name]
        if others and draw(st.integers(0, 5)) == 0:
            concepts[name] = ConceptEntry(name, "field", replaced_by=draw(st.sampled_from(others)))
        else:
            plural = draw(st.sampled_from([NOTHING, "ones"]))
            part = draw(st.sampled_from(["noun", "noun", "proper noun"]))
            definition = draw(st.sampled_from(["", "a thing", "another thing"]))
            term = draw(st.sampled_from(["thing", "other thing"]))
            concepts[name] = ConceptEntry(
                name, "field", term=term, plural=plural, part_of_speech=part, definition=definition
            )
    return Termbase(concepts)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(termbases(), min_size=2, max_size=4), st.data())
def test_a_translator_and_a_terminologist_at_work(history: list[Termbase], data: st.DataObject) -> None:
    catalog: Catalog | None = None
    written: set[str] = set()
    for number, termbase in enumerate(history):
        merged, _ = merge(catalog, extract(termbase), replaced(termbase), "nb", "nb.po")
        assert written <= said(merged)
        for place, entry in enumerate(merged):
            if (
                not entry.obsolete
                and not (entry.msgstr or any(entry.msgstr_plural.values()))
                and data.draw(st.booleans())
            ):
                own = f"{number}.{place}"
                entry.tcomment = f"remark{own}"
                if entry.msgid_plural:
                    entry.msgstr_plural = {0: own, 1: f"{own}-er"}
                else:
                    entry.msgstr = own
        catalog = again(merged)
        written |= said(catalog)
