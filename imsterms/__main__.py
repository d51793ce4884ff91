"""``python -m imsterms``: the command line, where its script is not on the path."""

from __future__ import annotations

from .cli import main

raise SystemExit(main())
