"""The door for programs: what an officer may do by hand, with the same access functions and the same actions."""
