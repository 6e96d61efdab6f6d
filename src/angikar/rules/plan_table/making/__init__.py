"""Making a plan: its rows before a word is written, last year's rows carried over, rows added and moved, levels filled by rule."""
