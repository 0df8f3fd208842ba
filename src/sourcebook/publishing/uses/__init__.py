"""Where things are used: who points to whom on the desk, in fields, texts and drafts, kept with every write."""
