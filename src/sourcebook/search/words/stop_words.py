"""Words that say nothing of what a text is about; a question may have them, and no text need have them for it."""

from sourcebook.search.words.folding import fold

# Left out: words of one language that tell something in another, such as the German “war”, “die”, “man”, “hat” and
# “den”, the French “son” and “pour”, the Polish “ale” and “pod”, the Hungarian “van”.
_BY_LANGUAGE = {
    "en": "a an and are as at be been but by did do does for from had has have he her his how i if in "
    "into is it its me my of on or our she so than that the their them there these they this to "
    "was we were what when where which who whom whose why will with would you your about after "
    "before between during over under",
    "ru": "а без бы был была были было в во вы где для до его ее если же за и из или их к как какой "
    "когда кто ли мне мы на над не него нее ней них но о об он она они от по под при про с со "
    "так то у чего чем что эта эти это этот я",
    "uk": "а або без був була були було в від він вона вони да де для до з за зі й і із його к коли "
    "ми на над не по при про та те у чи що це ця я як",
    "de": "als am an auf aus bei bis das dass dem der des durch ein eine einem einen einer "
    "eines er es für ihr im in ist mit nach nicht oder sie sich sind und um unter von "
    "vor waren was wer wie wir zu zum zur über",
    "fr": "à au aux avec ce ces cette comme d dans de des du elle en est et il ils je l la le les "
    "leur mais ne nous on ou par pas qu que qui sa se ses sur un une vous était",
    "pl": "a być był była było by co czy dla do i ich jak jako jest jego jej kto który na nad nie "
    "o od oraz po przed przez przy się są ta te to w we z za ze że",
    "hu": "a az egy és hogy is ki mi mint nem vagy volt ez azt",
}

AS_WRITTEN: tuple[str, ...] = tuple(
    dict.fromkeys(word for words in _BY_LANGUAGE.values() for word in words.split())
)
"""Of all languages together: which language somebody asks in is not known."""

STOP_WORDS: frozenset[str] = frozenset(map(fold, AS_WRITTEN))
"""Their folded forms."""
