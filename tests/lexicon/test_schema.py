"""Values in models of pydantic."""

from __future__ import annotations

import json

import pytest

import imsterms

from .test_values import VALUES

pydantic = pytest.importorskip("pydantic")


DATACLASSES = ("finding", "source", "code system")


@pytest.mark.parametrize("name", [name for name in VALUES if name not in (*DATACLASSES, "glossary", "fallback")])
def test_in_a_model_of_pydantic(name: str) -> None:
    value = VALUES[name](imsterms.glossary("nb"))
    model = pydantic.create_model("Booking", value=(type(value), ...))
    booking = model(value=value)
    assert booking.value is value
    written = json.loads(booking.model_dump_json())["value"]
    assert written == (str(value) if isinstance(value, str) else value.as_dict())
    assert model.model_json_schema()["properties"]["value"]["type"] == ("string" if type(written) is str else "object")
    with pytest.raises(ValueError, match="is not read from JSON; send its id"):
        model.model_validate_json(booking.model_dump_json())


def test_another_value_is_refused() -> None:
    model = pydantic.create_model("Booking", value=(imsterms.Concept, ...))
    with pytest.raises(ValueError, match="instance of Concept"):
        model(value="trigger_point")


@pytest.mark.parametrize("name", DATACLASSES)
def test_what_has_no_language_is_read_back(name: str) -> None:
    value = VALUES[name](imsterms.glossary("nb"))
    model = pydantic.create_model("Booking", value=(type(value), ...))
    assert model.model_validate_json(model(value=value).model_dump_json()).value == value
