"""A small termbase with its catalogs."""

from __future__ import annotations

from catalog_project import pristine, project

__all__ = ["pristine", "project"]
