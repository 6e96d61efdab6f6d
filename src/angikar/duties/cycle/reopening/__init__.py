"""Opening a closed quarter again for a while: asked by its office, granted or declined by the office above."""
