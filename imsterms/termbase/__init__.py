"""The termbase: what a concept entry is, how it is read from YAML and validated, and the runtime data."""
