"""The build hooks: put the compiled catalogs and the runtime data into the wheel, and give the same bytes every time.

``setup.cfg`` names the classes under ``cmdclass``. Setuptools loads this file alone, so our own reader is imported
inside ``run``, with the project's folder on ``sys.path``. Everything goes to ``build_lib``, never into the source tree.

The time of every file in wheel and sdist is ``SOURCE_DATE_EPOCH`` (https://reproducible-builds.org), by default the
oldest that a ZIP archive can state.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tarfile

from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist
from setuptools.errors import SetupError

os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")  # the command that packs the wheel reads it


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


class Sdist(sdist):
    """``sdist`` that packs the same files into the same bytes on every machine, at any time."""

    def make_archive(self, base_name: str, format: str, *, base_dir: str, **_: object) -> str:  # type: ignore[override]
        """Write the ``.tar.gz``, whatever the format: package indexes take no other."""
        path = f"{base_name}.tar.gz"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with (
            open(path, "wb") as file,
            gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w") as archive,
        ):
            archive.add(base_dir, filter=_plain)
        return path


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return a member of an archive without what depends on the machine."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    member.mtime = int(os.environ["SOURCE_DATE_EPOCH"])
    return member
