"""The agenda of a meeting: it writes itself from what stayed open, and is put in order by hand."""
