from sourcebook.authorities.models.addresses import AbstractFormerSlug, AbstractLegacyAddress, check_slug
from sourcebook.authorities.models.authority import Authority, FormerSlug, LegacyAddress, NameWord, name_words
from sourcebook.authorities.models.changed import Changed
from sourcebook.authorities.models.contribution import AbstractContribution
from sourcebook.authorities.models.desk_record import DeskRecord
from sourcebook.authorities.models.identifier import Identifier
from sourcebook.authorities.models.kinds import Event, Organisation, Person, Place, Term, place_field
from sourcebook.authorities.models.names import AbstractExternalIdentifier, ExternalIdentifier, Name
from sourcebook.authorities.models.relation import AbstractRelation, Relation
from sourcebook.authorities.models.saved_filter import SavedFilter
from sourcebook.authorities.models.word import AbstractWord

AUTHORITIES: dict[str, type[Authority]] = {
    model.KIND: model for model in (Place, Person, Organisation, Event, Term)
}
"""The model of each kind, places first, because others point to them."""

__all__ = [
    "AUTHORITIES", "AbstractContribution", "AbstractExternalIdentifier", "AbstractFormerSlug",
    "AbstractLegacyAddress", "AbstractRelation", "AbstractWord", "Authority", "Changed", "DeskRecord", "Event",
    "ExternalIdentifier", "FormerSlug", "Identifier", "LegacyAddress", "Name", "NameWord", "Organisation", "Person",
    "Place", "Relation", "SavedFilter", "Term", "check_slug", "name_words", "place_field",
]  # fmt: skip
