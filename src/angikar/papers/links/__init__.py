"""Plans inside plans: which whole plan stands for which row of a paper, and what is offered for it."""
