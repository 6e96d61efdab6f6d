"""Who is who: offices, their posts, the officers, and who holds which post since when."""
