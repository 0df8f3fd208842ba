"""The search index and the published library, joined: what search asks of the library, and the step that indexes."""
