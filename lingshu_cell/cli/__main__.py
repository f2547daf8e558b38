"""`python -m lingshu_cell.cli`, and torchrun."""
import sys

from lingshu_cell.cli import main

if __name__ == "__main__": sys.exit(main())
