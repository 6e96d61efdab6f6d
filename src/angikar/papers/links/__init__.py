"""Plans inside plans: which whole plan stands for which row of a paper, and which plans are offered for it."""
