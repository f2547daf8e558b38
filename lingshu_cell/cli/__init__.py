"""Chapter 8, cli: the command `lingshu-cell`, also as `python -m lingshu_cell.cli` and under torchrun."""


def main(argv=None):
    "The command `lingshu-cell`: exit code 0 done, 2 an error, 130 Ctrl-C, 143 SIGTERM, 141 nobody reads."
    from .command import main as command
    return command(argv)
