"""A document as a run of blocks: its charset, its markup made harmless, what its elements speak of."""
