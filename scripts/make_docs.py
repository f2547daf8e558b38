"""Build the website from the notebooks, with the outputs that are stored in them: what `make docs` runs. Nothing is executed.

    python scripts/make_docs.py              writes _docs/, and ends with an error for a warning or a link that leads nowhere
    python scripts/make_docs.py --prepare    writes only what Sphinx reads, in _proc/site/

Files keep their places below the site's root, so that links between notebooks, README and figures stay as they are.
"""
import json
import posixpath
import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import check_links
import site_reference

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "_proc" / "site"
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
FOLDERS = {"tutorials": "Tutorials", "figures": "The paper's figures", "benchmarks": "Benchmarks"}        # beside the chapters
DIRECTIVE = re.compile(r"^#\|.*\n?", re.M)
PYTHON = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
COLAB = """import sys
if "google.colab" in sys.modules:      # torch is there already; elsewhere this cell does nothing
    !git clone -q --depth 1 {repository} /content/lingshu-cell
    %pip install -q /content/lingshu-cell
    %cd /content/lingshu-cell/{folder}"""


def repository():
    "The address of the repository, from settings.ini."
    config = ConfigParser(delimiters=["="])
    config.read(ROOT / "settings.ini", encoding="utf-8")
    return config["DEFAULT"]["git_url"]


def on_site(path):
    "Whether a file of the repository has a place on the site: a page, a notebook but for tests and the index, a figure."
    parts = Path(path).parts
    if parts[:1] == ("nbs",): return path.endswith(".ipynb") and parts[1] not in ("tests", "index.ipynb")
    return path in PAGES or parts[:1] == ("figures",) and path.endswith((".png", ".gif", ".pdf", ".svg"))


def relink(text, folder):
    "Markdown from `folder` of the repository, with links to files that the site does not have led to the repository."
    def opened(match):                                    # a page that is not made by Sphinx, in docs/extra: as HTML, for Sphinx would offer a download
        path = posixpath.normpath(posixpath.join(folder, match[2])).removeprefix("docs/")
        return f'<a href="{posixpath.relpath(path.removeprefix("extra/"), folder or ".")}">{match[1]}</a>'

    def move(match):
        target, _, anchor = match[2].partition("#")
        if not target or re.match(r"[a-z]+:", target): return match[0]
        path = posixpath.normpath(posixpath.join(folder, target))
        if path in ("nbs/index.ipynb", "README.md"): return f"{match[1]}({posixpath.relpath('README.md', folder or '.')})"
        if on_site(path) or (ROOT / "docs" / path).is_file() or re.match(r"(chapters|reference)/", path): return match[0]
        return f"{match[1]}({repository()}/blob/main/{path}{'#' * bool(anchor)}{anchor})"
    text = re.sub(r"(?<!!)\[([^\]]+)\]\(((?:[\w./]*/)?extra/[\w.]+)\)", opened, text)
    return re.sub(r"(\])\(([^)\s]+)\)", move, text)


def prepared(notebook, folder):
    "A notebook as the site shows it: no directives but `slow`, no hidden cells, and an install cell that only Colab sees."
    cells = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown": cells.append(cell | {"source": relink(source, folder)})
        if cell["cell_type"] != "code" or re.search(r"^#\| *hide", source, re.M): continue
        source = DIRECTIVE.sub("", re.sub(r"^#\| *slow.*$", "# slow", source, flags=re.M)).strip()      # the text speaks of slow cells
        if source: cells.append(cell | {"source": source})
    install = dict(cell_type="code", id="colab", execution_count=None, outputs=[], metadata={"tags": ["remove-cell"]},
                   source=COLAB.format(repository=repository(), folder=folder))
    return notebook | {"cells": cells[:1] + [install] + cells[1:], "metadata": PYTHON}


