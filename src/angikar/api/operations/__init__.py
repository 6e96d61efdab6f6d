"""The operations of the API, a module for each subject; each asks the access functions and calls the actions that the screens do."""
