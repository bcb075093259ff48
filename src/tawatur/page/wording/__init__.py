"""The wording of what stands around texts, in the languages we know: credits, labels, notices, origins."""
