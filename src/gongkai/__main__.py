"""``python -m gongkai`` is the command ``gongkai``."""

import sys

from gongkai.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
