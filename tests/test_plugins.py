"""Other plugins beside ours: what a reader sees of them on chapters, on pages in docs/ and on pages that are made."""

import json
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree  # type: ignore[import-untyped]

from plugin_books import FILES, PluginBook, words_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the fonts are made once for all."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def book(tmp_path: Path, cache: Path) -> PluginBook:
    (tmp_path / ".cache").symlink_to(cache)
    made = PluginBook(tmp_path)
    made.write(FILES)
    return made


def commit(book: PluginBook, day: str, *paths: str) -> None:
    """Keep files in version control as of a day."""
    when = f"{day}T12:00:00Z"
    dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": "", "HOME": str(book.root)}
    author = ("-c", "user.name=The house", "-c", "user.email=house@brief.example")
    for words in (("init", "--quiet"), ("add", *paths), ("commit", "--quiet", "-m", "text")):
        subprocess.run(["git", *author, *words], cwd=book.root, env=dated, check=True, capture_output=True)


def test_macros_fill_in_other_pages_and_leave_chapters_alone(book: PluginBook) -> None:
    book.list_plugins("macros", extra={"who": "The world"})
    book.write({"docs/guide.md": "# Guide\n\nHello, {{ who }}.\n"})
    book.build()
    assert "Hello, The world." in words_of(book.article("guide"))
    assert "Moscow said so." in words_of(book.article("chapters/1-one"))


@pytest.mark.parametrize("beside", ["before", "after"])
def test_a_macro_in_a_chapter_is_an_error_that_names_the_plugin(book: PluginBook, beside: str) -> None:
    before, after = (("macros",), ()) if beside == "before" else ((), ("macros",))
    book.list_plugins(*before, after=after, extra={"who": "Paris"})
    book.write({"chapters/2-two.md": "# Two\n\nMoscow, {{ who }} and {{ nobody }}.\n\nIn code `{{ who }}`.\n"})
    said = book.fail()
    # The value is in the text already; the plugin would put it into the code too.
    assert "chapters/2-two.md:5:10: error[changed-chapter]: the plugin 'macros' would make this line" in said
    assert "'In code `Paris`.'" in said
    checked = book.run("policybrief", "check")
    assert checked.code == 1
    # The value of the other name is in `extra`.
    assert "chapters/2-two.md:3:23: warning[template-markup]: '{{ nobody }}'" in checked.said
    assert "{{ who }}" not in checked.said


def test_redirects_lead_to_chapters_and_entries_under_the_security_policy(book: PluginBook) -> None:
    old = {"old/one.md": "chapters/1-one.md", "old/union.md": "glossary/eaeu.md", "old/guide.md": "guide.md"}
    book.list_plugins({"redirects": {"redirect_maps": old}})
    book.build()
    for path, target in (("one", "chapters/1-one/"), ("union", "glossary/eaeu/"), ("guide", "guide/")):
        page = book.text(f"old/{path}/index.html")
        assert f'content="0; url=../../{target}"' in page
        assert book.policy_of(f"old/{path}/index.html")["default-src"] == "'self'"
    # The script that keeps the anchor differs from page to page, and is named in its page alone.
    script = page.partition("<script>")[2].partition("</script>")[0]
    own = f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
    assert own in book.policy_of("old/guide/index.html")["script-src"]
    assert own not in book.text("_headers")


def test_a_page_is_dated_by_the_commits_of_the_file_it_comes_from(book: PluginBook) -> None:
    options = {"type": "iso_date", "enable_creation_date": True}
    book.list_plugins({"git-revision-date-localized": options})
    book.run("policybrief", "anchors", "update")
    commit(book, "2024-01-01", "chapters/1-one.md", "docs", "glossary.yml")
    commit(book, "2024-02-02", "chapters/2-two.md", "references.yml")
    commit(book, "2024-03-03", ".")
    book.write({"chapters/1-one.md": FILES["chapters/1-one.md"] + "\nAnd Moscow.\n"})
    book.run("policybrief", "anchors", "update")
    commit(book, "2024-04-04", ".")
    book.build()
    dates = {
        "chapters/1-one": ["2024-04-04", "2024-01-01"],
        "chapters/2-two": ["2024-02-02", "2024-02-02"],
        "guide": ["2024-01-01", "2024-01-01"],
        "glossary/eaeu": ["2024-01-01", "2024-01-01"],
        "references": ["2024-02-02", "2024-02-02"],
        # Pages made of the brief as a whole go by its own record, in the settings.
        "cite": ["2024-03-03", "2024-03-03"],
    }
    shown = "git-revision-date-localized-plugin-iso_date"
    found = {path: [words_of(each) for each in book.page(path).find_class(shown)] for path in dates}
    assert found == dates


