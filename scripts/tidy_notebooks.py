"""What `make prepare` does to notebooks besides nbdev_clean: progress bars are stored as their last line, and thousands do not break at line ends.

    python scripts/tidy_notebooks.py [NOTEBOOK ...]      all notebooks below nbs/ where none is named
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BAR = re.compile(r"^(?P<name>.*?)(?P<share> *\d+%)\|(?P<bar>[^|]*)\| *(?P<done>\d+)/(?P<total>\d+) ")
CODE = re.compile(r"(```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$\n]*\$)", re.S)      # no prose: left as it is
THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3}(?: \d{3})+)(?![\d,]|\.\d)")


def whole_bar(line):
    "A line of output; a full bar reads 100%, whatever a frontend made of the characters that overwrote it."
    found = BAR.match(line)
    if not found or found["done"] != found["total"]: return line
    name = f"{found['name']} " if found["name"] else ""
    return f"{name}100%{line[found.end('share'):]}"


def shown(text):
    "What a terminal shows of `text`: after a carriage return a line is written anew, and of a running bar the end is left."
    lines = [whole_bar(line.rstrip("\r").rsplit("\r", 1)[-1]) for line in text.split("\n")]
    return "\n".join(lines)


def tidy_outputs(outputs):
    "Outputs with the text of one stream in one piece; `text` stays a list of lines, as files have it."
    made = []
    for output in outputs:
        if output["output_type"] != "stream":
            made.append(output)
            continue
        earlier = [o for o in made if o["output_type"] == "stream" and o["name"] == output["name"]][-1:]
        if earlier and all(o["output_type"] == "stream" for o in made[made.index(earlier[0]):]):
            earlier[0]["text"] = [*earlier[0]["text"], *output["text"]]
        else: made.append(dict(output, text=list(output["text"])))
    for output in made:
        if output["output_type"] == "stream": output["text"] = shown("".join(output["text"])).splitlines(keepends=True)
    return made


def unbroken(text):
    "Prose in which the spaces inside numbers such as 18 080 are no-break spaces; code and formulas as they are."
    def joined(match): return match[0].replace(" ", "\u00a0")
    return "".join(part if i % 2 else THOUSANDS.sub(joined, part) for i, part in enumerate(CODE.split(text)))


def tidy(notebook):
    "Change a notebook, as JSON has it, in place."
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code": cell["outputs"] = tidy_outputs(cell["outputs"])
        if cell["cell_type"] == "markdown": cell["source"] = unbroken("".join(cell["source"])).splitlines(keepends=True)


def tidy_file(path):
    "Tidy the notebook at `path`; a file that is tidy is not written."
    before = path.read_text(encoding="utf-8")
    notebook = json.loads(before)
    tidy(notebook)
    after = json.dumps(notebook, sort_keys=True, indent=1, ensure_ascii=False) + "\n"      # as nbdev_clean writes
    if after != before: path.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    for file in named or sorted((ROOT / "nbs").rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in file.parts: tidy_file(file)
