"""For a reader at a terminal. The one place that knows Rich, and only its text and its bars."""
