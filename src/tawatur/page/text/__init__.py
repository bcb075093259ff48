"""Which blocks are running text: what can be seen of each, the learned decision, live blogs."""
