"""The JSON form of records: what `record.json` holds, what is hashed, what is preserved."""

import hashlib

import msgspec

from sourcebook.errors import SourcebookError
from sourcebook.record.authorities import Event, Organisation, Person, Place, Term
from sourcebook.record.source import Source
from sourcebook.record.subjects import Archive, Subject, Theme, Year
from sourcebook.sentences import Sentence

Record = Archive | Year | Theme | Subject | Source | Person | Organisation | Place | Event | Term

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Record)


class RecordError(SourcebookError, ValueError):
    """JSON that is no record of this format; the message says where."""


def encode(record: Record) -> bytes:
    """UTF-8 JSON; equal records give equal bytes (map keys sorted, fields in the struct's order)."""
    return _encoder.encode(record)


def decode(data: bytes) -> Record:
    try:
        record: Record = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(Sentence("This is not a record: {error}.", error=error)) from error
    return record


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal, of a record's JSON form."""
    return hashlib.sha256(data).hexdigest()
