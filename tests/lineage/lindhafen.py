"""Invented articles to trace, and sentences by the dozen."""

from __future__ import annotations

import random

from quellenlage.model import Article

FIRST = (
    "Brücke über die Warne gesperrt",
    "Die alte Brücke über die Warne ist seit Dienstag für Lastwagen gesperrt.",
    "Gutachter fanden nach Angaben der Stadt Risse in drei von zwölf Pfeilern.",
    "Die Reparatur soll rund 4,2 Millionen Euro kosten und im Frühjahr beginnen.",
    "Bürgermeisterin Ilse Brandt sprach von einem schweren Schlag für den Hafen.",
    "Fuhrunternehmen müssen einen Umweg von vierzig Kilometern über Lindhafen fahren.",
)
OTHER = (
    "Neues Schwimmbad eröffnet",
    "Im Süden von Lindhafen hat am Samstag das neue Hallenbad seine Türen geöffnet.",
    "Mehr als tausend Besucher kamen zum ersten Tag der offenen Tür.",
    "Der Bau hatte sich wegen eines Streits mit dem Architekten um zwei Jahre verzögert.",
    "Die Eintrittspreise bleiben nach den Worten des Betreibers vorerst unverändert.",
    "Ein Becken für Springer fehlt, weil das Geld dafür nicht mehr gereicht hat.",
)
THIRD = (
    "Streit um die Fähre",
    "Die kleine Fähre nach Oldersum fährt ab Oktober nur noch am Wochenende.",
    "Der Kreis will damit jährlich rund 300.000 Euro für den Betrieb sparen.",
    "Anwohner haben bereits neunhundert Unterschriften gegen den Plan gesammelt.",
    "Ein Landwirt rechnete vor, dass sein Milchwagen künftig eine Stunde länger braucht.",
    "Über den Antrag entscheidet der Kreistag in seiner letzten Sitzung vor den Ferien.",
)

VOWELS = ("a", "e", "i", "o", "u", "ei", "au")
SYLLABLES = [first + vowel for first in "bdfghjklmnprstvwxz" for vowel in VOWELS]


def article(id: str, lines: tuple[str, ...] | list[str], **known: object) -> Article:
    """An article of these paragraphs."""
    return Article(id=id, text="\n\n".join(lines), **known)  # type: ignore[arg-type]


def sentences(number: int, seed: int = 0, words: int = 12) -> list[str]:
    """Sentences of words nobody uses, each like no other."""
    draw = random.Random(seed)

    def word() -> str:
        return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4)))

    return [
        " ".join([word().capitalize(), *(word() for _ in range(words - 1))]) + "."
        for _ in range(number)
    ]
