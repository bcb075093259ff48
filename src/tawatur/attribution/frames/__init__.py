"""The frames of the grammar: how a cue, its source and what is said stand together in a sentence."""
