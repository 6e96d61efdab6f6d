"""The register of decisions: entered when minutes are issued, updated as reports come in."""
