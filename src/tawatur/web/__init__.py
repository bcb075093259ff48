"""The reader: pages, JSON API and feeds over a store."""
