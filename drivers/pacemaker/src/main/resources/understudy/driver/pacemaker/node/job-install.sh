# Installs exactly the targets that this node is below; what was installed automatically stays marked so.
[ "$#" -gt 0 ] || exit 0
automatic=
for target; do
  name=${target%%=*}
  if ! dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -q '^installed$' || [ -n "$(apt-mark showauto "$name")" ]; then
    automatic="$automatic $name"
  fi
done
apt install "$@"
result=$?
[ -z "$automatic" ] || apt-mark auto $automatic >/dev/null
sync
exit $result
