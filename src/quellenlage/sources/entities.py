"""What becomes a `Source`: somebody, or some body, while a story is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quellenlage.german.offices import Office

__all__ = ["Entity", "Kind", "Sight"]

Kind = Literal["person", "organisation", "state", "outlet", "agency", "anonymous"]


@dataclass(eq=False)
class Entity:
    """One who may speak; filled while the story is read, written out as a `Source` at the end.

    `sort` is the class of a body's head noun, `rest` what tells it from others of its class,
    `body` whom it speaks for. `local` holds for one story; `inside` is one who belongs to a part
    of a body that the words leave open ("Leiter der Abteilung Einkauf"); `level` tells ministries
    of the federation from those of a Land, `head` is the noun that heads a body's name; `first` is
    where an article names it first; `voice` is the id of the source as whom the author of a primary
    document speaks in it.
    """

    kind: Kind
    name: str
    sort: str = ""
    rest: tuple[str, ...] = ()
    state: str = ""
    acronym: str = ""
    level: str = ""
    head: str = ""
    party: str = ""
    genders: str = ""
    speaks: str = ""
    offices: list[Office] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    first: dict[str, int] = field(default_factory=dict)
    body: Entity | None = None
    body_rule: str = ""
    voice: str = ""
    local: bool = False
    inside: bool = False

    def seen(self, form: str, article: str) -> Entity:
        """Notes a form of words under which it was seen."""
        if form:
            self.forms.setdefault(form)
        self.articles.add(article)
        return self

    @property
    def root(self) -> Entity:
        """The body at the end of its chain of bodies."""
        entity, met = self, {id(self)}
        while entity.body is not None and id(entity.body) not in met:
            entity = entity.body
            met.add(id(entity))
        return entity


@dataclass(frozen=True)
class Sight:
    """An entity at its place in an article; `speaker` if it speaks there."""

    start: int
    sentence: int
    entity: Entity
    speaker: bool
