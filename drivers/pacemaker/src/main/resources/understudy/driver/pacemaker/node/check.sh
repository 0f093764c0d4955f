# Is this node ready for a run? Changes nothing.
missing_tools() {
  for tool in crm_mon cibadmin crm_simulate crmadmin corosync-quorumtool systemctl timeout flock sha256sum mktemp; do
    command -v "$tool" >/dev/null 2>&1 || printf '%s\n' "$tool"
  done
  true
}
block account id -u
block clock date +%s.%N
block tools missing_tools
block boot systemctl is-enabled corosync.service pacemaker.service
