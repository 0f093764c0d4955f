# Brings every target's file to this node; apt compares each with its signed digest. Then proves that none is missing.
apt-get --quiet -o DPkg::Lock::Timeout=300 -o APT::Color=0 update </dev/null || exit $?
[ "$#" -gt 0 ] || exit 0
apt --download-only install "$@" || exit $?
missing=$(apt-get -qq --print-uris --assume-yes --no-remove install "$@" </dev/null | grep -v "^'file:") || exit 0
echo "Not every file is here: $missing"
exit 3
