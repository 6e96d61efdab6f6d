"""Posts as they change: their facts, closing them, and rights given for them from day to day."""
