"""The register in bulk: offices, posts, officers and charges as lists that are read, compared and written in one transaction."""
