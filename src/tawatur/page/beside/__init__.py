"""What stands beside and at the edges of a text: signatures, keywords, lists of headlines, links, further articles."""
