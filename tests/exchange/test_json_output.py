"""JSON documents: valid, in order, and a line for each concept at least."""

from __future__ import annotations

import json
from typing import Any

import pytest

from imsterms.exchange.json_output import json_document


@pytest.mark.parametrize(
    "content",
    [{}, [], {"a": None, "b": 'æ\n"', "c": [{}, [], 0, False]}, {"a": {"b": {"c": {"d": {"e": {"f": [1]}}}}}}],
)
def test_a_document_says_what_was_given(content: Any) -> None:
    assert json.loads(json_document(content)) == content
    assert list(json.loads(json_document(content))) == list(content)


def test_what_is_said_of_a_concept_in_a_language_has_lines_of_its_own() -> None:
    document = json_document({"concepts": [{"id": "needle", "languages": {"nb": {"plain": "nål", "notes": [1, 2]}}}]})
    assert '\n     "notes": [1, 2]\n' in document.decode()