def notebooks():
    "Paths of the site's notebooks, relative to the repository, in the order in which the index names them."
    paths = (p.relative_to(ROOT).as_posix() for p in (ROOT / "nbs").rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts)
    index = (ROOT / "nbs" / "index.ipynb").read_text(encoding="utf-8")
    def place(path): return re.sub(r"/[^/]*$", "", path), (index + path).find(path.removeprefix("nbs/")), path
    return sorted((path for path in paths if on_site(path)), key=place)


def title_and_summary(path):
    "What a notebook is called, and its line of summary."
    first = "".join(json.loads((ROOT / path).read_text(encoding="utf-8"))["cells"][0]["source"])
    title, summary = re.match(r"# (.+)\n\n> (.+)", first).groups()
    return title, summary


def chapter_page(folder, paths):
    "A page that lists the notebooks of a folder, each with its summary, and is their parent in the menu."
    number, _, name = folder.partition("_")
    heading, text = FOLDERS.get(folder, f"{number} · {name}"), ""
    if folder not in FOLDERS:
        source = (ROOT / "lingshu_cell" / name / "__init__.py").read_text(encoding="utf-8")
        text = re.match(r'"""Chapter \d, \w+: (.+?)(?:"""|\n)', source)[1]
    lines, menu = [f"# {heading}", "", text[:1].upper() + text[1:], ""], []
    start = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")                  # its menu has some notebooks itself
    for path in paths:
        title, summary = title_and_summary(path)
        label = f"{number}.{int(Path(path).stem[:2])} {title}" if folder not in FOLDERS else title
        lines.append(f"- [{label}](../{path}): {summary}")
        page = path.removesuffix(".ipynb")
        if f"\n{page}\n" not in start: menu.append(f"{label} <../{page}>")
    return "\n".join([*lines, "", "```{toctree}", ":hidden:", "", *menu, "```", ""])


def prepare():
    "Write _proc/site/: the pages of docs/, notebooks, figures, the list of each chapter, the reference."
    shutil.rmtree(SITE, ignore_errors=True)
    shutil.copytree(ROOT / "docs", SITE, ignore=shutil.ignore_patterns("_static", "extra", "conf.py", "*.toml", "*.in", "__pycache__"))
    for name in PAGES: (SITE / name).write_text(relink((ROOT / name).read_text(encoding="utf-8"), ""), encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"): (SITE / page.name).write_text(relink(page.read_text(encoding="utf-8"), ""), encoding="utf-8")
    shutil.copytree(ROOT / "figures", SITE / "figures", ignore=shutil.ignore_patterns("results"))
    folders = {}
    for path in notebooks():
        text = json.loads((ROOT / path).read_text(encoding="utf-8"))
        (SITE / path).parent.mkdir(parents=True, exist_ok=True)
        (SITE / path).write_text(json.dumps(prepared(text, posixpath.dirname(path))), encoding="utf-8")
        folders.setdefault(Path(path).parts[1], []).append(path)
    for name in ("chapters", "reference"): (SITE / name).mkdir()
    for folder, paths in folders.items(): (SITE / "chapters" / f"{folder}.md").write_text(chapter_page(folder, paths), encoding="utf-8")
    for name, text in site_reference.pages().items(): (SITE / "reference" / f"{name}.rst").write_text(text, encoding="utf-8")


def build():
    "Sphinx on what was prepared; a warning is an error. Then every link is followed."
    made, out = ROOT / "_proc" / "html", ROOT / "_docs"
    shutil.rmtree(made, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-j", "2", "-q", "-W", "--keep-going", "-c", str(ROOT / "docs"),
               "-d", str(ROOT / "_proc" / "doctrees"), str(SITE), str(made)]
    if subprocess.run(command).returncode: sys.exit("The site has warnings, which are errors: see above.")
    check_links.main(made)
    shutil.rmtree(out, ignore_errors=True)
    made.rename(out)


if __name__ == "__main__":
    prepare()
    if "--prepare" not in sys.argv[1:]: build()
