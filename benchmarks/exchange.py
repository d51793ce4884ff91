"""Exchange: each format written and imported, at two sizes, so that it shows whether the cost is linear.

Run by ``python -m benchmarks`` with an interpreter that has imsterms installed from its wheel; alone, ``python
exchange.py [CONCEPTS [FORMAT ...]]``.
"""

from __future__ import annotations

import gc
import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from generated import generated

from imsterms.exchange.intake.sources import write_sources
from imsterms.facade import Glossary, open_glossary
from imsterms.formats import FORMATS, load_format

CONCEPTS = 10_000
SHARE = 4
"""The small size is this part of the large one."""


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor time of a call, which other work on the machine does not change, and its result."""
    start = time.process_time()
    result = call()
    return time.process_time() - start, result


def written(module: Any, glossary: Glossary) -> bytes:
    stream = io.BytesIO()
    options = {"target": "nb"} if hasattr(module, "heading") else {}
    module.write(glossary, stream, **options)
    return stream.getvalue()


def imported(module: Any, document: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_sources(module.read(io.BytesIO(document)), os.path.join(folder, "own"))


def measured(name: str, concepts: int) -> tuple[float, float | None, int]:
    """Return the seconds that writing and importing take, and the size of the document."""
    module = load_format(name)
    glossary = open_glossary(generated(concepts), "en", False, {})
    for language in glossary.languages:  # making the data is not the format's cost
        glossary.in_language(language).texts()
    write, document = timed(lambda: written(module, glossary))
    read = timed(lambda: imported(module, document))[0] if hasattr(module, "read") else None
    return write, read, len(document)


def main() -> None:
    gc.disable()  # as the command line does
    concepts = int(sys.argv[1]) if len(sys.argv) > 1 else CONCEPTS
    rows = []
    for name in sys.argv[2:] or FORMATS:
        small = measured(name, concepts // SHARE)
        large = measured(name, concepts)
        row = {"format": name, "MB": round(large[2] / 1e6, 1), "write, s": round(large[0], 1)}
        row["x of a quarter's"] = round(large[0] / small[0], 1)
        row["import, s"] = "–" if large[1] is None else round(large[1], 1)
        row["x of a quarter's import"] = "–" if large[1] is None or not small[1] else round(large[1] / small[1], 1)
        rows.append(row)
        print(row, file=sys.stderr)
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
