"""Cold start: a new process that imports a library and asks it for one word.

Run by ``python -m benchmarks`` with an interpreter that has imsterms installed from its wheel. Wall-clock and CPU time
are medians, net of an interpreter that does nothing.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 41

BARE = "bare interpreter"
CANDIDATES = {
    BARE: "pass",
    "imsterms: import, one term in Bokmål": "import imsterms; imsterms.glossary('nb')['trigger_point'].term",
    "imsterms: the same, and its definition": "import imsterms; imsterms.glossary('nb')['trigger_point'].definition",
    "gettext: our .mo, one term": (
        "import gettext; gettext.translation('imsterms', {locales!r}, ['nb'])"
        ".npgettext('trigger_point.term', 'trigger point', 'trigger points', 1)"
    ),
    "pycountry: one country in Bokmål": (
        "import pycountry, gettext; country = pycountry.countries.get(alpha_2='NO'); "
        "gettext.translation('iso3166-1', pycountry.LOCALES_DIR, languages=['nb']).gettext(country.name)"
    ),
    "fluent.runtime: one message": (
        "from fluent.runtime import FluentBundle, FluentResource; bundle = FluentBundle(['nb']); "
        "bundle.add_resource(FluentResource('term = triggerpunkt')); "
        "bundle.format_pattern(bundle.get_message('term').value, {{}})"
    ),
}


def run(code: str) -> tuple[float, float]:
    """Return wall-clock and CPU time of a new interpreter that runs ``code``, in milliseconds."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-I", "-c", code])
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"this failed: {code}")
    return 1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime)


def main() -> None:
    import imsterms

    codes = {name: code.format(locales=imsterms.LOCALES_DIR) for name, code in CANDIDATES.items()}
    for code in codes.values():
        run(code)  # the first run writes bytecode and warms the file cache
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in codes}
    for _ in range(ROUNDS):
        for name, code in codes.items():
            times[name].append(run(code))
    medians = {
        name: [statistics.median(column) for column in zip(*taken, strict=True)] for name, taken in times.items()
    }
    bare = medians[BARE]
    rows = []
    for name, (wall, cpu) in medians.items():
        net = (wall, cpu) if name == BARE else (wall - bare[0], cpu - bare[1])
        rows.append({"what": name, "wall, ms": round(net[0], 1), "CPU, ms": round(net[1], 1)})
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
