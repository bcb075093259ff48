"""What is learned of English: which words are cues, and which phrase is the source of each."""
