"""What the editor's buttons set going."""
