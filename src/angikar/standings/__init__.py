"""What it adds up to across offices: marks kept as they change, who has reported, ranks and their history."""
