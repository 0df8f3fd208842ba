"""What was published of one thing and when, at the desk: listed, compared, and brought back as a draft."""
