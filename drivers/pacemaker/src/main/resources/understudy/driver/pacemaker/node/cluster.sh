# What the cluster says of itself, in one look. Changes nothing.

# One number in the opening tag of the information base.
number() {
  found=${tag#* "$1"=\"}
  found=${found%%\"*}
}
version_of() {
  number admin_epoch
  version=$found
  number epoch
  version=$version.$found
  number num_updates
  version=$version.$found
}
current_version() {
  tag=$(timeout 4 cibadmin --query --no-children </dev/null 2>/dev/null) || return 1
  version_of
}
print_block() {
  printf '\n%s begin %s\n%s\n%s end %s %s\n' "$boundary" "$1" "$3" "$boundary" "$1" "$2"
}
controller_of() {
  case $mon in
    *'<current_dc '*' name="'*)
      dc=${mon#*<current_dc }
      dc=${dc%%>*}
      dc=${dc#* name=\"}
      dc=${dc%%\"*}
      timeout 4 crmadmin --timeout=3s --output-as=xml --status "$dc" </dev/null 2>/dev/null
      ;;
    *) return 1 ;;
  esac
}
# The tools are asked one after the other: if an event came between, they would speak of different moments, so they are asked again.
look() {
  for try in 1 2 3; do
    version=
    current_version
    before=$version
    mon=$(timeout 8 crm_mon --one-shot --inactive --output-as=xml </dev/null 2>/dev/null)
    mon_exit=$?
    controller=$(controller_of)
    controller_exit=$?
    cib=$(timeout 8 cibadmin --query </dev/null 2>/dev/null)
    cib_exit=$?
    tag=${cib%%>*}
    version_of
    [ "$version" != "$before" ] || break
  done
  print_block mon "$mon_exit" "$mon"
  print_block cib "$cib_exit" "$cib"
  print_block controller "$controller_exit" "$controller"
  block quorum timeout 4 corosync-quorumtool -s
}
