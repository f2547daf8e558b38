"""README.md is nbs/index.ipynb as Markdown, its links made relative to the repository.

    python scripts/make_readme.py            writes README.md
    python scripts/make_readme.py --check    writes nothing, fails where README.md differs
"""
import posixpath
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def relink(text, folder="nbs"):
    "`text` with every relative Markdown link, which counted from `folder`, counting from the folder above it."
    def move(match):
        target = match[2]
        return match[0] if re.match(r"[a-z]+:|#|/", target) else f"{match[1]}({posixpath.normpath(posixpath.join(folder, target))})"
    return re.sub(r"(\])\(([^)\s]+)\)", move, text)


def readme(index):
    "The notebook at path `index` as the text of README.md; ValueError where it shows a picture of its own."
    from nbconvert import MarkdownExporter            # here, since it takes seconds and `relink` does without
    text, resources = MarkdownExporter().from_filename(str(index))
    if resources["outputs"]:
        raise ValueError(f"Expected no picture among the outputs of {index}; found {sorted(resources['outputs'])}. "
                         "Save it in figures/ and link to it.")
    return "<!-- Made from nbs/index.ipynb by scripts/make_readme.py: edit the notebook. -->\n\n" + relink(text).strip() + "\n"


if __name__ == "__main__":
    path, text = ROOT / "README.md", readme(ROOT / "nbs" / "index.ipynb")
    if "--check" not in sys.argv[1:]:
        path.write_text(text, encoding="utf-8")
    elif path.read_text(encoding="utf-8") != text:
        sys.exit("README.md is not what nbs/index.ipynb makes. Edit the notebook, then: make prepare")
