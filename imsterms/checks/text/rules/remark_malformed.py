"""IMS434: a remark to the checks that is not understood."""

from __future__ import annotations

from collections.abc import Iterator

from ...rule import Problem, rule
from ..page import Page


@rule("IMS434", "remark-malformed", "text")
def remark_malformed(page: Page) -> Iterator[Problem]:
    for remark in page.remarks:
        if remark.fault:
            yield page.remark_problem(remark, remark.fault)
