"""What a translator has changed, as it will be read."""
