"""Reading the YAML of a test's own termbase, and what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from imsterms.errors import SourceError
from imsterms.findings import Finding
from imsterms.termbase.source import read_termbase

GOOD = """\
needle:
  term: needle
  definition: "thin instrument with a point"
point:
  term: point
"""


def problems(project: Any) -> list[Finding]:
    """Return the findings of reading a project's termbase."""
    with pytest.raises(SourceError) as caught:
        read_termbase(project.data, root=str(project.folder))
    for finding in caught.value.findings[:50]:
        assert str(finding) in str(caught.value)
    return list(caught.value.findings)


def only(project: Any) -> tuple[str, int, str]:
    """Return the file, the line and the sentence of the one finding there is."""
    (finding,) = problems(project)
    return finding.path, finding.line, f"{finding.rule}: {finding.text}"
