"""Russian in Latin letters: by the standards, and as other peoples' newspapers print it.

The standards: the Library of Congress's table (ALA-LC, 1997), ISO 9:1995, ISO/R 9:1968 (the scholarly one), and that of
the United States Board on Geographic Names and the British Permanent Committee (1947). The habits: Duden's for German,
that of the Imprimerie nationale for French, and so on.
"""

from sourcebook.vocabulary.romanisation.table import Romanisation, pairs

_SAME = pairs("а a б b д d з z и i к k л l м m н n о o п p р r т t ф f")
_PLAIN = _SAME | pairs("в v г g с s у u ы y ь - ъ -")
_HUSHING = pairs("ж zh ч ch ш sh щ shch х kh ц ts")
_CARONS = pairs("ж ž ч č ш š ц c")
_OLD = pairs("і i ѣ e ѳ f ѵ i")

ALA_LC = Romanisation(
    code="ala-lc",
    language="ru",
    letters=_PLAIN | _HUSHING | pairs("е e ё ë й ĭ ц t͡s ъ ʺ ь ʹ э ė ю i͡u я i͡a і ī ѣ i͡e ѳ ḟ ѵ ẏ"),
    last=pairs("ъ -"),
)
ISO_9 = Romanisation(
    code="iso9",
    language="ru",
    letters=_PLAIN | _CARONS | pairs("х h щ ŝ е e ё ë й j ъ ʺ ь ʹ э è ю û я â і ì ѣ ě ѳ f̀ ѵ ỳ"),
)
SCHOLARLY = Romanisation(
    code="scholarly",
    language="ru",
    letters=_PLAIN | _CARONS | pairs("х ch щ šč е e ё ë й j ъ ʺ ь ʹ э ė ю ju я ja і i ѣ ě ѳ f ѵ i"),
)
SCHOLARLY_X = Romanisation(code="scholarly-x", language="ru", letters=SCHOLARLY.letters | {"х": "x"})
BGN_PCGN = Romanisation(
    code="bgn-pcgn",
    language="ru",
    letters=_PLAIN | _HUSHING | _OLD | pairs("е e ё ë й y ъ ” ь ’ э e ю yu я ya"),
    after_vowel=pairs("е ye ё yë"),
)
POPULAR = Romanisation(
    code="popular",
    language="ru",
    letters=_PLAIN | _HUSHING | _OLD | pairs("е e ё e й y э e ю yu я ya кс x ий iy"),
    first=pairs("е ye ё yo э e"),
    last=pairs("ий y ый y ая aya ия ia"),
)
POPULAR_YE = Romanisation(
    code="popular",
    language="ru",
    letters=_PLAIN | _HUSHING | _OLD | pairs("е e ё yo й i э e ю iu я ia"),
    after_vowel=pairs("е ye ё yo ю yu я ya"),
    after_sibilant=pairs("ё o"),
    last=pairs("ский sky ий y ый y й y"),
)
GERMAN = Romanisation(
    code="german",
    language="ru",
    letters=_SAME
    | _OLD
    | pairs(
        "в w г g с s у u ы y ь - ъ - ж sch ч tsch ш sch щ schtsch х ch ц z з s е e ё jo й j э e ю ju я ja кс x"
    ),
    after_vowel=pairs("е je"),
    after_sibilant=pairs("ё o"),
    last=pairs("ий i ый y ой oi ай ai ей ei"),
)
FRENCH = Romanisation(
    code="french",
    language="ru",
    letters=_SAME
    | _OLD
    | pairs("в v г g с s у ou ы y ь - ъ - ж j ч tch ш ch щ chtch х kh ц ts е e ё io й ï э e ю iou я ia кс x"),
    after_vowel=pairs("е ie я ya"),
    after_sibilant=pairs("ё e"),
    before=pairs("ге gu ги gu"),
    last=pairs("ий i ый y ин ine ын yne"),
)
POLISH = Romanisation(
    code="polish",
    language="ru",
    letters=_SAME
    | _OLD
    | pairs("в w г g с s у u ы y ь ’ ъ - ж ż ч cz ш sz щ szcz х ch ц c й j э e е ie ё io ю iu я ia л ł")
    | pairs("ле le ли li лё lo лю lu ля la ль l"),
    after_vowel=pairs("е je ё jo ю ju я ja"),
    after_sibilant=pairs("е e ё o"),
    last=pairs("ий i ый y ской skoj ский ski"),
)
TURKISH = Romanisation(
    code="turkish",
    language="ru",
    letters=_SAME
    | _OLD
    | pairs("в v г g с s у u ы ı ь - ъ - ж j ч ç ш ş щ şç х h ц ts й y э e е e ё yo ю yu я ya"),
    after_vowel=pairs("е ye"),
    after_sibilant=pairs("ё o"),
)
TURKISH_E = Romanisation(
    code="turkish",
    language="ru",
    letters=TURKISH.letters | pairs("ё e"),
    first=pairs("х k"),
    after_vowel=pairs("е ye"),
)
AZERBAIJANI = Romanisation(
    code="azerbaijani",
    language="ru",
    letters=TURKISH.letters | pairs("х x щ şş ж j ы ı г q э e"),
    after_vowel=pairs("е ye"),
    after_sibilant=pairs("ё o"),
)
HUNGARIAN = Romanisation(
    code="hungarian",
    language="ru",
    letters=_SAME
    | _OLD
    | pairs("в v г g с sz у u ы i ь - ъ - ж zs ч cs ш s щ scs х h ц c й j э e е e ё jo ю ju я ja")
    | pairs("ни nyi не nye нё nyo ню nyu ня nya нь ny дь gy ть ty ль l"),
    after_vowel=pairs("е je"),
    after_sibilant=pairs("ё o"),
)
CZECH = Romanisation(
    code="czech",
    language="ru",
    letters=SCHOLARLY.letters | _OLD | pairs("ё jo щ šč ь - ъ - э e"),
    after_sibilant=pairs("ё o"),
    last=pairs("ий ij ский ský"),
)
SERBO_CROATIAN = Romanisation(
    code="serbo-croatian", language="ru", letters=CZECH.letters | {"х": "h"}, after_sibilant=pairs("ё o")
)
SPANISH = Romanisation(
    code="spanish",
    language="ru",
    letters=_PLAIN | _HUSHING | _OLD | pairs("х j щ sch е e ё io й i э e ю iu я ia"),
    after_sibilant=pairs("ё o"),
    before=pairs("ге gu ги gu"),
    last=pairs("ий i ый i"),
)
ITALIAN = Romanisation(
    code="italian",
    language="ru",
    letters=_PLAIN
    | _OLD
    | pairs("ж g ч c ш sc щ sc х c ц z е e ё io й i э e ю iu я ia ша scia ча cia чо cio"),
    before=pairs("хе ch хи ch ге gh ги gh"),
    last=pairs("ий i ый i"),
)
FINNISH = Romanisation(
    code="finnish",
    language="ru",
    letters=_PLAIN | _OLD | pairs("ж ž ч tš ш š щ štš х h ц ts е e ё jo й i э e ю ju я ja"),
    after_vowel=pairs("е je"),
    after_sibilant=pairs("ё o"),
)

TABLES = (
    ALA_LC,
    ISO_9,
    SCHOLARLY,
    SCHOLARLY_X,
    BGN_PCGN,
    POPULAR,
    POPULAR_YE,
    GERMAN,
    FRENCH,
    POLISH,
    TURKISH,
    TURKISH_E,
    AZERBAIJANI,
    HUNGARIAN,
    CZECH,
    SERBO_CROATIAN,
    SPANISH,
    ITALIAN,
    FINNISH,
)
