"""The Bangla ground: digits, words, both calendars, dates, one form of text, memo numbers and Bijoy."""
