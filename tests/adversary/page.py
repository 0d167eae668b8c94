"""A whole report before layout: title, six chapters of text and the trees of the tables, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from .generator import Sample
from .tree import Tree


@dataclass(slots=True)
class Line:
    """A paragraph; ``level`` 1 is the title, 2 a chapter, 0 running text."""

    text: str
    level: int = 0


@dataclass(slots=True)
class Page:
    """The items of a report in order, and the encoding that its bytes will have where the layout is text."""

    title: str
    items: list[Line | Tree]
    encoding: str = "utf-8"
    traditional: bool = False
    drop_spans: bool = False
    notes: list[str] = field(default_factory=list)

    def tree(self, key: str) -> Tree:
        """The first table of that key."""
        return next(i for i in self.items if isinstance(i, Tree) and i.key == key)

    def trees(self) -> list[Tree]:
        """Every table in order."""
        return [i for i in self.items if isinstance(i, Tree)]


CHAPTER_OF = {2: "proactive", 3: "applications", 4: "remedies"}


def page(sample: Sample) -> Page:
    """Lay out the items of a sample in the order of the official form."""
    items: list[Line | Tree] = [Line(sample.title, 1)]
    tables = sample.trees()
    for number, chapter in enumerate(sample.form.chapters, 1):
        items.append(Line(chapter.label, 2))
        if number in CHAPTER_OF:
            items.append(tables[CHAPTER_OF[number]])
        items.extend(Line(text) for text in sample.prose.get(number, ()))
    items.append(Line(sample.organ))
    items.append(Line(f"{sample.year + 1}年1月20日"))
    return Page(sample.title, items)
