"""What is said beside the places of a draft: threads of comments with suggested values, who is asked for them, rounds of a draft."""
