"""Messages with links and typed words in them, as HTML: `Read in a <a>copy</a>.`"""

import re

from markupsafe import Markup, escape

from .words import Words

_TAG = re.compile(r"&lt;(/?)(\w+)&gt;")
_PLAIN_TAGS = frozenset("code em kbd strong".split())


def said_as_html(words: Words, context: str, message: str, **values: str) -> Markup:
    """Return a message as HTML. `<name>words</name>` in it is a link to the address that `name` has among the values.

    What is translated is text, and is escaped; `<code>`, `<em>`, `<kbd>` and `<strong>` are the only other tags it has.
    The context is empty where the message means one thing alone.
    """
    text = words.say_as(context, message)
    used = set(re.findall(r"<(\w+)>", text)) & values.keys()
    html = _TAG.sub(lambda tag: _element(tag[1], tag[2], values), str(escape(text)))
    return Markup(html).format(**{name: value for name, value in values.items() if name not in used})


def _element(closes: str, name: str, values: dict[str, str]) -> str:
    if name in _PLAIN_TAGS:
        return f"<{closes}{name}>"
    if name not in values:
        return f"&lt;{closes}{name}&gt;"
    address = str(escape(values[name])).replace("{", "%7B").replace("}", "%7D")
    return "</a>" if closes else f'<a href="{address}">'
