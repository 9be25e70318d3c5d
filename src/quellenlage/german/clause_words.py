"""Closed classes that clauses and noun phrases are built with."""

from __future__ import annotations

__all__ = [
    "ABOUT",
    "ABOUT_THIS",
    "ACCUSATIVE",
    "AGENTS",
    "ALSO_PREPOSITIONS",
    "AMBIGUOUS_DATIVES",
    "AND",
    "AS",
    "ATTACHING",
    "AUXILIARIES",
    "BARE_PRONOUNS",
    "BE",
    "BELONGING",
    "BESIDE_ANSWERS",
    "CITES",
    "COMPLEMENTIZERS",
    "CONDITIONS",
    "CONTINUING_COORDINATORS",
    "CONVERSATIONS",
    "COORDINATORS",
    "COPULAS",
    "CORRELATES",
    "DATIVE",
    "DATIVE_ARTICLES",
    "DATIVE_PLURAL_ENDINGS",
    "DEGREES",
    "DETERMINERS",
    "EITHER_CASE",
    "ES",
    "EXPERIENCERS",
    "FEMININE_ENDINGS",
    "FINITE_ENDINGS",
    "FIRST_PERSON",
    "FOR",
    "FRAME_OPENERS",
    "GENITIVE",
    "HOW",
    "INFLECTED_ENDINGS",
    "INTERVIEW",
    "INVERSIONS",
    "JOINERS",
    "JOINT",
    "KNOWN_ARTICLES",
    "MISTAGGED_ADJECTIVE",
    "MODALS",
    "MOTIONS",
    "NAMING_WORDS",
    "NEGATIONS",
    "NOBODY",
    "NOMINATIVES",
    "NOT_OF_UTTERANCE",
    "NO_PREFIX",
    "NO_SPEAKERS",
    "OBJECTS",
    "OBJECT_WORDS",
    "OF",
    "OWNERS",
    "OWNER_ENDINGS",
    "PAIRED",
    "PAIR_FILLERS",
    "PARTICIPLE_ENDINGS",
    "PARTICIPLE_PREFIX",
    "PARTICIPLE_PREFIXES",
    "PASSIVE",
    "PASSIVE_PARTICIPLE",
    "PEOPLE",
    "PERSONAL_PRONOUNS",
    "PLACES",
    "PLURAL_ENDING",
    "POINTING_ADVERBS",
    "POINTS_AHEAD",
    "POSSESSIVES",
    "PREPOSITIONS",
    "PRONOUNS_OBJECT",
    "PRONOUNS_SUBJECT",
    "PURPOSE",
    "QUESTION_WORDS",
    "REFLEXIVE",
    "RELATIVE_PRONOUNS",
    "RESTING_OPENERS",
    "RULES_NOT_TIMES",
    "SAYS_IT",
    "SHORTLY",
    "SHORTLY_BEFORE",
    "SINGULAR_DEFINITE",
    "SO",
    "SOURCES",
    "SPELT_APART",
    "SUBJECT_ARTICLES",
    "SUBORDINATORS",
    "TEXT_PLACES",
    "TEXT_VERBS",
    "THIS",
    "TITLE_ENDINGS",
    "TITLE_VERBS",
    "TO_WHOM",
    "TURNS",
    "VERBATIM",
    "WHOLE_PRONOUNS",
    "WITH_SUBJECT_ONLY",
    "ZU",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMPLEMENTIZERS = _words("dass daß ob")
"""They open a clause that says what was said: "sagte, dass es regnet" (that it rains)."""
QUESTION_WORDS = _words(
    "wie warum weshalb wieso wann wo wohin woher womit wofür wogegen worüber wodurch worauf "
    "wovon woran inwieweit inwiefern was wer wem wen welche welcher welches welchen wieviel"
)
SUBORDINATORS = _words(
    "weil wenn als obwohl obgleich nachdem während bevor ehe bis damit da falls sofern indem "
    "sodass sobald solange seit seitdem wonach demzufolge zumal sooft wohingegen wobei "
    "woraufhin weswegen indes wenngleich soweit insofern"
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
    "der die das des dem den ein eine einen einem einer eines kein keine dieser diese dieses "
    "diesem diesen jener jene jenes jenem jenen sein seine seinen seinem seiner seines ihr "
    "ihre ihren ihrem ihrer ihres unser unsere mein meine meiner meinem beide beiden mehrere "
    "mehreren mehrerer einige einigen einiger viele vielen vieler alle allen aller zahlreiche "
    "zahlreichen zahlreicher manche welche"
)
GENITIVE = _words(
    "der des eines einer dieser dieses seines seiner ihres ihrer mehrerer deren dessen"
)
DATIVE = _words("dem einem diesem seinem ihrem ihm ihnen uns mir jenem")
ACCUSATIVE = _words("den einen diesen seinen ihren ihn mich")
PRONOUNS_SUBJECT = _words(
    "er sie es man wir ich dieser diese dieses letztere letzterer beide jener jene"
)
POINTING_ADVERBS = _words("dafür davon dazu daran dagegen")
"""Words by which an answer points at what was said just before it."""
BESIDE_ANSWERS = frozenset(
    "Sprecher Sprecherin Frage Anfrage Pressekonferenz Mittwoch Woche Interview Fall Thema".split()
)
"""Nouns beside an answer that name nothing told: "bestätigte ein Sprecher auf Anfrage"."""
POSSESSIVES = ("sein", "ihre", "ihren", "ihrem", "ihrer", "mein", "deren", "dessen")
"""How a word begins that tells whose something is: "nach seinem Bekunden"."""
PRONOUNS_OBJECT = _words("sich ihm ihn ihnen uns mir mich ihr")
PREPOSITIONS = _words(
    "in im an am auf aus bei beim mit nach von vom vor zu zum zur für gegen über unter um "
    "durch ohne seit während wegen trotz gegenüber zwischen hinter neben bis ab laut gemäß "
    "zufolge anlässlich angesichts aufgrund bezüglich hinsichtlich innerhalb außerhalb "
    "mittels ins ans aufs per pro entgegen dank infolge mithilfe statt anstatt unterhalb "
    "oberhalb entlang"
)
ATTACHING = _words("von vom für gegen zur zum bei beim der aus in im am an über nach mit")
"""Prepositions whose phrase may belong to the noun before it ("die Regierung in Lomé")."""
FEMININE_ENDINGS = (
    "ung", "heit", "keit", "schaft", "tät", "ion", "erin", "tin", "fin", "gin", "din", "kin",
    "sin", "ei", "enz", "anz", "ie", "ik", "atur",
    "gruppe", "presse", "agence", "zeitung", "agentur", "stadt", "bank", "welt", "firma",
)  # fmt: skip
"""Endings of nouns after which "der" is a genitive or dative ("der Zeitung", to the paper)."""

AND = "und"
"""Joins clauses, predicates and phrases."""
AS = "als"
""" "bezeichnete es als …" (called it …)."""
FOR = "für"
""" "hält es für …" (thinks it …)."""
HOW = "wie"
"""Opens "wie die Bahn mitteilte" (as the railway said)."""
SO = "so"
"""Opens ", so die Bahn" (according to the railway)."""
ZU = "zu"
"""Marks an infinitive."""
ES = "es"
""" "heißt es" (it says)."""
PEOPLE = "man"
"""Nobody in particular."""
PASSIVE_PARTICIPLE = "worden"
""" "ist bestätigt worden" (has been confirmed)."""
JOINERS = _words("und sowie oder &")
"""They join noun phrases."""
JOINT = _words("und sowie noch &")
"""They join speakers."""
OF = _words("von vom")
"""They open a phrase that can stand for a genitive."""
OWNERS = _words("von vom aus seitens")
"""They name whose utterance a noun is."""
SOURCES = _words("von vom aus seitens bei beim")
"""They name the source behind a noun of utterance."""
OWNER_ENDINGS = ("s", "ß", "x", "z", "'", "’")
"""How a name in the genitive ends: "Holms Meinung", "Hans' Meinung"."""
AGENTS = _words("von vom durch seitens")
"""They name who acts in the passive."""
TEXT_PLACES = _words("in im aus bei beim von vom laut seitens")
""" "In [dem Brief] heißt es" (in the letter it says)."""
BELONGING = _words("für gegen zur zum")
"""Their phrase mostly belongs to the noun before."""
PLACES = _words("in aus bei beim")
"""Their phrase belongs to the noun before, if a name follows."""
NOBODY = _words("man niemand keiner")
"""Subjects that name no source."""
OBJECT_WORDS = _words("gleiches ähnliches selbiges dasselbe derartiges folgendes vieles manches")
"""Neuters in front of a verb that are its object: "Gleiches fordert der Verband"."""
DEGREES = _words(
    "weit weite viel viele vielen lange hoch hohe groß große oft häufig sehr stark schnell schlimm "
    "teuer gut schwer tief breit alt genau"
)
"""Behind wie they ask for a degree: "wie weit sich das Feuer ausbreitete" is no "as said"."""
FIRST_PERSON = _words(
    "ich wir mir mich uns mein meine meinen meinem meiner unser unsere unseren unserem"
)
"""They stand for the one who speaks, and an article seldom speaks of itself."""
VERBATIM = _words("wörtlich weiter dazu abschließend")
"""With a name before and a colon behind them they announce speech: "Holm wörtlich:"."""
SHORTLY = "kurz"
SHORTLY_BEFORE = (["zuvor"], ["danach"], ["darauf"], ["davor"], ["vor"], ["nach"], ["vorher"])
""" "Kurz zuvor hatte …" (shortly before): no man of this name."""
EXPERIENCERS = _words("ihm ihr ihnen")
"""In front of a verb they stand for one who tells what happens to him: "Ihm entgingen Aufträge"."""
REFLEXIVE = "sich"
""" "sich ausbreiten" says nothing."""
BE = "sein"
MOTIONS = ("gehen", "kommen", "fahren", "treten", "rudern", "rücken")
"""Their perfect has sein ("ist davon ausgegangen"); of other verbs it tells a state."""
NO_SPEAKERS = _words("man dies das es dieses")
"""Pronouns that cannot speak."""
ABOUT = _words("über von")
"""They open what a report is about."""
ABOUT_THIS = "darüber"
"""Points to what the sentence before tells: "Der Kurier hatte darüber berichtet"."""
THIS = _words("das dies")
"""They point to the sentence before."""
BARE_PRONOUNS = _words("dies das dieses was")
"""Alone, objects rather than subjects."""
WHOLE_PRONOUNS = _words("er dies alles jemand niemand")
"""Noun phrases of one word."""
FRAME_OPENERS = _words("so das dies dieses jedoch")
"""They may stand before the verb of a frame behind what is said."""
CONDITIONS = _words("wenn falls sofern")
"""They open a condition."""
PURPOSE = _words("um ohne statt anstatt")
"""With them a zu-infinitive is no complement."""
TURNS = _words("doch aber und während")
"""Behind them the indicative returns."""
CONTINUING_COORDINATORS = _words("und aber doch sondern denn oder")
"""A clause behind them goes on, it is no complement."""
WITH_SUBJECT_ONLY = _words("er man ich wir")
"""Pronouns that can only be subjects."""
NOMINATIVES = _words("der jeder jener")
"""Articles that before a masculine can only be its nominative."""
EITHER_CASE = _words("die das eine ein diese dieses keine kein ihre sein seine alle viele mehr")
"""Articles that are alike in nominative and accusative."""
SUBJECT_ARTICLES = _words("der die das")
"""Forms that can be a subject in a relative clause."""
DATIVE_ARTICLES = _words("dem der einem einer")
"""Articles of a dative."""
AMBIGUOUS_DATIVES = _words("der einer seiner ihrer dieser")
"""Dative only before a feminine noun."""
SINGULAR_DEFINITE = _words("der das dem des")
""" "der Zeuge" is known, "Zeugen" are not."""
NEGATIONS = _words("nicht nie")
"""They negate a clause."""
NAMING_WORDS = _words("als für einen eine ein")
"""One of them goes with a verb that names."""
PAIRED = _words("sowohl weder")
"""They open a pair of speakers."""
CONVERSATIONS = _words("mit")
""" "im Interview mit X" (in an interview with X)."""
RESTING_OPENERS = _words("unter mit")
""" "unter Berufung auf", "mit Verweis auf" (citing)."""
MODALS = _words("müssen können sollen wollen dürfen mögen")
"""Modal verbs."""
RULES_NOT_TIMES = _words("sollen müssen dürfen können")
"""With them danach means according to it."""
AUXILIARIES = _words("haben sein werden")
"""Auxiliary verbs."""
COPULAS = _words("sein zeigen äußern geben bleiben")
"""Verbs that go with an attitude."""
SAYS_IT = "heißen"
""" "heißt es" (it says)."""
CITES = "zitieren"
""" "wird zitiert" (is quoted)."""
PASSIVE = "werden"
"""The auxiliary of the passive."""
TEXT_VERBS = _words("hervorgehen entnehmen heißen verlauten")
"""Verbs of which a text is the source."""
TITLE_VERBS = _words("lauten heißen")
""" "Der Titel lautet …" (the title is …)."""
ALSO_PREPOSITIONS = _words("als seit während bis da damit indes")
"""Conjunctions that are other words too."""
INVERSIONS = {"sowohl": ("als", "wie"), "weder": ("noch",)}
"""What closes a pair of speakers: "sowohl A als auch B", "weder A noch B"."""
PAIR_FILLERS = _words("auch wie")
"""They may follow the closing word of a pair."""
PARTICIPLE_ENDINGS = (
    "ende", "enden", "ender", "ete", "eten", "eter", "te", "ten", "ter", "ene", "enen", "ener",
)  # fmt: skip
"""Endings of a participle before its noun ("die in Bonn lebende Autorin")."""
PARTICIPLE_PREFIXES = ("be", "ver", "ent", "er", "zer", "miss")
"""Verbs with them have a participle without ge."""
FINITE_ENDINGS = ("t", "te", "ten", "en", "n")
"""Endings that a finite verb can have."""
PLURAL_ENDING = "en"
"""In the plural the past of many verbs is alike in indicative and Konjunktiv II ("hielten")."""
DATIVE_PLURAL_ENDINGS = ("ern", "en", "eln")
"""Endings of those spoken to behind a name ("sagte Thorn Journalisten")."""
PARTICIPLE_PREFIX = "ge"
"""The prefix of a participle."""
NO_PREFIX = "kein"
"""Forms of kein begin with it."""
INTERVIEW = "interview"
"""Nouns for talks end in it."""
TITLE_ENDINGS = ("titel", "name", "motto", "thema", "bezeichnung")
"""Nouns that have a name, not words."""
POINTS_AHEAD = {"aus": "davon", "hin": "darauf"}
"""The adverb that is part of the cue with a split-off part: "geht davon aus", "wies darauf hin"."""
SPELT_APART = ("zu", "folge")
"""zufolge in its old spelling."""
NOT_OF_UTTERANCE = _words("über zu")
"""Behind a noun of utterance they open its topic, not its source."""
OBJECTS = (["gegen"], ["wegen"])
"""Behind a noun of utterance they tell an event: "nach Ermittlungen gegen Holm" is a time."""
MISTAGGED_ADJECTIVE = "bekannt"
"""Half of "bekannt geben"; never a verb."""
TO_WHOM = "gegenüber"
"""Names the one spoken to."""
KNOWN_ARTICLES = _words("den dem der diesen dieser diesem")
"""With them information in a frame phrase is known already: "den Angaben zufolge"."""
PERSONAL_PRONOUNS = _words("er sie ihm ihr ihn")
"""They mostly stand for persons."""
INFLECTED_ENDINGS = ("e", "en", "er", "es", "em", "end")
"""Endings of an adjective before its noun, and of the present participle."""
