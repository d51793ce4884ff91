"""Maps as a call."""

from __future__ import annotations

from typing import Any

import pytest

import imsterms
from imsterms.cli import main


def test_a_map(nb: imsterms.Glossary, capsys: Any) -> None:
    main(["map", "needle", "--lang", "nb"])
    assert imsterms.draw_map(nb, "needle") == capsys.readouterr().out
    main(["map", "needle", "--lang", "nb", "--svg", "-"])
    assert imsterms.draw_map(nb, "needle", format="svg") == capsys.readouterr().out
    with pytest.raises(imsterms.UnknownFormatError, match="did you mean 'svg'"):
        imsterms.draw_map(nb, "needle", format="svgg")
