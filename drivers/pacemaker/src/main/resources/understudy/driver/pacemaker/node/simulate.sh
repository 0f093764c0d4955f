# What the cluster would do if its configuration were changed by the command given as arguments (none: as it is). The command works on
# a private copy, which is removed; nothing of the cluster is changed.
copy=$(mktemp -d) || exit 1
trap 'rm -rf "$copy"' EXIT
(umask 077 && timeout 8 cibadmin --query >"$copy/cib.xml" </dev/null) || exit 1
if [ "$#" -gt 0 ]; then
  CIB_file=$copy/cib.xml timeout 8 "$@" </dev/null >/dev/null 2>&1 || exit 2
fi
block simulated timeout 20 crm_simulate --xml-file "$copy/cib.xml" --simulate --output-as=xml
