"""Many cells of a plan's sheet changed at once: a block pasted, a value filled down, a step taken back."""
