"""What the desk's forms ask of the formats that are read."""
