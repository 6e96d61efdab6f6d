"""The guide: what each person does from the first day on, in pages that every screen opens with "?"."""
