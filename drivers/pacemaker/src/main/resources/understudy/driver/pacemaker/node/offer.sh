# What the node's own sources offer, read into private folders that are removed: the node's lists and caches stay as they are. Arguments:
# none for all that is offered, or name=version (an empty version: the newest).
if ! command -v apt-get >/dev/null 2>&1; then
  block dnf dnf --quiet --cacheonly check-update
  block rpm rpm -qa --qf '%{NAME}\t%{ARCH}\t%{EPOCHNUM}:%{VERSION}-%{RELEASE}\n'
  exit 0
fi
private=$(mktemp -d) || exit 1
trap 'rm -rf "$private"' EXIT
mkdir -p "$private/lists/partial" "$private/cache/archives/partial" "$private/state"
apt_private() {
  apt-get -q -o Dir::State::lists="$private/lists" -o Dir::Cache="$private/cache" -o APT::Sandbox::User=root -o APT::Color=0 \
    -o APT::Update::Post-Invoke-Success::= -o APT::Update::Post-Invoke::= -o Debug::NoLocking=1 "$@" </dev/null
}
# Even to list the holds apt opens its cache, and writes it anew where it is older than the lists.
held() { apt-mark -o Dir::State::lists="$private/lists" -o Dir::Cache="$private/cache" showhold; }
refresh() { apt_private -o Acquire::Retries=1 update 2>&1; }
simulate() {
  if [ "$#" -eq 0 ]; then
    apt_private --simulate dist-upgrade 2>&1
    return
  fi
  count=$#
  while [ "$count" -gt 0 ]; do
    target=$1
    shift
    count=$((count - 1))
    case $target in *=) target=${target%=} ;; esac
    set -- "$@" "$target"
  done
  apt_private --simulate install "$@" 2>&1
}
simulate_once() {
  simulate "$@" >"$private/simulated"
  result=$?
  cat "$private/simulated"
  return $result
}
# Every version that the sources have of the packages that would be replaced.
offered_versions() {
  names=$(sed -n 's/^Inst \([^ ]*\) \[.*/\1/p' "$private/simulated")
  [ -z "$names" ] || apt-cache -o Dir::State::lists="$private/lists" -o Dir::Cache="$private/cache" madison $names
}
uris() {
  if [ "$#" -eq 0 ]; then
    apt_private -qq --print-uris --assume-yes dist-upgrade
  else
    apt_private -qq --print-uris --assume-yes install "$@"
  fi
}
free_space() {
  for folder in / /usr /var /boot /var/cache/apt/archives; do
    [ ! -d "$folder" ] || df -P -k "$folder" | tail -n +2
  done | sort -u
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
rivals() {
  for unit in unattended-upgrades.service apt-daily.timer apt-daily-upgrade.timer dnf-automatic.timer packagekit.service; do
    [ "$(systemctl is-active "$unit" 2>/dev/null)" != active ] || printf '%s\n' "$unit"
  done
  true
}
# The packages whose programs and libraries running services have loaded: a new version of one leaves the old one in use.
in_use() {
  for maps in /proc/[0-9]*/maps; do
    grep -qE '^(0:|1:name=systemd).*\.service' "${maps%maps}cgroup" || continue
    sed -n 's/^[^ ]* r.xp [^ ]* [^ ]* [^ ]* *\(\/[^ ]*\)$/\1/p' "$maps"
  done | sort -u | sed 's/^\/usr\(\/lib.*\)/&\n\1/' | xargs -r dpkg-query -S 2>/dev/null | sed 's/: .*//; s/, /\n/g' | sort -u
  true
}
block refresh refresh
block simulate simulate_once "$@"
block madison offered_versions
block archives ls /var/cache/apt/archives
block repack command -v dpkg-repack
block uris uris "$@"
block held held
block space free_space
block locks lock_holders
block rivals rivals
block used in_use
block architecture dpkg --print-architecture
block updates ls /var/lib/dpkg/updates
block dpkg dpkg-query -W -f '${Package}\t${Architecture}\t${db:Status-Abbrev}\t${Version}\t${Config-Version}\n'
