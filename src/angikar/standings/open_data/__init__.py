"""Open data: one row for each indicator and quarter of plans, as files with a package that describes them."""
