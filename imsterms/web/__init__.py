"""The glossary on the web: a static site that anybody can open."""
