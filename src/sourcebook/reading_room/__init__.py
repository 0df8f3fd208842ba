"""The reading room: pages baked from published records. It knows records and catalogues, never the desk."""
