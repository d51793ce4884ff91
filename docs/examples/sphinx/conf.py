"""A clinic's pages in Sphinx: ``sphinx-build -W . public``."""

project = "Smertehjelpa"
language = "nb"
extensions = ["imsterms.integrations.sphinx"]
