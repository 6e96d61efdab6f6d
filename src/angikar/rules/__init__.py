"""The room that thinks: pure functions on frozen values, without Django, files or a clock."""