def test_feeds_hold_chapters_and_other_pages_but_no_entries(book: PluginBook) -> None:
    dates = {"as_creation": "date", "as_update": "date"}
    book.list_plugins({"rss": {"use_git": False, "date_from_meta": dates}})
    book.write({"docs/guide.md": "---\ndate: 2026-01-02\n---\n\n# Guide\n\nA guide.\n"})
    book.build()
    items = etree.fromstring(book.text("feed_rss_created.xml").encode()).findall(".//item")
    found = {item.findtext("link"): item for item in items}
    address = "https://brief.example/one/"
    assert set(found) == {f"{address}{path}/" for path in ("chapters/1-one", "chapters/2-two", "guide")}
    chapter = found[f"{address}chapters/1-one/"]
    assert (chapter.findtext("title"), chapter.findtext("description")) == ("1. One", "Who's in the union.")
    assert str(chapter.findtext("pubDate")).startswith("Wed, 04 Mar 2026")
    # A chapter without a summary opens with its own first words, without marks of notes.
    assert found[f"{address}chapters/2-two/"].findtext("description") == "Moscow again."
    with_entries = json.loads(book.text("feed_json_created.json"))
    assert len(with_entries["items"]) == 3


def test_feeds_hold_what_the_author_wants_in_them(book: PluginBook) -> None:
    book.list_plugins({"rss": {"use_git": False, "match_path": "glossary/.*"}})
    book.build()
    items = json.loads(book.text("feed_json_created.json"))["items"]
    assert {item["title"] for item in items} >= {"Moscow", "Glossary"}
    assert not any("chapters/" in item["url"] for item in items)


def test_pictures_open_large_under_the_security_policy(book: PluginBook) -> None:
    book.list_plugins("glightbox", "tags")
    book.write({"chapters/2-two.md": "---\nglightbox: false\n---\n\n# Two\n\n![Moscow](../images/red.svg)\n"})
    book.build()
    for path, picture in (("chapters/1-one", "../../images/red.svg"), ("guide", "../images/red.svg")):
        (link,) = book.article(path).find_class("glightbox")
        assert link.get("href") == picture
        (script,) = book.page(path).xpath("//script[@id='init-glightbox']")
        (style,) = book.page(path).xpath("//style[@id='glightbox-style']")
        rules = book.policy_of(f"{path}/index.html")
        assert hash_of(script.text) in rules["script-src"]
        assert hash_of(style.text) in rules["style-src"]
        assert hash_of(script.text) in book.text("_headers")
    assert not book.article("chapters/2-two").find_class("glightbox")
    (figure,) = book.article("chapters/1-one").iter("figure")
    assert str(figure.get("id")).startswith("p-"), "a picture keeps its paragraph id"
    assert (book.root / "site/assets/javascripts/glightbox.min.js").is_file()


def hash_of(text: str | None) -> str:
    return f"'sha256-{b64encode(sha256(str(text).encode()).digest()).decode()}'"


@pytest.mark.parametrize("program", ["mkdocs", "policybrief", "properdocs"])
def test_a_site_in_several_languages_is_refused_with_a_way_out(book: PluginBook, program: str) -> None:
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}]
    book.list_plugins({"i18n": {"languages": languages}})
    place = f"mkdocs.yml:{book.line_of('i18n')}:3"
    refusal = f"{place}: error[refused-plugin]: the plugin 'i18n' builds the site once for each language"
    settings = ("-f", "mkdocs.yml") if program == "properdocs" else ()
    built = book.run(program, "build", *settings)
    assert built.code == 1
    assert refusal in built.said
    assert "make each language a separate brief" in built.said
    assert refusal in book.run("policybrief", "check").said


