"""Background work: what takes longer than a click is asked for here and done by a worker of `sourcebook serve`.

A kind of work is a function in an app's module `work.py`, which is found by itself:

    @kind_of_work("import", _("Import"), {"read": _("Reading"), "write": _("Writing")})
    def import_folder(journal: Journal, *, folder: str) -> None:
        with journal.step("read") as step:
            step.tell(3, 20)
        journal.outcome(_("20 records brought in."), (_("See them"), address))

`start("import", "letters.zip", by=user, folder="…")` asks for it: in the transaction of the caller, so that the work is
there when what it works on is there. `message_of(run)` is what the desk tells whoever clicked: a sentence with live
progress and a link to `address_of(run)`. Work may be cut off anywhere and is then done again from the beginning, so
that it must be safe to repeat. A SourcebookError becomes the sentence why it failed; `again(run)` is "Try again".
"""

from sourcebook.publishing.background.doing import Journal
from sourcebook.publishing.background.kinds import kind_of_work
from sourcebook.publishing.background.showing import address_of, message_of
from sourcebook.publishing.background.starting import again, start

__all__ = ["Journal", "address_of", "again", "kind_of_work", "message_of", "start"]
