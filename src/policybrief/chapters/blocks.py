"""Which blocks of a chapter can be cited, and the numbers and ids they get."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ..model.knowledge import Section
from ..model.ledger import Tombstone

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl"))
_HOLDS_A_NUMBER = frozenset(("p", "blockquote", "figure", "div", "details", "section"))
_PARAGRAPH_CLASS = "pb-paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A citable block: one element of the tree, with the lists that belong to it."""

    section: Section
    elements: tuple[Element, ...]


def blocks_of(root: Element) -> Iterator[Block]:
    """Yield the citable blocks of a chapter's tree, in order.

    Paragraphs, block quotes, tables, figures and boxes are blocks. A list belongs to the paragraph that opens it;
    one that opens a section stands for itself. Headings, rules, code and the notes' own list are none.
    """
    section = Section("", "", 1)
    elements: list[Element] = []
    for child in root:
        level = HEADINGS.get(child.tag)
        continues = child.tag in _LISTS and elements and elements[0].tag in {"p", *_LISTS}
        if elements and not continues:
            yield Block(section, tuple(elements))
            elements = []
        if level:
            section = Section(child.get("id", ""), heading_text(child), level)
        elif _is_citable(child):
            elements.append(child)
    if elements:
        yield Block(section, tuple(elements))


def heading_text(heading: Element) -> str:
    """Return the words of a heading without the sign of its permalink."""
    return " ".join("".join(_words(heading)).split())


def _words(element: Element) -> Iterator[str]:
    if "headerlink" not in (element.get("class") or "").split():
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""


def set_number(root: Element, element: Element, paragraph_id: str, number: str) -> Element:
    """Give the element its id and, as its first child, the number that is its permalink.

    Return the child of the root that holds it: the element, or a box around one that may hold no link.
    """
    holder = element if element.tag in _HOLDS_A_NUMBER else _wrapped(root, element)
    own_id = holder.get("id")
    holder.set("id", paragraph_id)
    holder.set("class", " ".join(filter(None, (holder.get("class"), _PARAGRAPH_CLASS))))
    link = Element("a", {"class": "pb-number", "href": f"#{paragraph_id}"})
    link.text = number
    link.tail, holder.text = holder.text, None
    holder.insert(0, link)
    if own_id and own_id != paragraph_id:
        holder.insert(0, Element("span", {"id": own_id}))
    return holder


def make_scrollable(block: Element, label: str) -> None:
    """Put each table of the block into a box that scrolls, can be reached by keyboard, and is named for listeners."""
    for parent in list(block.iter()):
        for table in [child for child in parent if child.tag == "table"]:
            box = Element("div", {"class": "pb-scroll", "role": "region", "tabindex": "0", "aria-label": label})
            box.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = box
            table.set("class", "pb-table")
            box.append(table)


def insert_after(root: Element, element: Element, new: Element) -> None:
    """Insert `new` behind a child of the root."""
    root.insert(list(root).index(element) + 1, new)


def gone_notice(stone: Tombstone) -> Element:
    """Return what is shown, folded, at the nearest surviving place of a paragraph that stands there no more."""
    details = Element("details", {"class": "pb-gone", "id": stone.id})
    SubElement(details, "summary").text = f"Paragraph {stone.id}, which stood near here, is gone"
    said = SubElement(details, "p")
    said.text = f"{stone.notice()} "
    SubElement(said, "q").text = stone.opening
    return details


def box_together(root: Element, block: list[Element], beside: Element) -> Element:
    """Put neighbouring children of the root into one box, and `beside` into it behind them; return the box."""
    box = Element("div", {"class": "pb-with-notes"})
    box.tail = "\n"
    text = SubElement(box, "div")
    root.insert(list(root).index(block[0]), box)
    for element in block:
        root.remove(element)
        text.append(element)
    box.append(beside)
    return box


def take_title(root: Element, title: str) -> None:
    """Take the heading that gave the chapter its title out of the tree: the front of the chapter shows it."""
    first = next((child for child in root if child.tag == "h1"), None)
    if first is not None and heading_text(first) == " ".join(title.split()):
        root.remove(first)


def _is_citable(element: Element) -> bool:
    return element.tag in _LISTS or element.tag == "table" or element.tag in _HOLDS_A_NUMBER


def _wrapped(root: Element, element: Element) -> Element:
    """Put a box around an element that may hold no link as its child, such as a table or a list."""
    box = Element("div")
    at = list(root).index(element)
    box.tail, element.tail = element.tail, None
    root.remove(element)
    box.append(element)
    root.insert(at, box)
    return box
