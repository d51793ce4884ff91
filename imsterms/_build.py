"""The build hook: put the compiled catalogs and the runtime data into the wheel.

``setup.cfg`` names BuildPy under ``cmdclass``. Setuptools loads this file alone, so our own reader is imported inside
``run``, with the project's folder on ``sys.path``. Everything goes to ``build_lib``, never into the source tree.
"""

from __future__ import annotations

import os
import shutil
import sys

from setuptools.command.build_py import build_py
from setuptools.errors import SetupError


class BuildPy(build_py):
    """``build_py`` that adds ``imsterms/runtime/`` and ``imsterms/locales/``."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return  # a checkout reads the YAML and .po files itself
        root = os.getcwd()  # where setuptools runs
        target = os.path.join(self.build_lib, "imsterms")
        for folder in ("runtime", "locales"):
            shutil.rmtree(os.path.join(target, folder), ignore_errors=True)  # what an earlier build left
        sys.path.insert(0, root)
        try:
            from imsterms.catalogs.compile import build
            from imsterms.errors import ImstermsError

            try:
                build(root, target, self.distribution.get_version())
            except ImstermsError as error:
                raise SetupError(str(error)) from None
        finally:
            sys.path.remove(root)

    def get_source_files(self) -> list[str]:
        """Name what an sdist needs beyond the package: the sources, the catalogs, the tests."""
        sources: list[str] = super().get_source_files()  # type: ignore[no-untyped-call]
        for folder in ("imsterms/data", "imsterms/languages", "locales", "tests", "benchmarks"):
            for parent, _, names in os.walk(folder):
                sources += [os.path.join(parent, name) for name in names if not name.endswith((".mo", ".pyc"))]
        sources += [name for name in ("CHANGELOG.md", "CONTRIBUTING.md") if os.path.exists(name)]
        return sorted(set(sources))
