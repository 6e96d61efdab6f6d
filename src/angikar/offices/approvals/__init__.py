"""What takes two people: asked by one, confirmed or refused by another, within some days."""
