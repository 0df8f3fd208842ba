"""The essay's form: Markdown shown as Wagtail blocks, and written back."""
