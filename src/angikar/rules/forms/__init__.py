"""Small forms: their fields, the answers they take, incidents and spending."""
