# What one node says of itself: boot, packages, files that running services still map though they are gone, our ledger. Changes nothing.
deleted_maps() {
  grep -lE '^[0-9a-f]+-[0-9a-f]+ r.xp .* /(usr|lib|lib64|bin|sbin|opt)/.* \(deleted\)$' /proc/[0-9]*/maps | while IFS= read -r maps; do
    process=${maps%/maps}
    unit=$(sed -n 's/^\(0:\|1:name=systemd\):.*\/\([^\/]*\)$/\2/p' "$process/cgroup" | head -n 1)
    case $unit in session-*.scope | understudy-*) continue ;; esac
    title=$(tr '\0' ' ' <"$process/cmdline" | cut -c 1-80)
    case $title in 'sshd: /'*) ;; 'sshd: '*) continue ;; esac
    printf '%s\t%s\t%s\n' "$(cat "$process/comm")" "$unit" \
      "$(grep -m 1 -E ' r.xp .* /(usr|lib|lib64|bin|sbin|opt)/.* \(deleted\)$' "$maps" | sed 's/^[^/]*//; s/ (deleted)$//')"
  done
  true
}
lock_holders() {
  for lock in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock; do
    inode=$(stat -c %i "$lock") || continue
    awk -v inode=":$inode" '$2 != "->" && substr($6, length($6) - length(inode) + 1) == inode {print $5}' /proc/locks |
      while read -r holder; do
        printf '%s\t%s\t%s\n' "$lock" "$holder" "$(cat "/proc/$holder/comm")"
      done
  done
  true
}
restart_required() {
  [ -e /run/reboot-required ] || return 0
  printf 'required\n'
  head -c 4000 /run/reboot-required.pkgs
  true
}
our_ledger() {
  for entry in /var/lib/understudy/ledger/*.json; do
    [ -f "$entry" ] || continue
    head -c 4000 "$entry"
    printf '\n'
  done
  true
}
block boot cat /proc/sys/kernel/random/boot_id
block kernel uname -rv
block restart restart_required
block deleted deleted_maps
block ledger our_ledger
if command -v dpkg-query >/dev/null 2>&1; then
  block architecture dpkg --print-architecture
  block locks lock_holders
  block updates ls /var/lib/dpkg/updates
  block dpkg dpkg-query -W -f '${Package}\t${Architecture}\t${db:Status-Abbrev}\t${Version}\t${Config-Version}\n'
elif command -v rpm >/dev/null 2>&1; then
  block rpm rpm -qa --qf '%{NAME}\t%{ARCH}\t%{EPOCHNUM}:%{VERSION}-%{RELEASE}\n'
fi
