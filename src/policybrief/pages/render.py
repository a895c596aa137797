"""Templates to HTML: the one place where markup is written, with everything escaped."""

from jinja2 import Environment, PackageLoader, StrictUndefined

_TEMPLATES = Environment(
    loader=PackageLoader("policybrief.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def fragment(template: str, **values: object) -> str:
    """Return the HTML that the template of that name makes of the values; text in them is escaped."""
    return _TEMPLATES.get_template(template).render(values)
