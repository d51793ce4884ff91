"""Measure imsterms beside its peers: ``python -m benchmarks`` in a checkout.

Builds the wheel, installs it with the peers into a virtual environment of its own, runs every section there, and
prints a table for each. ``python -m benchmarks look_up`` runs one section; ``--python`` takes an interpreter that has
everything already.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

SECTIONS = {
    "cold_start": "Cold start: a new process, net of the bare interpreter",
    "look_up": "Look-up: one word, warm",
    "paragraph": "Rendering: a paragraph with five references",
    "recognition": "Recognition: terms found in running text",
    "exchange": "Exchange: 10 000 concepts in three languages, written and imported, seconds of processor time",
    "catalogs": "Catalogs: 10 000 concepts in three languages, updated and checked, seconds of processor time",
}
"""Each section is a program of that name beside this file, which prints its rows as JSON."""

EXTRAS = "html,skos,xlsx"
PEERS = ("pycountry", "fluent.runtime", "ahocorasick_rs", "pyahocorasick", "flashtext2", "spacy")
"""What the sections need beside imsterms."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("section", nargs="*", help=f"sections to run (default: all of {', '.join(SECTIONS)})")
    parser.add_argument("--python", metavar="PATH", help="an interpreter with imsterms and the peers installed")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    if unknown := set(arguments.section) - set(SECTIONS):
        parser.error(f"there is no section {', '.join(unknown)}")
    with tempfile.TemporaryDirectory() as folder:
        python = arguments.python or installed(Path(folder))
        # the installed wheel is measured, never the checkout
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        results = {}
        for section in arguments.section or SECTIONS:
            print(f"{SECTIONS[section]} ...", file=sys.stderr)
            command = [python, str(HERE / f"{section}.py")]
            output = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True).stdout
            results[section] = json.loads(output)
    if arguments.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(table(SECTIONS[section], rows) for section, rows in results.items()))
    return 0


def installed(folder: Path) -> str:
    """Return an interpreter with the wheel of this checkout and the peers installed."""
    print("building the wheel and installing it with its peers ...", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, f"{HERE.parent}[{EXTRAS}]", *PEERS], check=True)
    return str(python)


def table(title: str, rows: list[dict[str, object]]) -> str:
    """Return rows as a Markdown table under a heading."""
    columns = list(rows[0])
    lines = [f"## {title}", "", f"| {' | '.join(columns)} |", f"|{'|'.join(['---'] + ['---:'] * (len(columns) - 1))}|"]
    lines += [f"| {' | '.join(str(row[column]) for column in columns)} |" for row in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
