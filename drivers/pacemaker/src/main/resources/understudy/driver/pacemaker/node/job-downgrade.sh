# Installs again what this node had before the patch, from the files that were kept here; what was not there before goes.
[ -z "$(ls /var/lib/dpkg/updates 2>/dev/null)" ] || dpkg --force-confdef --force-confold --configure -a </dev/null
files=
gone=
names=
for one in $old_packages; do
  name=${one%%=*}
  version=${one#*=}
  installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Version}' "$name" 2>/dev/null)
  if [ -z "$version" ]; then
    case $installed in '' | rc* | un*) ;; *) gone="$gone $name-" ;; esac
    continue
  fi
  case $installed in "ii $version" | "hi $version") continue ;; esac
  if ! has_old "$name" "$version"; then
    echo "The package $one is not kept in $old_folder."
    exit 5
  fi
  files="$files $kept_file"
  names="$names $name"
done
[ -n "$files$gone" ] || exit 0
automatic=
[ -z "$names" ] || automatic=$(apt-mark showauto $names)
back() {
  apt-get --quiet --assume-yes --purge --allow-downgrades -o DPkg::Lock::Timeout=300 -o APT::Color=0 -o APT::Sandbox::User=root \
    -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" </dev/null
}
would_go=$(back --simulate install $files $gone | sed -n 's/^\(Remv\|Purg\) \([^ ]*\).*/\2/p')
for name in $would_go; do
  case " $gone " in
    *" $name- "*) ;;
    *)
      echo "To go back apt would remove $name, which is not done unasked."
      exit 6
      ;;
  esac
done
if ! back install $files $gone; then
  echo "apt has not done it; dpkg is asked."
  [ -z "$files" ] || dpkg --force-confdef --force-confold --install $files </dev/null || exit $?
fi
[ -z "$automatic" ] || apt-mark auto $automatic >/dev/null
sync
