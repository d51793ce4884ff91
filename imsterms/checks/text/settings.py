"""The settings of ``imsterms lint``: from a project's configuration and the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from typing import Any

from ...errors import SettingsError, nearest
from ...files import read_text

SECTIONS = {".imsterms.yaml": "lint:", "pyproject.toml": "[tool.imsterms.lint]", "setup.cfg": "[imsterms:lint]"}
"""The files with the section in each, in the order in which it is looked for; the first that has one counts."""
_TEXTS = {"lang": "a language tag, such as nb", "termbase": "a folder"}
KEYS = ("lang", "languages", "termbase", "with_built_in", "enable", "disable", "claim_words", "exclude")


@dataclass(frozen=True, slots=True)
class Settings:
    """What to check, and where."""

    lang: str | None = None
    """Language of the texts that do not say it themselves."""
    enable: tuple[str, ...] = ()
    """Rules to run that are off by default."""
    disable: tuple[str, ...] = ()
    """Rules not to run."""
    claim_words: tuple[str, ...] = ()
    """The words of the rule claim-word, instead of its own; ``cure*`` means every word that begins so."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths that are passed over (``drafts/*``)."""
    languages: tuple[tuple[str, str], ...] = ()
    """Patterns of paths with the language of those files, whatever they say (``en/*``, ``en``)."""
    termbase: str | None = None
    """Folder of the termbase to check with, instead of the built-in one."""
    with_built_in: bool = False
    """Whether that lies on top of the built-in one."""

    def with_rules(self, enable: Iterable[str] = (), disable: Iterable[str] = ()) -> Settings:
        """Return the settings with more rules on and off; what is said here has the last word."""
        on, off = tuple(enable), tuple(disable)
        return replace(
            self,
            enable=tuple(rule for rule in self.enable if rule not in off) + on,
            disable=tuple(rule for rule in self.disable if rule not in on) + off,
        )

    def language_of(self, path: str) -> str | None:
        """Return the language that a pattern of the settings gives a file; the last that fits counts.

        >>> Settings(languages=(("en/*", "en"), ("*/nn/*", "nn"))).language_of("docs/nn/a.md")
        'nn'
        """
        return next((tag for pattern, tag in reversed(self.languages) if fnmatch(path, pattern)), None)


def find_settings(folder: str) -> Settings:
    """Return the settings of the project that ``folder`` is in: from it or the nearest folder above that has some.

    The search ends at the root of a repository. Raises SettingsError or FileError.
    """
    folder = os.path.abspath(folder)
    while True:
        for name in SECTIONS:
            path = os.path.join(folder, name)
            section = _section(path) if os.path.isfile(path) else None
            if section is not None:
                return settings_from(section, os.path.relpath(path))
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return Settings()
        folder = above


def read_settings(path: str) -> Settings:
    """Return the settings in a file. Raises SettingsError or FileError."""
    section = _section(path)
    if section is None:
        where = SECTIONS.get(os.path.basename(path), "lint:")
        raise SettingsError(f"{path} has no section {where}")
    return settings_from(section, path)


def settings_from(section: Any, path: str) -> Settings:
    """Return the settings that a section says. Raises SettingsError, which names the file."""
    if not isinstance(section, Mapping):
        raise SettingsError(f"{path}: the settings of lint must be keys with values, such as enable: [claim-word]")
    values: dict[str, Any] = {}
    for written, value in section.items():
        key = str(written).replace("-", "_")
        if key not in KEYS:
            raise SettingsError(
                f"{path}: there is no setting '{written}' for lint (there are: {', '.join(KEYS)}){nearest(key, KEYS)}"
            )
        if key in _TEXTS:
            if not isinstance(value, str):
                raise SettingsError(f"{path}: {key} must be {_TEXTS[key]}")
            values[key] = os.path.join(os.path.dirname(path), value) if key == "termbase" else value
        elif key == "with_built_in":
            values[key] = str(value).lower() in ("true", "yes", "1", "on")
        elif key == "languages" and isinstance(value, Mapping):
            values[key] = tuple(value.items())
        else:
            words = re.split(r"[,\n]", value) if isinstance(value, str) else value
            if not isinstance(words, list) or not all(isinstance(item, str) for item in words):
                raise SettingsError(f"{path}: {written} must be a list of words")
            listed = tuple(item.strip() for item in words if item.strip())
            values[key] = tuple(_pattern(item, path) for item in listed) if key == "languages" else listed
    return Settings(**values)


def _pattern(item: str, path: str) -> tuple[str, str]:
    """Return a pattern of paths and its language: ``en/* = en``. Raises SettingsError."""
    pattern, _, tag = (part.strip() for part in item.partition("="))
    if not pattern or not tag:
        raise SettingsError(f"{path}: '{item}' in languages must be a pattern and a tag, such as 'en/* = en'")
    return pattern, tag


def _section(path: str) -> Any:
    """Return the section of a file as plain data; None where it has none."""
    name = os.path.basename(path)
    if name.endswith(".toml"):
        import tomllib

        try:
            return tomllib.loads(read_text(path)).get("tool", {}).get("imsterms", {}).get("lint")
        except (ValueError, RecursionError) as error:
            raise SettingsError(f"{path}: {error}") from None
        except AttributeError:
            return None
    if name.endswith((".cfg", ".ini")):
        from configparser import ConfigParser, Error

        parser = ConfigParser(interpolation=None)
        try:
            parser.read_string(read_text(path), path)
        except Error as error:
            raise SettingsError(f"{path}: {' '.join(str(error).split())}") from None
        return dict(parser["imsterms:lint"]) if parser.has_section("imsterms:lint") else None
    from ...termbase.nodes import read_section  # every command looks for settings, and few projects have YAML

    return read_section(path, "lint")
