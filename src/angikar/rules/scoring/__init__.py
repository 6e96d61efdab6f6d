"""From reports to marks: what the quarters come to, what that earns, and every step of it kept."""
