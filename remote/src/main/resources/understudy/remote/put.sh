# Puts standard input where PATH says, whole or not at all.   sh -c THIS put PATH SHA256 MODE
# Ends with 0 only when a file with that digest is there, and on disk; with 65 when what came has another digest.
set -eu
path=$1 digest=$2 mode=$3
umask 077

digest_of() {
  found=$(sha256sum <"$1") && printf '%s' "${found%% *}"
}

on_disk() {
  sync "$1" 2>/dev/null || sync
}

case $path in
  /*) folder=${path%/*} ;;
  *) echo "the path is not absolute: $path" >&2; exit 64 ;;
esac
mkdir -p "$folder/"
if [ -f "$path" ] && [ "$(digest_of "$path")" = "$digest" ]; then
  chmod "$mode" "$path"
  exit 0
fi
part=$path.understudy-part.$$
trap 'rm -f "$part"' EXIT
cat >"$part"
came=$(digest_of "$part")
if [ "$came" != "$digest" ]; then
  echo "what came for $path has the digest $came, not $digest: it broke off on the way, or it is another file" >&2
  exit 65
fi
chmod "$mode" "$part"
on_disk "$part"
mv -f "$part" "$path"
on_disk "$folder/"
