"""Interleaved measurements: the candidates take turns, so that a noisy moment hits all of them alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def interleaved(
    candidates: Mapping[str, Callable[[], object]], *, rounds: int = 21, seconds: float = 0.02
) -> dict[str, float]:
    """Return the median CPU time of one call of each candidate, in seconds.

    In each round every candidate is called as often as fits into ``seconds``, one candidate after the other.
    """
    numbers = {name: _calls_in(call, seconds) for name, call in candidates.items()}
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, call in candidates.items():
            times[name].append(_time(call, numbers[name]) / numbers[name])
    return {name: statistics.median(taken) for name, taken in times.items()}


def _time(call: Callable[[], object], number: int) -> float:
    repeats = range(number)
    start = time.process_time()
    for _ in repeats:
        call()
    return time.process_time() - start


def _calls_in(call: Callable[[], object], seconds: float) -> int:
    number = 1
    while (taken := _time(call, number)) < seconds / 4:
        number *= 4
    return max(1, round(number * seconds / taken))
