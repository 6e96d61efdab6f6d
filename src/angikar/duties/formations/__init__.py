"""The bodies a circular forms, office by office, and what they owe."""
