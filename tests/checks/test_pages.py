"""Each rule has a page, found by its code and by its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from imsterms.checks.pages import page, pages
from imsterms.errors import UnknownRuleError

PACKAGE = Path(__file__).parents[2] / "imsterms"
EMITTED = re.compile(r'"(IMS\d{3})",\s+"([a-z][a-z-]+)"(?!:)')


def emitted() -> set[tuple[str, str]]:
    """Return the (code, name) pairs that the code writes into findings."""
    return {pair for path in PACKAGE.rglob("*.py") for pair in EMITTED.findall(path.read_text("utf-8"))}


def test_every_finding_of_the_code_has_a_page_of_its_name() -> None:
    named = {(one.code, one.name) for one in pages()}
    assert emitted() - named == set()


def test_codes_and_names_are_unique() -> None:
    assert len({one.code for one in pages()}) == len({one.name for one in pages()}) == len(pages())


def test_a_page_explains() -> None:
    assert all(len(one.text) > 50 for one in pages())


def test_a_rule_is_found_by_code_and_name() -> None:
    assert page("IMS105") == page("ims105") == page("broken-text")


def test_a_rule_answers_to_the_names_of_those_it_replaced() -> None:
    assert page("IMS407") == page("concept-foreign") == page("references-differ")
    former = {name for each in pages() for name in each.names[2:]}
    assert former.isdisjoint(name for each in pages() for name in each.names[:2])


def test_a_misspelt_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownRuleError, match="broken-text"):
        page("broken-texts")
