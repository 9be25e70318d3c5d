"""Closed classes that clauses and noun phrases are built with."""

from __future__ import annotations

__all__ = [
    "ACCUSATIVE",
    "ATTACHING",
    "COMPLEMENTIZERS",
    "COORDINATORS",
    "CORRELATES",
    "DATIVE",
    "DETERMINERS",
    "FEMININE_ENDINGS",
    "GENITIVE",
    "PREPOSITIONS",
    "PRONOUNS_OBJECT",
    "PRONOUNS_SUBJECT",
    "QUESTION_WORDS",
    "RELATIVE_PRONOUNS",
    "SUBORDINATORS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMPLEMENTIZERS = _words("dass daß ob")
"""They open a clause that says what was said: "sagte, dass es regnet" (that it rains)."""
QUESTION_WORDS = _words(
    "wie warum weshalb wieso wann wo wohin woher womit wofür wogegen worüber wodurch worauf wovon woran "
    "inwieweit inwiefern was wer wem wen welche welcher welches welchen wieviel"
)
SUBORDINATORS = _words(
    "weil wenn als obwohl obgleich nachdem während bevor ehe bis damit da falls sofern indem sodass "
    "sobald solange seit seitdem wonach demzufolge zumal sooft wohingegen wobei woraufhin weswegen "
    "indes wenngleich soweit insofern"
)
RELATIVE_PRONOUNS = _words(
    "der die das dem den dessen deren denen welcher welche welches welchem welchen"
)
COORDINATORS = _words("und oder aber sondern doch denn sowie beziehungsweise bzw. jedoch")
CORRELATES = _words(
    "davon damit darauf dazu daran dafür dagegen darüber darin darum daraus dahingehend dabei"
)
"""They point ahead to the clause: "geht davon aus, dass …" (assumes that)."""

DETERMINERS = _words(
    "der die das des dem den ein eine einen einem einer eines kein keine dieser diese dieses diesem diesen "
    "jener jene jenes jenem jenen sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres "
    "unser unsere mein meine meiner meinem beide beiden mehrere mehreren mehrerer einige einigen einiger "
    "viele vielen vieler alle allen aller zahlreiche zahlreichen zahlreicher manche welche"
)
GENITIVE = _words("der des eines einer dieser dieses seines seiner ihres ihrer mehrerer deren dessen")
DATIVE = _words("dem einem diesem seinem ihrem ihm ihnen uns mir jenem")
ACCUSATIVE = _words("den einen diesen seinen ihren ihn mich")
PRONOUNS_SUBJECT = _words("er sie es man wir ich dieser diese dieses letztere letzterer beide jener jene")
PRONOUNS_OBJECT = _words("sich ihm ihn ihnen uns mir mich ihr")
PREPOSITIONS = _words(
    "in im an am auf aus bei beim mit nach von vom vor zu zum zur für gegen über unter um durch ohne seit "
    "während wegen trotz gegenüber zwischen hinter neben bis ab laut gemäß zufolge anlässlich angesichts "
    "aufgrund bezüglich hinsichtlich innerhalb außerhalb mittels ins ans aufs per pro entgegen dank "
    "infolge mithilfe statt anstatt unterhalb oberhalb entlang"
)
ATTACHING = _words("von vom für gegen zur zum bei beim der aus in im am an über nach mit")
"""Prepositions whose phrase may belong to the noun before it ("die Regierung in Lomé")."""
FEMININE_ENDINGS = (
    "ung", "heit", "keit", "schaft", "tät", "ion", "erin", "tin", "fin", "gin", "din", "kin", "sin", "ei",
    "enz", "anz", "ie", "ik", "atur",
    "gruppe", "presse", "agence", "zeitung", "agentur", "stadt", "bank", "welt", "firma",
)  # fmt: skip
"""Endings of nouns after which "der" is a genitive or dative ("der Zeitung", to the paper)."""
