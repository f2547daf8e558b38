"""Walk the links of a built site: every page, picture and place that a page names is there, and no page loads anything from another host.

    python scripts/check_links.py _docs
"""
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("link", "href")}
HARMLESS = {"canonical", "next", "prev", "search", "index", "genindex"}         # links of the head that load nothing


class Page(HTMLParser):
    "What a page links to, what it loads, and the places that others may link to."

    def __init__(self, text):
        super().__init__()
        self.links, self.loads, self.places = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        "Note one tag."
        found = {name: value or "" for name, value in attributes}
        self.places |= {found[name] for name in ("id", "name") if name in found}
        for name in ("href", "src"):
            if name not in found or tag == "link" and found.get("rel") in HARMLESS: continue
            self.links.append(found[name])
            if (tag, name) in LOADED: self.loads.append(found[name])


def faults(root):
    "What is wrong with the links of a site, a line each, and how many were followed."
    files = (p for p in sorted(root.rglob("*.html")) if "_static" not in p.parts)           # the theme's templates lie there
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in files}
    wrong, followed = [], 0
    for path, page in pages.items():
        here = path.relative_to(root.resolve())
        wrong += [f"{here}: loads {target} from another host" for target in page.loads if urlsplit(target).netloc]
        for target in page.links:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc: continue
            followed += 1
            file = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if file.is_dir(): file = file / "index.html"
            if not file.is_file(): wrong.append(f"{here}: no file {target}")
            elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].places | {"", "top"}:
                wrong.append(f"{here}: no place {target}")
    return wrong, followed


def main(root):
    "Check the site in the folder `root`; exit with what is wrong."
    wrong, followed = faults(Path(root))
    if not followed: sys.exit(f"Expected a built site in {root}; found no page with links. Build it: make docs")
    if wrong: sys.exit("\n".join([*sorted(set(wrong)), f"{len(set(wrong))} faults among {followed} links"]))
    print(f"{followed} links lead somewhere, and no page loads anything from another host")


if __name__ == "__main__": main(sys.argv[1])
