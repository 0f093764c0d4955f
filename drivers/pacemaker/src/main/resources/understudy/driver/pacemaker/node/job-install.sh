# Installs exactly the targets that this node is below; what was installed automatically stays marked so.
[ "$#" -gt 0 ] || exit 0
names=
for target; do names="$names ${target%%=*}"; done
automatic=$(apt-mark showauto $names)
for name in $names; do
  dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -q '^installed$' || automatic="$automatic $name"
done
apt install "$@"
result=$?
[ -z "$automatic" ] || apt-mark auto $automatic >/dev/null
sync
exit $result
