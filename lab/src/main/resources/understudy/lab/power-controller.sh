#!/bin/sh
# Power controller of one node: what a board's management controller is to a real server. Starts the node, starts it
# again after a reboot, and obeys the orders that people and the fence agent leave as files.
#
#   power-controller.sh LAB NODE BRIDGE FOLDER BASE-IMAGE
#
# It runs in a mount namespace of its own, so that the node's disk never shows in the machine's mount table.
#   FOLDER/power/NODE.want   the order: on, off, cycle (pull the plug and put it back), quit
#   FOLDER/power/NODE.state  what is: on, off
#   FOLDER/power/NODE.boots  how often this controller has started the node
#   FOLDER/power/NODE.cut    there while the node's cable is pulled
#   FOLDER/run/NODE.nspawn   process id of the running systemd-nspawn
set -eu
lab=$1 node=$2 bridge=$3 folder=$4 base=$5
power=$folder/power disk=$folder/disk/$node.img root=$folder/run/$node.root port=vb-$lab-$node
nspawn=

# Cgroup v2 alone, or the v1 hierarchies that systemd needs. Without a cgroup of its own, every node would share one.
hierarchies() {
    if [ -e /sys/fs/cgroup/cgroup.controllers ]; then echo /sys/fs/cgroup; return; fi
    for h in systemd unified memory pids; do [ ! -d /sys/fs/cgroup/$h ] || echo /sys/fs/cgroup/$h; done
}

# The processes in this cgroup of the node's and below; the node itself runs in "machine", this script above it.
processes() {
    for h in $(hierarchies); do
        find "$h/understudy/$lab/$node$1" -name cgroup.procs -exec cat {} + 2>/dev/null || :
    done | sort -u
}

# Whoever kills systemd-nspawn alone leaves a node running.
reap() {
    while left=$(processes "$1") && [ -n "$left" ]; do
        for p in $left; do kill -9 "$p" 2>/dev/null || :; done
        sleep 0.1
    done
}

say() { echo "$1" >"$power/$node.$2.new"; mv "$power/$node.$2.new" "$power/$node.$2"; }
wanted() { read -r want <"$power/$node.want" || want=; }

first_boot() {
    cp --sparse=always "$base" "$disk.new"
    mount -o loop "$disk.new" "$root"
    tar -C "$folder/seed/$node" -cf - . | tar -C "$root" --no-same-owner --no-overwrite-dir -xpf -
    chroot "$root" chown -R hacluster:haclient /var/lib/pacemaker/cib
    umount "$root"
    mv "$disk.new" "$disk"
}

start() {
    ip link del "$port" 2>/dev/null || :        # left over when the node was killed
    up=$(cut -d. -f1 /proc/uptime)
    say $(($(cat "$power/$node.boots") + 1)) boots
    # shellcheck disable=SC2016  # the inner shell expands its own arguments
    sh -c 'for cgroup in $0; do echo $$ >"$cgroup/cgroup.procs"; done; exec "$@"' "$cgroups" \
        unshare --time --boottime "-$up" --monotonic "-$up" \
            systemd-nspawn -q -D "$root" -M "$lab-$node" --hostname="$node" --boot --register=no --keep-unit \
            --network-bridge="$bridge" --capability=CAP_IPC_LOCK --resolv-conf=off --timezone=off --link-journal=no \
            --bind="$folder/shared:/srv/shared" --bind-ro="$folder/repository:/srv/repository" --bind="$power:/srv/power" \
            --console=pipe </dev/null &
    nspawn=$!
    echo "$nspawn" >"$folder/run/$node.nspawn"
    say on state
}

# The plug is pulled: PID 1 of the node dies at once, and everything in the node with it.
stop() {
    if [ -n "$nspawn" ]; then
        pkill -9 -P "$nspawn" || :
        wait "$nspawn" || :
        nspawn=
        reap /machine
    fi
    rm -f "$folder/run/$node.nspawn"
    say off state
}

ended() { [ -n "$nspawn" ] && ! kill -0 "$nspawn" 2>/dev/null; }

# A reboot ends systemd-nspawn with 133; anything else is a node that has switched itself off.
after_end() {
    code=0
    wait "$nspawn" || code=$?
    nspawn=
    reap /machine
    rm -f "$folder/run/$node.nspawn"
    say off state
    wanted
    [ "$code" = 133 ] || [ "$want" != on ] || say off want
}

# Other people's loop mounts were copied into this namespace: let go of them, or their devices could never be freed.
awk -v own="$folder/" '$5 != "/" && index(own, $5 "/") != 1 && / - [^ ]+ \/dev\/loop/ {print $5}' /proc/self/mountinfo |
    while read -r other; do umount -l "$other" || :; done

echo $$ >"$folder/run/$node.pid"
reap ""                                         # what an earlier controller left; before this process joins
cgroups=
for h in $(hierarchies); do
    mkdir -p "$h/understudy/$lab/$node/machine"
    cgroups="$cgroups $h/understudy/$lab/$node/machine"
    echo $$ >"$h/understudy/$lab/$node/cgroup.procs"
done
mkdir -p "$root"
[ -e "$disk" ] || first_boot
mount -o loop "$disk" "$root"
echo 0 >"$power/$node.boots"
say off state

while :; do
    [ ! -e "$power/$node.cut" ] || ip link set "$port" nomaster 2>/dev/null || :
    if ended; then after_end; fi
    wanted
    case $want in
        on) [ -n "$nspawn" ] || start ;;
        cycle) stop; say on want ;;
        quit) stop; umount "$root"; exit 0 ;;
        *) [ -z "$nspawn" ] || stop ;;
    esac
    sleep 0.2
done
