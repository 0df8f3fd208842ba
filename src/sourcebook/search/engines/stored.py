"""What engines keep of a document to show it again: its JSON form, without what is only searched."""

import msgspec

from sourcebook.search.documents import PassageDocument, RecordDocument

encode = msgspec.json.Encoder().encode
decode_record = msgspec.json.Decoder(RecordDocument).decode
decode_passage = msgspec.json.Decoder(PassageDocument).decode


def stored(document: RecordDocument) -> RecordDocument:
    """The record's document without its words and passages, which are kept by themselves or only searched."""
    return msgspec.structs.replace(document, words=(), passages=())
