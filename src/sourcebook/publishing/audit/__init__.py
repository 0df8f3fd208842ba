"""The audit log: who did what at the desk, when, to which version; on top of Wagtail's own log, which only grows."""
