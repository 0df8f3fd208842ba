"""Publishing many things in one act: what links to each other goes together, what has faults stays behind."""
