"""The verbs, one a module: open an engine, ask it, hand the answer to a renderer."""
