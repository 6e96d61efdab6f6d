"""Intake: files that take long to read are read beside the pages, as jobs."""
