"""A paragraph and its sentences: their words, the outlets they name, where phrases, sources and statements end."""
