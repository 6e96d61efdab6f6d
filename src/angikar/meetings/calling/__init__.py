"""Before a meeting: how often a body meets, its next meetings, their agendas and notices."""
