"""How Sphinx turns what scripts/make_docs.py prepared into the site. Nothing is executed, and no page loads anything from another host."""
from configparser import ConfigParser
from pathlib import Path

from latex2mathml.converter import convert

settings = ConfigParser(delimiters=["="])
settings.read(Path(__file__).parent.parent / "settings.ini", encoding="utf-8")
settings = settings["DEFAULT"]

project = settings["lib_name"]
author = settings["author"]
copyright = settings["copyright"]
release = version = settings["version"]
language = "en"

extensions = ["myst_nb", "sphinx.ext.githubpages"]
nb_execution_mode = "off"                             # pages show the outputs that are stored
nb_output_stderr = "remove"
nb_merge_streams = True
myst_enable_extensions = ["dollarmath", "attrs_inline"]
myst_heading_anchors = 3
default_role = "code"                                 # docstrings write `name`, as Markdown does
toc_object_entries_show_parents = "hide"
add_module_names = False

html_theme = "sphinx_book_theme"
html_title = "Lingshu-Cell"
html_static_path = ["_static"]
html_extra_path = [name for name in ["extra"] if (Path(__file__).parent / name).is_dir()]       # pages made elsewhere, copied to the site's root
html_css_files = ["site.css"]
html_math_renderer = "mathml"
html_theme_options = {
    "repository_url": settings["git_url"],
    "repository_provider": "github",
    "repository_branch": "gh-pages",                  # Colab opens the prepared notebooks, which begin with an install cell
    "path_to_docs": "_sources",
    "launch_buttons": {"colab_url": "https://colab.research.google.com"},
    "use_repository_button": True,
    "use_download_button": True,
    "use_fullscreen_button": False,
    "navbar_persistent": [],                          # one search field is enough
    "show_navbar_depth": 1,
    "show_toc_level": 2,
}


def inline_formula(self, node):
    "A formula in a line, as MathML, which every browser draws without help."
    from docutils.nodes import SkipNode
    self.body.append(convert(node.astext()))
    raise SkipNode


def formula(self, node):
    "A formula in a paragraph of its own."
    from docutils.nodes import SkipNode
    self.body.append(f'<div class="formula">{convert(node.astext(), display="block")}</div>')
    raise SkipNode


def setup(app):
    "Give Sphinx a way to draw formulas that needs neither a network nor a script."
    app.add_html_math_renderer("mathml", inline_renderers=(inline_formula, None), block_renderers=(formula, None))
