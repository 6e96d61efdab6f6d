"""What all letters share: head, body, foot, passages, the printed form and its laws."""
