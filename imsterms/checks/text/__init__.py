"""Running text: leaflets, web pages, catalogs of other programs."""
