"""Whatever a translator writes, the check answers with findings and never breaks down."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imsterms.checks.check import check_catalog
from imsterms.checks.content import Content, read_content
from imsterms.findings import Finding
from imsterms.termbase.source import read_termbase

# what has a meaning to some rule, in any order
PIECES = [
    "{trigger_point}", "{pain}", "{nix}", "{count}", "{", "}", "{{", "}}", "[", "]", "[the plural]", "[a]", "[nix]",
    "[]", "-", "|", "#", " # ", ":", "\n", " ", "  ", ".", "?", "«", "»", '"', "<b>", "&nbsp;", "\u2028", "\0x", "\t",
    "\r", "en ", "et ", "den ", "ømt ", "trigger ", "punkt", "IMS", "IMS behandling", "smerte", "muskelknute",
    "ikkje ", "noe noe",
]  # fmt: skip
text = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_rules_hold_out(pristine: Any, data: st.DataObject) -> None:
    termbase = read_termbase(pristine.sources)
    catalogs = {one.language: (one.path, one.catalog) for one in read_content(termbase, str(pristine.locales)).catalogs}
    language = data.draw(st.sampled_from(list(catalogs)))
    for entry in data.draw(st.lists(st.sampled_from(list(catalogs[language][1])), max_size=8, unique_by=id)):
        entry.msgstr = data.draw(text)
        entry.msgstr_plural = {number: data.draw(text) for number in range(data.draw(st.integers(0, 3)))}
        entry.tcomment = data.draw(st.sampled_from(["", "imsterms:", "imsterms: ignore", "imsterms: ignore x: y"]))
        entry.msgctxt = data.draw(st.sampled_from([entry.msgctxt, None, "pain.term"]))
    for catalog in Content(termbase, catalogs).catalogs:
        for finding in check_catalog(catalog):
            assert isinstance(finding, Finding)
            assert finding.line > 0
            assert finding.message
