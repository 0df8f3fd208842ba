"""What the source's form asks of the server while it is being filled in; for signed-in editors alone."""
