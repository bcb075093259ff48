"""What stands behind a verb: where the phrase of who speaks ends, whom he calls on, and what marks what he says."""
