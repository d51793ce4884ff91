"""Everything that is handed out is plain data on demand."""

from __future__ import annotations

import json
from typing import Any

import pytest

import imsterms

from .test_values import VALUES


@pytest.mark.parametrize("name", [name for name in VALUES if name not in ("glossary", "fallback")])
def test_plain_data_on_demand(name: str) -> None:
    data = VALUES[name](imsterms.glossary("nb")).as_dict()
    assert json.loads(json.dumps(data)) == data


def test_a_concept_has_the_keys_of_the_document(nb: imsterms.Glossary) -> None:
    words: Any = nb["trigger_point"].as_dict()["languages"]
    assert list(words) == ["nb"]
    assert words["nb"]["preferred"] == nb["trigger_point"].term.as_dict()
    definition = nb["trigger_point"].definition
    assert definition is not None
    assert words["nb"]["definition"] == definition.as_dict()
    assert definition.as_dict()["text"] == definition
    assert "{tender_point}" in str(definition.as_dict()["template"])
