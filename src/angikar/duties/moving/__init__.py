"""The day everything leads to, moved after issue: what falls due then, and what it was before."""
