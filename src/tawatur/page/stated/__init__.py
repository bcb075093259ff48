"""What a page states about itself as data: metadata, and the article in its scripts."""
