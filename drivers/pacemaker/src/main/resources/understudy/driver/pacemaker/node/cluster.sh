# What the cluster says of itself, in one look. Changes nothing.
look() {
  mon=$(timeout 8 crm_mon --one-shot --inactive --output-as=xml </dev/null 2>/dev/null)
  mon_exit=$?
  printf '\n%s begin mon\n%s\n%s end mon %s\n' "$boundary" "$mon" "$boundary" "$mon_exit"
  block cib timeout 8 cibadmin --query
  dc=$(printf '%s\n' "$mon" | sed -n 's/^ *<current_dc [^>]* name="\([^"]*\)".*/\1/p' | head -n 1)
  [ -z "$dc" ] || block controller timeout 4 crmadmin --timeout=3s --output-as=xml --status "$dc"
  block quorum timeout 4 corosync-quorumtool -s
}
