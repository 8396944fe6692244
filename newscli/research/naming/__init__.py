"""The grammar by which `newscli.research.names` finds names; each module a part of it."""
