from sourcebook.authorities.models.addresses import AbstractFormerSlug, AbstractLegacyAddress, check_slug
from sourcebook.authorities.models.authority import Authority, FormerSlug, LegacyAddress
from sourcebook.authorities.models.contribution import AbstractContribution
from sourcebook.authorities.models.desk_record import DeskRecord
from sourcebook.authorities.models.identifier import Identifier
from sourcebook.authorities.models.kinds import Event, Organisation, Person, Place, Term, place_field
from sourcebook.authorities.models.names import AbstractExternalIdentifier, ExternalIdentifier, Name
from sourcebook.authorities.models.relation import AbstractRelation, Relation

AUTHORITIES: dict[str, type[Authority]] = {
    model.KIND: model for model in (Place, Person, Organisation, Event, Term)
}
"""The model of each kind, places first, because others point to them."""

__all__ = [
    "AUTHORITIES", "AbstractContribution", "AbstractExternalIdentifier", "AbstractFormerSlug",
    "AbstractLegacyAddress", "AbstractRelation", "Authority", "DeskRecord", "Event", "ExternalIdentifier",
    "FormerSlug", "Identifier", "LegacyAddress", "Name", "Organisation", "Person", "Place", "Relation", "Term",
    "check_slug", "place_field",
]  # fmt: skip
