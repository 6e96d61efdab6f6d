"""How much goes with an act that takes two people."""
