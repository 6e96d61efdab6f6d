"""A template of an office above, given to many offices below: each gets a draft in which the rows of the template are fixed."""
