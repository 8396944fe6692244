"""The grammar by which `newscli.research.quotations` reads quotations; each module a part of it."""
