"""Who speaks where he stands before his verb, and whether a noun can be who speaks."""
