"""What pydantic, and FastAPI with it, asks of a class: its values pass as they are, and are written as plain data."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def core_schema(cls: type, *_: object) -> Any:
    """Return the schema of a class: instances only, strings written as text, anything else by its ``as_dict``.

    Only pydantic calls it.
    """
    from pydantic_core import core_schema as schema

    def refuse(value: Any) -> Any:
        raise ValueError(f"a {cls.__name__} is not read from JSON; send its id and ask the glossary for it")

    text = issubclass(cls, str)
    written: Any = schema.str_schema() if text else schema.dict_schema(schema.str_schema())
    write = schema.plain_serializer_function_ser_schema(
        str if text else lambda value: value.as_dict(), return_schema=written
    )
    refused = schema.no_info_after_validator_function(refuse, written)
    return schema.json_or_python_schema(refused, schema.is_instance_schema(cls), serialization=write)


PYDANTIC: Any = classmethod(core_schema)
"""What a class has as ``__get_pydantic_core_schema__``."""
