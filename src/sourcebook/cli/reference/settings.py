"""`settings.md`: what `archive.toml` may say."""

import json

import msgspec

from sourcebook.archive_folder import ENVIRONMENT, MAIL_PASSWORD, SETTINGS, Mail, Settings
from sourcebook.cli.reference.markdown import code, page, table
from sourcebook.cli.reference.source_text import own_fields

LEAD = f"""`{SETTINGS}` in the archive's folder holds the settings of that archive, in TOML; every line may be
left out, and a setting that is not listed here is refused. What the archive is called and in which languages
it speaks is no setting: it is part of [the archive's record](record.md#archive) and is changed at the desk."""

SURROUNDINGS = f"""## From the surroundings

| variable | means |
| --- | --- |
| `{ENVIRONMENT}` | The archive's folder, where a command is given no `--archive`. |
| `{MAIL_PASSWORD}` | The password of the mail server, where `password_file` is left out. |

Beside `{SETTINGS}` lies the file `secret`, which signs the sessions of those who are signed in. It is made
with the archive; keep it to yourself, and delete it to sign everybody out: the next start makes another."""


MAIL = """## E-mail

The table `[mail]` names a mail server: see [Send e-mail](../how-to/send-e-mail.md)."""


def settings_page() -> str:
    """Every setting with its default and its meaning."""
    of_mail = table(["setting", "default", "means"], _rows(Mail, "mail."))
    return page(
        "Settings", LEAD, table(["setting", "default", "means"], _rows(Settings)), MAIL, of_mail, SURROUNDINGS
    )


def _rows(struct: type[msgspec.Struct], above: str = "") -> list[list[str]]:
    return [
        [code(above + field.name), code(json.dumps(msgspec.to_builtins(field.default))), field.docstring]
        for field in own_fields(struct)
    ]
