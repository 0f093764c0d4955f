# What the cluster says of itself, in one look. Changes nothing.
look() {
  mon=$(timeout 8 crm_mon --one-shot --inactive --output-as=xml </dev/null 2>/dev/null)
  mon_exit=$?
  printf '\n%s begin mon\n%s\n%s end mon %s\n' "$boundary" "$mon" "$boundary" "$mon_exit"
  block cib timeout 8 cibadmin --query
  case $mon in
    *'<current_dc '*' name="'*)
      dc=${mon#*<current_dc }
      dc=${dc%%>*}
      dc=${dc#* name=\"}
      dc=${dc%%\"*}
      block controller timeout 4 crmadmin --timeout=3s --output-as=xml --status "$dc"
      ;;
  esac
  block quorum timeout 4 corosync-quorumtool -s
}
# One number in the opening tag of the information base.
number() {
  found=${tag#* $1=\"}
  found=${found%%\"*}
}
