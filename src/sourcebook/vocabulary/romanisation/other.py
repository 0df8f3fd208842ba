"""Georgian and Greek in Latin letters."""

from sourcebook.vocabulary.romanisation.table import Romanisation, pairs

_GEORGIAN = pairs("ა a ბ b გ g დ d ე e ვ v ზ z ი i ლ l მ m ნ n ო o რ r ს s უ u ჰ h")
GEORGIAN = (
    Romanisation(
        code="national-2002",
        language="ka",
        capitals=True,
        letters=_GEORGIAN
        | pairs("თ t კ k პ p ჟ zh ტ t ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j"),
    ),
    Romanisation(
        code="ala-lc",
        language="ka",
        capitals=True,
        letters=_GEORGIAN | pairs("თ tʻ კ k პ p ჟ ž ტ t ფ pʻ ქ kʻ ღ ġ ყ q შ š ჩ čʻ ც cʻ ძ ż წ c ჭ č ხ x ჯ j"),
    ),
)

_GREEK = pairs(
    "α a ά a β v γ g δ d ε e έ e ζ z θ th ι i ί i ϊ ï ΐ ḯ κ k λ l μ m ν n ξ x ο o ό o π p ρ r σ s ς s τ t ψ ps"
)
_DIPHTHONGS = pairs("ου ou ού ou γγ ng γξ nx γχ nch")
GREEK = (
    Romanisation(
        code="iso843",
        language="el",
        letters=_GREEK | _DIPHTHONGS | pairs("η i ή i υ y ύ y ϋ ÿ φ f χ ch ω o ώ o αυ av εύ ev ευ ev αύ av"),
        first=pairs("μπ b"),
    ),
    Romanisation(
        code="ala-lc",
        language="el",
        letters=_GREEK | _DIPHTHONGS | pairs("η ē ή ē υ y ύ y ϋ ÿ φ ph χ ch ω ō ώ ō αυ au ευ eu αύ au εύ eu"),
        first=pairs("μπ b ντ d γκ g ρ rh"),
    ),
)

TABLES = (*GEORGIAN, *GREEK)
