#!/bin/sh
# Lets the account @USER@ do on this node what Understudy needs, and no more: by sudo, without a password, one command,
# @PATH@, which belongs to root and refuses whatever is not listed in it.
# Read this, then run it as root on each node@NODES@. To take it back: rm -r @FOLDER@ @RULE@
set -eu
user=@USER@
[ "$(id -u)" = 0 ] || { echo "Run this as root: it writes @PATH@ and @RULE@." >&2; exit 1; }
id "$user" >/dev/null 2>&1 || { echo "There is no account $user on this node: make it first, then run this again." >&2; exit 1; }
command -v visudo >/dev/null || { echo "sudo is not installed on this node: install it, then run this again." >&2; exit 1; }
umask 022
mkdir -p @FOLDER@
cat >@PATH@.new <<'UNDERSTUDY-HELPER-END'
@HELPER@
UNDERSTUDY-HELPER-END
sh -n @PATH@.new
chown root:root @FOLDER@ @PATH@.new
chmod 755 @FOLDER@ @PATH@.new
printf '%s\n' "# Made by \`understudy sudo\`." "Defaults!@PATH@ !requiretty" "$user ALL=(root) NOPASSWD: NOSETENV: @PATH@" >@FOLDER@/rule.new
chmod 440 @FOLDER@/rule.new
visudo -c -q -f @FOLDER@/rule.new
mv -f @PATH@.new @PATH@
mv -f @FOLDER@/rule.new @RULE@
echo "$user may call @PATH@ as root on $(uname -n)."
