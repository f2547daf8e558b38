"""The API reference of the site, read from the source with the docstrings that `help()` shows. Nothing but numpy and numpydoc is imported.

docs/reference.toml says which names there are. `pages()` gives the text of each page in reStructuredText.
"""
import ast
import importlib.util
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lingshu_cell.cli.signatures import find_definition, is_method, module_tree  # noqa: E402

DOORS = {"baselines": "evaluate.baselines", "pl": "evaluate.plotting"}       # name users write: module


def is_described(node):
    "Whether a function or class has a docstring that lists its parameters, or an example."
    return re.search(r"^(Parameters|Examples)\n-+$", ast.get_docstring(node) or "", re.M) is not None


def methods_of(owner):
    "`Class.method = place` for every public method that a notebook of chapter 4 gives to a class, in the order of the notebooks."
    found = []
    for path in (ROOT / "lingshu_cell" / "model").glob("*.py"):
        number = re.search(r"nbs/4_model/(\d\d)_", path.read_text(encoding="utf-8"))
        for node in module_tree(f"model.{path.stem}").body if number else []:
            if is_method(node, owner) and not node.name.startswith("_") and node.decorator_list and is_described(node):
                found.append((number[1], node.lineno, f"{owner}.{node.name} = model.{path.stem}:{owner}.{node.name}"))
    return [name for *_, name in sorted(found)]


def assigned(module, name):
    "The value that a module gives to a name."
    nodes = [n for n in module_tree(module).body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == name]
    return ast.literal_eval(nodes[0].value)


def names_of(door):
    "`door.name = place` for everything with a full docstring that a chapter or a module offers under a name such as `lc.pl`."
    if door not in DOORS:
        return [f"{door}.{name} = {door}.{module}:{name}" for name, module in assigned(door, "_NAMES").items()]
    module, found = DOORS[door], []
    chapter = module.partition(".")[0]
    imports = [n for n in module_tree(module).body if isinstance(n, ast.ImportFrom) and n.level == 1]
    origin = {a.name: f"{chapter}.{n.module}" for n in imports for a in n.names}
    for name in assigned(module, "__all__"):
        try: node = find_definition(f"{origin.get(name, module)}:{name}")
        except LookupError: continue                  # a constant
        if is_described(node): found.append(f"{door}.{name} = {origin.get(name, module)}:{name}")
    return found


def listed():
    "Pages of docs/reference.toml, each with its `entries`: `(name as users write it, place in the source)`."
    pages = tomllib.loads((ROOT / "docs" / "reference.toml").read_text(encoding="utf-8"))["page"]
    for page in pages:
        names = page.get("names", []) + (methods_of(page["methods_of"]) if "methods_of" in page else [])
        names += [name for door in page.get("names_of", []) for name in names_of(door)] + page.get("also", [])
        page["entries"] = list(dict.fromkeys(tuple(part.strip() for part in name.split("=")) for name in names))
    return pages


def signature(node):
    "What a function or class takes, as one writes it: names and defaults."
    if isinstance(node, ast.ClassDef):
        inits = [n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"]
        if not inits:
            fields = [n for n in node.body if isinstance(n, ast.AnnAssign)]
            return ", ".join(n.target.id + (f"={ast.unparse(n.value)}" if n.value else "") for n in fields)
        node = inits[0]
    arguments = ast.parse(ast.unparse(node)).body[0].args               # a copy, to take annotations away from
    for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg):
        if a is not None: a.annotation = None
    written = ast.unparse(arguments)
    return re.sub(r"^(self|cls)(, |$)", "", written)


def entry(name, place):
    "One name in reStructuredText."
    from numpydoc.docscrape_sphinx import SphinxDocString
    node = find_definition(place)
    kind = "class" if isinstance(node, ast.ClassDef) else "method" if re.match(r"[A-Z]\w*\.", name) else "function"
    written = re.sub(r'(?<=["/])\*', r"\\*", ast.get_docstring(node))          # a pattern of files opens no emphasis
    text = str(SphinxDocString(written))
    body = "\n".join(f"   {line}".rstrip() for line in text.splitlines())
    return f".. py:{kind}:: {name}({signature(node)})\n\n{body}\n"


def notebook_of(module):
    "The notebook, below nbs/, that a module is exported from."
    source = Path(importlib.util.find_spec(f"lingshu_cell.{module}").origin).read_text(encoding="utf-8")
    return re.search(r"File to edit: [./]*(nbs/\S+)\.ipynb", source)[1]


def pages():
    "File name of each page -> its text: a table of the names, then every name with the notebook that explains it."
    texts = {}
    for page in listed():
        rule = "=" * len(page["title"])
        lines = [page["title"], rule, "", page["text"], "", ".. code-block:: python", "", "   import lingshu_cell as lc", ""]
        for name, place in page["entries"]:
            module = place.partition(":")[0]
            lines += [entry(name, place), f"   Explained in :doc:`/{notebook_of(module)}`.", ""]
        texts[page["file"]] = "\n".join(lines)
    return texts


if __name__ == "__main__":
    for found in listed(): print(found["title"], *(f"  {name}" for name, _ in found["entries"]), sep="\n")
