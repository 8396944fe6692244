"""How the answers of the research verbs are told: one module a verb, for every form."""
