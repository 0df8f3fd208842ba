"""The archive's own Markdown: parsed into tokens for pages, read into blocks for the editor, and written back."""
