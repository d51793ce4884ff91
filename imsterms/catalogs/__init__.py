"""The gettext side: which messages a termbase has, the catalogs that translate them, and what is made of both."""
