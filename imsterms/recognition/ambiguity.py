"""Designations that people use for another concept too than the one that lists them."""

from __future__ import annotations

_SUPERSENSITIVITY = (
    ("denervation_supersensitivity", "in texts on IMS the word is often short for that of denervated muscle"),
)

SENSES: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("intramuscular_stimulation", "ims"): (
        ("dry_needling", "clinics often say IMS of any dry needling, not only of Gunn's method"),
        ("intramuscular_electrical_stimulation", "in East Asian papers IMS is needling with an electric current"),
    ),
    ("hypersensitivity", "overfølsomhet"): _SUPERSENSITIVITY,
    ("hypersensitivity", "overfølsemd"): _SUPERSENSITIVITY,
    ("hypersensitivity", "supersensitivity"): _SUPERSENSITIVITY,
}
"""By concept and folded designation: the other concepts it may mean, the likeliest first, and why."""
