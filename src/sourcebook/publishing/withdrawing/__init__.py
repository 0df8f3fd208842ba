"""Taking down and putting back at the desk: the question why, the list of what was taken down, the button back."""
