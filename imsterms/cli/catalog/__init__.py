"""The translators' commands.

They work on the YAML and the .po files of a checkout, or of the folders that --sources and --locales name.
"""

import argparse

from ..options import add_commands

COMMANDS = {
    "update": "bring the catalogs up to date with the YAML sources",
    "new": "begin a catalog in a new language",
    "check": "check the catalogs: forms, references, spelling, punctuation",
    "preview": "show what has changed as it will be read",
    "status": "say how much is translated",
    "review": "write who has read translations, and when",
    "merge": "merge two versions of a catalog, as git's driver",
    "compile": "write .mo files beside the catalogs, for plain gettext",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_commands(parser, "subcommand", COMMANDS, __name__)
