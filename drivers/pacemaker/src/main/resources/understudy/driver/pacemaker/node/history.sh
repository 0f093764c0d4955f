# What this node's controller has begun and ended of late, from the log that outlives a restart; the clock last, so that it is the youngest.
history_log=/var/log/pacemaker/pacemaker.log
for settings in /etc/default/pacemaker /etc/sysconfig/pacemaker; do
  named=$(sed -n 's/^PCMK_logfile=//p' "$settings" 2>/dev/null | tail -n 1 | tr -d "\"'")
  [ -z "$named" ] || history_log=$named
done
operations() {
  tail -c 16777216 -- "$history_log" | grep -e 'Requesting local execution of ' -e 'Result of ' | tail -n 5000
}
block operations operations
block clock date '+%Y %z %s.%N'
