"""Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian in Latin letters."""

from sourcebook.vocabulary.romanisation.table import Romanisation, pairs

_SAME = pairs("а a б b в v д d е e з z к k л l м m н n о o п p р r с s т t у u ф f")
_HUSHING = pairs("ж zh ч ch ш sh щ shch х kh ц ts")
_CARONS = pairs("ж ž ч č ш š щ šč х ch ц c")
_APOSTROPHE = pairs("' - ’ - ʼ -")

UKRAINIAN = (
    Romanisation(
        code="ala-lc",
        language="uk",
        letters=_SAME
        | _HUSHING
        | pairs("г h ґ g є i͡e ж z͡h и y і i ї ï й ĭ ц t͡s ь ʹ ю i͡u я i͡a")
        | _APOSTROPHE,
    ),
    Romanisation(
        code="national-2010",
        language="uk",
        letters=_SAME | _HUSHING | pairs("г h ґ g зг zgh є ie и y і i ї i й i ь - ю iu я ia") | _APOSTROPHE,
        first=pairs("є ye ї yi й y ю yu я ya"),
    ),
    Romanisation(
        code="bgn-pcgn",
        language="uk",
        letters=_SAME | _HUSHING | pairs("г h ґ g є ye и y і i ї yi й y ь ’ ю yu я ya"),
    ),
    Romanisation(
        code="scholarly",
        language="uk",
        letters=_SAME | _CARONS | pairs("г h ґ g є je и y і i ї ji й j ь ʹ ю ju я ja") | _APOSTROPHE,
    ),
    Romanisation(
        code="iso9",
        language="uk",
        letters=_SAME | _CARONS | pairs("г g ґ g̀ є ê и i і ì ї ï й j х h щ ŝ ь ʹ ю û я â"),
    ),
    Romanisation(
        code="german",
        language="uk",
        letters=_SAME
        | pairs("в w г h ґ g ж sch ч tsch ш sch щ schtsch х ch ц z з s є je и y і i ї ji й j ь - ю ju я ja")
        | _APOSTROPHE,
    ),
    Romanisation(
        code="polish",
        language="uk",
        letters=_SAME
        | pairs("в w г h ґ g ж ż ч cz ш sz щ szcz х ch ц c є je и y і i ї ji й j ь - ю ju я ja л ł")
        | pairs("лі li ле le лю lu ля la ль l")
        | _APOSTROPHE,
        last=pairs("ський ski ий y"),
    ),
)

BELARUSIAN = (
    Romanisation(
        code="ala-lc",
        language="be",
        letters=_SAME
        | _HUSHING
        | pairs("г h ё i͡o ж z͡h і i й ĭ ў ŭ ц t͡s ы y ь ʹ э ė ю i͡u я i͡a")
        | _APOSTROPHE,
    ),
    Romanisation(
        code="bgn-pcgn",
        language="be",
        letters=_SAME | _HUSHING | pairs("г h е ye ё yo і i й y ў w ы y ь ’ э e ю yu я ya"),
    ),
    Romanisation(
        code="national-2007",
        language="be",
        letters=_SAME
        | _CARONS
        | pairs("г h е ie ё io і i й j ў ŭ ы y нь ń сь ś ць ć зь ź ль ĺ ь - э e ю iu я ia"),
        after_vowel=pairs("е je ё jo ю ju я ja"),
    ),
)

BULGARIAN = (
    Romanisation(
        code="official-2009",
        language="bg",
        letters=_SAME | pairs("г g и i й y ж zh ч ch ш sh щ sht х h ц ts ъ a ь y ю yu я ya"),
        last=pairs("ия ia"),
    ),
    Romanisation(
        code="ala-lc",
        language="bg",
        letters=_SAME | pairs("г g и i й ĭ ж zh ч ch ш sh щ sht х kh ц t͡s ъ ŭ ь ʹ ю i͡u я i͡a ѣ i͡e ѫ u̇"),
        last=pairs("ъ -"),
    ),
    Romanisation(
        code="scholarly",
        language="bg",
        letters=_SAME | _CARONS | pairs("г g и i й j щ št ъ ă ь ʹ ю ju я ja ѣ ě ѫ ă"),
    ),
)

_GAJ = _SAME | pairs("г g и i ж ž х h ц c ч č ш š ј j љ lj њ nj џ dž")
SERBIAN = (
    Romanisation(code="gaj", language="sr", letters=_GAJ | pairs("ђ đ ћ ć")),
    Romanisation(
        code="popular",
        language="sr",
        letters=_SAME | pairs("г g и i ж zh х h ц ts ч ch ш sh ј y љ ly њ ny џ dzh ђ dj ћ ch"),
    ),
)
MACEDONIAN = (
    Romanisation(code="official", language="mk", letters=_GAJ | pairs("ѓ ǵ ќ ḱ ѕ dz")),
    Romanisation(
        code="popular",
        language="mk",
        letters=_SAME | pairs("г g и i ж zh х h ц c ч ch ш sh ј j љ lj њ nj џ dj ѓ gj ќ kj ѕ dz"),
    ),
)

TABLES = (*UKRAINIAN, *BELARUSIAN, *BULGARIAN, *SERBIAN, *MACEDONIAN)
