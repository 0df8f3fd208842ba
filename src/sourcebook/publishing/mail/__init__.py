"""E-mail: a click lays letters into the outbox, the worker sends them, so that no click waits for a mail server."""
