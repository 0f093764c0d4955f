# Sent before the package jobs. Arguments: name=version for each target. Leaves in "$@" those that the node is below.
set -u
LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin
DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 APT_LISTCHANGES_FRONTEND=none APT_LISTBUGS_FRONTEND=none UCF_FORCE_CONFFOLD=1
export LC_ALL PATH DEBIAN_FRONTEND NEEDRESTART_SUSPEND APT_LISTCHANGES_FRONTEND APT_LISTBUGS_FRONTEND UCF_FORCE_CONFFOLD
if ! command -v apt-get >/dev/null; then
  echo "There is no apt-get on this node, and no other package manager is driven yet."
  exit 4
fi
count=$#
while [ "$count" -gt 0 ]; do
  target=$1
  shift
  count=$((count - 1))
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Version}\n' "${target%%=*}" 2>/dev/null | head -n 1)
  case $installed in
    'installed '*)
      ! dpkg --compare-versions "${installed#installed }" ge "${target#*=}" || continue
      ;;
  esac
  set -- "$@" "$target"
done
apt() {
  apt-get --quiet --assume-yes --no-remove -o DPkg::Lock::Timeout=300 -o APT::Color=0 -o Dpkg::Use-Pty=0 \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" </dev/null
}
