"""Values that articles name in their texts: numbers and ISO 8601 durations."""

import re

_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z", re.ASCII
)
UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def duration(value: str) -> list[tuple[str, int]]:
    """Return an ISO 8601 duration as (unit, count) pairs, or nothing where ``value`` is none.

    >>> duration("P1DT12H")
    [('day', 1), ('hour', 12)]
    """
    match = _DURATION.match(value)
    if not match or value.endswith("T"):
        return []
    return [(unit, int(count)) for unit, count in zip(UNITS, match.groups(), strict=True) if count is not None]


def is_value(value: str) -> bool:
    """Return whether ``value`` is a number or an ISO 8601 duration."""
    return bool(_NUMBER.match(value) or duration(value))
