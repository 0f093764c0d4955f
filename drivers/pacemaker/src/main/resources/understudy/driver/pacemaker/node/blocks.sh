# Sent before every other script: how each command's output is set apart, by a word that nobody but the asker knows.
LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
unset POSIXLY_CORRECT
block() {
  block_name=$1
  shift
  printf '\n%s begin %s\n' "$boundary" "$block_name"
  "$@" </dev/null 2>/dev/null
  printf '\n%s end %s %s\n' "$boundary" "$block_name" "$?"
}
