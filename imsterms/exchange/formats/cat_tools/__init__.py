"""Bilingual glossaries for translation tools."""
