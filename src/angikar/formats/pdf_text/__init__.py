"""How the text of a foreign PDF is put together: glyphs, lines, cells, pages."""
