"""One office, one idea: submitted, looked into, tried, spread or dropped, each with a word."""
