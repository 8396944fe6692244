"""Full-text engines behind one port."""
