#!/bin/sh
# What the tests drive that comes from the system: a browser, a PostgreSQL server, Tesseract with its Bangla, LibreOffice for old formats, nginx;
# for `nation` a Java for the cluster.
set -eu

missing=""
for browser in chromium-headless-shell chromium chromium-browser google-chrome none; do
    command -v "$browser" >/dev/null 2>&1 && break
done
[ "$browser" != none ] || missing="$missing chromium"
command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
tesseract --list-langs 2>/dev/null | grep -qx ben || missing="$missing tesseract-ocr tesseract-ocr-ben"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
if [ "${1:-}" = nation ]; then
    missing=""
    java -version >/dev/null 2>&1 || missing="default-jre-headless"
fi
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    if apt-get update >"$log" 2>&1; then
        # The browser without a window, where the system has it: a page costs half the work.
        apt-cache show chromium-headless-shell >/dev/null 2>&1 &&
            missing=$(echo "$missing" | sed 's/ chromium\( \|$\)/ chromium-headless-shell\1/')
        # shellcheck disable=SC2086
        if apt-get install -y --no-install-recommends $missing >>"$log" 2>&1; then
            rm -f "$log"
            exit 0
        fi
    fi
    tail -n 20 "$log" >&2
fi
echo "The tests need: ${missing# }. On Debian or Ubuntu: sudo apt install ${missing# }" >&2
# Elsewhere the tests that need them say so and are left out; where the code is judged nothing may be left out.
[ "${CI:-}" != true ]
