# Brings every target's file to this node; apt compares each with its signed digest. Then proves that none is missing. What the patch
# replaces is kept in a folder of ours, from the sources, from apt's own cache, or packed anew from what is installed.
apt-get --quiet -o DPkg::Lock::Timeout=300 -o APT::Color=0 update </dev/null || exit $?
if [ "$#" -gt 0 ]; then
  apt --download-only install "$@" || exit $?
  missing=$(apt-get -qq --print-uris --assume-yes --no-remove install "$@" </dev/null | grep -v "^'file:")
  if [ -n "$missing" ]; then
    echo "Not every file is here: $missing"
    exit 3
  fi
fi
[ -n "$old_packages" ] || exit 0
# Those of these names with versions that are not kept yet.
lacking() {
  for one; do
    [ -z "${one#*=}" ] || has_old "${one%%=*}" "${one#*=}" || printf '%s\n' "$one"
  done
}
# Takes what has come into the folder's own folder over, under names that say what they hold.
take_in() {
  for file in *.deb; do
    [ -f "$file" ] || continue
    name=$(dpkg-deb --show --showformat '${Package}_${Architecture}.deb' "$file" 2>/dev/null) && mv "$file" "$old_folder/$name"
    rm -f "$file"
  done
}
mkdir -p -m 700 "$old_folder" "$old_folder/coming" && cd "$old_folder/coming" || exit 5
left=$(lacking $old_packages)
if [ -n "$left" ]; then
  apt-cache madison $(printf '%s\n' "$left" | sed 's/=.*//') </dev/null | sed 's/ //g' | cut -d '|' -f 1,2 | tr '|' '=' >../offered
  offered=$(for one in $left; do
    name=${one%%=*}
    ! grep -qxF "${name%%:*}=${one#*=}" ../offered || printf '%s\n' "$one"
  done)
  rm -f ../offered
  [ -z "$offered" ] || apt-get --quiet -o APT::Sandbox::User=root -o APT::Color=0 download $offered </dev/null || echo "Not every old package came."
  take_in
  left=$(lacking $left)
  for one in $left; do
    name=${one%%=*}
    version=$(printf '%s\n' "${one#*=}" | sed 's/:/%3a/')
    for file in "/var/cache/apt/archives/${name%%:*}_${version}_"*.deb; do
      [ ! -f "$file" ] || cp "$file" .
    done
  done
  take_in
  left=$(lacking $left)
  for one in $left; do
    [ "$(dpkg-query -W -f '${db:Status-Abbrev}${Version}' "${one%%=*}" 2>/dev/null)" != "ii ${one#*=}" ] || dpkg-repack "${one%%=*}" </dev/null
  done
  take_in
  left=$(lacking $left)
fi
cd / && rm -rf "$old_folder/coming"
if [ -n "$left" ]; then
  echo "What the patch replaces could not be kept to go back to: $left"
  exit 5
fi
sync