def test_tags_of_chapters_are_shown_and_indexed(book: PluginBook) -> None:
    book.list_plugins("tags")
    tagged = {path: FILES[path].replace("---\n", "---\ntags: [trade, law]\n", 1) for path in ("chapters/1-one.md",)}
    other = "---\ntags: [trade]\n---\n\n# Guide\n\nText.\n"
    book.write({**tagged, "docs/guide.md": other, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"})
    assert book.run("policybrief", "check").said == "no problems\n"
    book.build()
    assert {words_of(tag) for tag in book.page("chapters/1-one").find_class("md-tag")} == {"trade", "law"}
    index = book.article("tags")
    assert {words_of(tag) for tag in index.find_class("md-tag")} == {"trade", "law"}
    links = [(words_of(link), link.get("href")) for link in index.iter("a")]
    assert links.count(("1. One", "../chapters/1-one/")) == 2
    assert ("Guide", "../guide/") in links
    assert "material/tags" not in book.text("tags/index.html")


def test_a_blog_beside_the_chapters(book: PluginBook) -> None:
    book.list_plugins("blog")
    post = (
        "---\ndate: 2026-01-02\ncategories: [News]\n---\n\n# Out now\n\nRead [one](../../chapters/1-one.md) on "
        "[[moscow]].\n\n<!-- more -->\n\nThe rest.\n"
    )
    chapter = "# Two\n\nMoscow, as [we said](../blog/posts/out-now.md#out-now).\n"
    book.write({"docs/blog/index.md": "# News\n", "docs/blog/posts/out-now.md": post, "chapters/2-two.md": chapter})
    assert book.run("policybrief", "check").said == "no problems\n"
    book.build()
    where = "blog/2026/01/02/out-now"
    links = {words_of(link): link.get("href") for link in book.article(where).iter("a")}
    assert (links["one"], links["Moscow"]) == ("../../../../../chapters/1-one/", "../../../../../glossary/moscow/")
    assert "<!-- more -->" not in book.text(f"{where}/index.html")
    excerpt = words_of(book.page("blog"))
    assert "Read one on Moscow." in excerpt
    assert "The rest." not in excerpt
    # The blog has moved the post away from where its file is.
    links = {words_of(link): link.get("href") for link in book.article("chapters/2-two").iter("a")}
    assert links["we said"] == f"../../{where}/#out-now"
    assert (book.root / "site" / where / "index.html").is_file()


GENERATE = """\
import mkdocs_gen_files

with mkdocs_gen_files.open("made/index.md", "w") as page:
    print("# Made\\n\\nSee [one](../chapters/1-one.md) and [[moscow]].", file=page)
"""
SUMMARY = """\
* [Guide](guide.md)
* [The first](chapters/1-one.md)
* [Made up](made/index.md)
    * [Terms](glossary/index.md)
"""


def test_plugins_that_make_pages_and_navigation_know_the_pages_of_the_brief(book: PluginBook) -> None:
    book.list_plugins(
        {"gen-files": {"scripts": ["make.py"]}}, "literate-nav", "section-index", after=["print-site"],
        theme={"name": "material", "features": ["navigation.sections", "content.action.edit"]},
        edit_uri="https://code.example/brief/edit/main/docs/", exclude_docs="SUMMARY.md",
    )  # fmt: skip
    book.write({"make.py": GENERATE, "docs/SUMMARY.md": SUMMARY})
    book.build()
    links = {words_of(link): link.get("href") for link in book.article("made").iter("a")}
    assert (links["one"], links["Moscow"]) == ("../chapters/1-one/", "../glossary/moscow/")
    (nav,) = book.page("guide").xpath("//nav[contains(@class, 'md-nav--primary')]")
    shown = [(words_of(link), link.get("href")) for link in nav.find_class("md-nav__link") if link.tag == "a"]
    wanted = [("The first", "../chapters/1-one/"), ("Made up", "../made/"), ("Terms", "../glossary/")]
    assert [item for item in shown if item in wanted] == wanted
    assert not any("References" in title for title, _ in shown)
    # The page to print is made of the finished pages, and has the policy like every other.
    printed = words_of(book.article("print_page"))
    assert "Moscow said so." in printed
    assert "See one and Moscow." in printed
    assert book.policy_of("print_page/index.html")["default-src"] == "'self'"
    edited = {
        path: [resolved(link.get("href")) for link in book.page(path).iter("a") if link.get("rel") == "edit"]
        for path in ("chapters/1-one", "glossary/eaeu", "references", "guide", "cite")
    }
    below = "https://code.example/brief/edit/main"
    assert edited == {
        "chapters/1-one": [f"{below}/chapters/1-one.md"],
        "glossary/eaeu": [f"{below}/glossary.yml"],
        "references": [f"{below}/references.yml"],
        "guide": [f"{below}/docs/guide.md"],
        "cite": [],
    }


def resolved(address: str) -> str:
    """Return an address as browsers follow it, without `..`."""
    return urljoin(address, urlsplit(address).path)


def test_plugins_work_together_under_each_host(book: PluginBook) -> None:
    book.list_plugins(
        "search", "tags", "blog", "glightbox", {"redirects": {"redirect_maps": {"old.md": "chapters/1-one.md"}}},
        {"rss": {"use_git": False}}, "macros", extra={"who": "The world"},
    )  # fmt: skip
    post = "---\ndate: 2026-01-02\n---\n\n# Out now\n\nHello, {{ who }}.\n"
    book.write({"docs/blog/index.md": "# News\n", "docs/blog/posts/out-now.md": post})
    book.build()
    pages = ("chapters/1-one", "guide", "glossary/eaeu", "blog/2026/01/02/out-now")
    before = {path: words_of(book.article(path)) for path in pages}
    assert "Hello, The world." in before[pages[-1]]
    built = book.run("properdocs", "build", "--strict", "-f", "mkdocs.yml")
    assert built.code == 0, built.said
    assert {path: words_of(book.article(path)) for path in pages} == before
    assert "url=../chapters/1-one/" in book.text("old/index.html")
    assert len(json.loads(book.text("feed_json_created.json"))["items"]) > 2
    book.preview()
    # A preview makes no files to take away.
    offers = re.compile(r"\s*Download this chapter:.*?Markdown\s+[0-9,]+\sKB", re.DOTALL)
    kept = {path: offers.sub("", words) for path, words in before.items()}
    assert {path: words_of(book.article(path, "preview")) for path in pages} == kept
