#!/usr/bin/env bash
# Builds the specimen portal of this checkout and shows it in the browser: bash tests/show.sh, from anywhere.
# What it needs (Python 3.11 and the packages of .ci/requirements/officer.txt) is set up once in .gate/show.
# Whatever is given to it goes to `ppidgen serve`: bash tests/show.sh --port 8080
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
venv=$PWD/.gate/show
lock=.ci/requirements/officer.txt

if ! python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Perlu Python 3.11 atau yang lebih baru beserta modul venv (di Debian: apt-get install python3 python3-venv)." >&2
  exit 3
fi

made_from=$({ python3 --version && cat "$lock"; } | sha256sum)
if [ "$(cat "$venv/.made-from" 2>/dev/null)" != "$made_from" ]; then
  echo "Menyiapkan lingkungan Python (sekali saja) …" >&2
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
  echo "$made_from" >"$venv/.made-from"
fi

PYTHONPATH=$PWD exec "$venv/bin/python" -m ppidgen serve . "$@"
