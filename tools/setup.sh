#!/usr/bin/env bash
# Everything the commands need: system libraries, .venv, the package and its tools.
# With `browser`, which `make test` asks for, what only tests need too: Chromium, in which axe-core looks at the HTML,
# openssl, which makes the certificate of a mail server, and systemd-analyze, which reads the entries for systemd.
# Does nothing that is done already.
set -euo pipefail
cd "$(dirname "$0")/.."

lacking=()
has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
has_library libpango-1.0.so.0 || lacking+=(libpango-1.0-0)
has_library libpangoft2-1.0.so.0 || lacking+=(libpangoft2-1.0-0)
has_library libharfbuzz-subset.so.0 || lacking+=(libharfbuzz-subset0)
command -v pdftotext >/dev/null || lacking+=(poppler-utils)
command -v qpdf >/dev/null || lacking+=(qpdf)
command -v python3 >/dev/null || lacking+=(python3)
python3 -c 'import ensurepip, venv' 2>/dev/null || lacking+=(python3-venv)

if [ "${1:-}" = browser ]; then
  command -v openssl >/dev/null || lacking+=(openssl)
  command -v systemd-analyze >/dev/null || lacking+=(systemd)
fi

if [ "${1:-}" = browser ] && ! command -v chromium chromium-browser google-chrome >/dev/null; then
  if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then
    echo "Chromium is a snap on Ubuntu, which this script does not install: sudo snap install chromium" >&2
    echo "Until then the tests that look at the HTML in a browser are skipped." >&2
  elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    lacking+=(chromium)
  else
    echo "Chromium is missing; until it is there, the tests that look at the HTML in a browser are skipped." >&2
    echo "On Debian: sudo apt-get install --no-install-recommends chromium" >&2
  fi
fi

if ((${#lacking[@]})); then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing system packages: ${lacking[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${lacking[@]}" >/dev/null
  else
    echo "These system packages are missing: ${lacking[*]}" >&2
    echo "Install them with: sudo apt-get install --no-install-recommends ${lacking[*]}" >&2
    exit 2
  fi
fi

python3 - <<'PY'
import sys
if sys.version_info < (3, 11):
    sys.exit(f"evidencegen needs Python 3.11 or newer; python3 here is {sys.version.split()[0]}")
PY

wanted=$(cat pyproject.toml constraints.txt | cksum)
if [ "$(cat .venv/.ready 2>/dev/null)" != "$wanted $PWD" ]; then
  echo "Setting up .venv (once; a minute or two)"
  [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null || python3 -m venv --clear .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
  echo "$wanted $PWD" > .venv/.ready
fi
