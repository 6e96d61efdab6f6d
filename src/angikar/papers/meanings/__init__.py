"""Which posts the words of a paper mean, where a person had to say it; remembered for the papers that follow."""
