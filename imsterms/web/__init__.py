"""The glossary on the web: a static site that anyone can open, and leaflets."""
