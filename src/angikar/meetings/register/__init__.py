"""The register of decisions: laid when minutes are issued, turned as reports come in."""
