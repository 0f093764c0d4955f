# Sent before the package jobs. Arguments: a folder, each package that the patch replaces as name=version (an empty version: it is new), and
# `--`; what follows stays in "$@". In the folder each is kept as NAME_ARCHITECTURE.deb.
old_folder=$1
shift
old_packages=
while [ "$#" -gt 0 ] && [ "$1" != -- ]; do
  old_packages="$old_packages $1"
  shift
done
shift
native=$(dpkg --print-architecture 2>/dev/null)
# Finds the file of the package $1, with an architecture or without.
old_file() {
  kept_file=
  for architecture in all "$native" "${1##*:}"; do
    [ ! -f "$old_folder/${1%%:*}_$architecture.deb" ] || kept_file=$old_folder/${1%%:*}_$architecture.deb
  done
}
# The package $1 is kept in the version $2.
has_old() {
  old_file "$1"
  [ -n "$kept_file" ] && [ "$(dpkg-deb --field "$kept_file" Version 2>/dev/null)" = "$2" ]
}
