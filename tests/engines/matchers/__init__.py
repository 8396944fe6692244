"""The query tree as Whoosh's own query objects and matchers: what the bulk answers are held to."""
