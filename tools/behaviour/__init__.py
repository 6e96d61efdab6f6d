"""Records what the system does, seen only from outside, so that a refactoring can be shown to have changed nothing."""
