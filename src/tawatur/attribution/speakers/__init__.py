"""Who is meant by a source: his kind, name and role, whether he is named at all, and who was told of before."""
