#!/usr/bin/env bash
# The one command that says whether this tree is fit to merge: bash tests/gate.sh, from anywhere.
# It sets up what it needs on a fresh Debian machine (as root or with sudo) and leaves it in .gate/ for the next run.
# A check that cannot run fails; none is skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
gate=$root/.gate
venv=$gate/venv
started=$SECONDS
mkdir -p "$gate"

die() {
  echo "gate: $*" >&2
  exit 1
}

step() { # step "name" command…: says the name, runs the command, says how long it took
  local name=$1 began=$SECONDS
  shift
  printf '\n=== %s\n' "$name"
  "$@" || die "FAILED at \"$name\" after $((SECONDS - began)) s"
  printf '=== %s: %d s\n' "$name" $((SECONDS - began))
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    return 1
  fi
}

# need "what it is for" "test command" package…: installs the Debian packages when the test command fails.
need() {
  local purpose=$1 probe=$2
  shift 2
  if bash -c "$probe" >/dev/null 2>&1; then return 0; fi
  echo "$purpose is missing: installing $*"
  command -v apt-get >/dev/null || { echo "Install $* by hand: this machine has no apt-get." >&2; return 1; }
  if [ -z "${apt_updated:-}" ]; then
    as_root apt-get update -qq || { echo "The package lists cannot be read; install $* by hand." >&2; return 1; }
    apt_updated=1
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$gate/apt.log" 2>&1 ||
    { tail -n 5 "$gate/apt.log" >&2; echo "$purpose cannot be installed; install $* by hand." >&2; return 1; }
  bash -c "$probe" >/dev/null 2>&1 || { echo "$purpose still does not work after installing $*." >&2; return 1; }
}

python_probe='python3 -c "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"'

programs() {
  need "Python 3.11 with venv" "$python_probe" python3 python3-venv || return 1
  need "Chromium" "chromium-headless-shell --version" chromium-headless-shell || return 1
  need "Java" "java -version" default-jre-headless || return 1
  need "minisign" "minisign -v" minisign || return 1
  need "npm" "npm --version" nodejs npm || return 1
}

# A folder that was made from the very same inputs is used again.
digest_of_python() { { python3 --version && echo "$root" && cat .ci/requirements/dev.txt pyproject.toml; } | sha256sum; }
digest_of_node() { cat .ci/node/package.json .ci/node/package-lock.json | sha256sum; }
made_from() { [ -f "$1/.made-from" ] && [ "$(cat "$1/.made-from")" = "$2" ]; }

python_environment() {
  local digest
  digest=$(digest_of_python)
  if made_from "$venv" "$digest"; then
    echo "unchanged: $venv"
    return 0
  fi
  rm -rf "$venv" && python3 -m venv "$venv" &&
    "$venv/bin/python" -m pip install -qq --require-hashes --only-binary :all: -r .ci/requirements/dev.txt &&
    "$venv/bin/python" -m pip install -qq --no-deps --no-build-isolation --editable . &&
    echo "$digest" >"$venv/.made-from"
}

html_checker() {
  local digest
  digest=$(digest_of_node)
  if made_from "$gate/node" "$digest"; then
    echo "unchanged: $gate/node"
  else
    rm -rf "$gate/node" && mkdir -p "$gate/node" && cp .ci/node/package.json .ci/node/package-lock.json "$gate/node/" &&
      (cd "$gate/node" && npm ci --ignore-scripts --no-audit --no-fund) && echo "$digest" >"$gate/node/.made-from" || return 1
  fi
  java -jar "$gate/node/node_modules/vnu-jar/build/dist/vnu.jar" --version
}

specimen() {
  local site
  site=$(mktemp -d) || return 1
  "$venv/bin/ppidgen" build . --out "$site/site" && find "$site/site" -type f | wc -l | sed 's/$/ files/'
  local status=$?
  rm -rf "$site"
  return $status
}

step "programs" programs
step "python environment" python_environment
step "HTML checker" html_checker
step "ruff check" "$venv/bin/ruff" check .
step "ruff format" "$venv/bin/ruff" format --check .
step "mypy" "$venv/bin/mypy"
step "import contracts" "$venv/bin/lint-imports"
# Each worker begins with one half of the tests in their order, so that what many of them share is made once.
step "fast tests" "$venv/bin/python" -m pytest -m "not slow" -n 2 --dist worksteal
step "slow tests" "$venv/bin/python" -m pytest -m slow -n 2 --dist worksteal
step "build of the specimen" specimen

printf '\ngate: OK (%d s)\n' $((SECONDS - started))
