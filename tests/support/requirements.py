"""What a test needs besides this repository: programs, dictionaries, packages and other people's grammars.

A test that needs something the machine lacks is skipped with the reason. With ``IMSTERMS_REQUIRE_TOOLS=1``, as in
``.ci/run``, it fails instead, so that nothing goes untested unnoticed.
"""

from __future__ import annotations

import getpass
import importlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

GRAMMARS = {
    "tbx-v3/core_schema.rng": "https://www.tbxinfo.net/developer-resources/",
    "tbx-v3/basic_schema.sch": "https://www.terminorgs.net/downloads/TBX-Basic-V4-files.zip",
    "tbx-v2/TBXBasicRNGV02.rng": "https://www.ttt.org/oscarstandards/tbx/",
    "tbx-v2/TBXBasiccoreStructV02.dtd": "https://www.ttt.org/oscarstandards/tbx/",
    "skos/skohub_skos.shacl.ttl": "https://github.com/skohub-io/skohub-shapes",
    "skos/w3c-skos-core.nq": "https://www.w3.org/2004/02/skos/core.rdf",
    "skos/skos-ap-no-v2.shacl.ttl": "https://github.com/Informasjonsforvaltning/skos-ap-no-begrep",
    "skos/skos-ap-no-ontologies.ttl": "https://github.com/Informasjonsforvaltning/skos-ap-no-begrep",
}
"""Grammars that belong to others and are not part of this repository, each with its public address."""


def absent(reason: str) -> NoReturn:
    """Skip the test, or fail where everything has to be there."""
    if os.environ.get("IMSTERMS_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{reason}; IMSTERMS_REQUIRE_TOOLS=1 requires it", pytrace=False)
    pytest.skip(reason, allow_module_level=True)


def require_tool(*commands: str) -> str:
    """Ask for programs, and return the path of the first."""
    for command in commands:
        if shutil.which(command) is None:
            absent(f"the program '{command}' is not installed")
    return str(shutil.which(commands[0]))


def require_module(name: str) -> ModuleType:
    """Ask for a Python module, and return it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        absent(f"the Python package of '{name}' is not installed ({error})")


def require_dictionaries(*names: str) -> str:
    """Ask for hunspell and dictionaries by name, and return the path of the program."""
    program = require_tool("hunspell")
    listing = subprocess.run([program, "-D"], input="", capture_output=True, text=True, check=False).stderr
    installed = {Path(line.strip()).name for line in listing.splitlines()}
    for name in names:
        if name not in installed:
            absent(f"hunspell has no dictionary '{name}'")
    return program


def require_file(path: str, package: str) -> Path:
    """Ask for a file that a Debian package installs, and return its path."""
    if not os.path.exists(path):
        absent(f"the Debian package '{package}' is not installed")
    return Path(path)


def require_grammar(name: str) -> Path:
    """Ask for one of the grammars, and return its path.

    They are looked for in the folder that ``IMSTERMS_SCHEMAS`` names. Without the variable the test is skipped even
    where tools are required, because no package installs them.
    """
    folder = os.environ.get("IMSTERMS_SCHEMAS")
    if not folder:
        pytest.skip(f"set IMSTERMS_SCHEMAS to a folder that has {name} (public at {GRAMMARS[name]})")
    path = Path(folder, name)
    if not path.is_file():
        absent(f"the folder of IMSTERMS_SCHEMAS has no {name} (public at {GRAMMARS[name]})")
    return path


def require_npm(*packages: str) -> Path:
    """Install npm packages into a folder that is kept between runs, and return the folder."""
    npm = require_tool("npm", "node")
    name = "".join(letter if letter.isalnum() else "-" for letter in "".join(packages))
    folder = Path(tempfile.gettempdir()) / f"imsterms-npm-{getpass.getuser()}" / name
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = Path(tempfile.mkdtemp(dir=folder.parent))
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(made), *packages]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=180, cwd=made)
        except (OSError, subprocess.SubprocessError) as error:
            shutil.rmtree(made)
            absent(f"the npm packages {', '.join(packages)} cannot be installed ({error})")
        try:
            made.rename(folder)
        except OSError:  # another run was faster
            shutil.rmtree(made)
    return folder
