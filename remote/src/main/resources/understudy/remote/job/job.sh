# Long commands ("jobs") that outlive the connection which started them; their records outlive the node's power.
#
#   sh job.sh SPOOL start NAME ACTION BOOT TOKEN LAUNCHER SHA256 <request    first line: the record; rest: shell text to run
#   sh job.sh SPOOL find NAME | await NAME SECONDS | clean NAME | raise TOKEN | running
#   sh job.sh SPOOL run NAME                                                 what the unit or the new session executes
#
# The answer is one line that begins with "understudy-job". Everything else, or nothing, means that this script broke off.
#
# SPOOL/lock             held by whoever starts or clears a job, so that a look never falls into the middle of a start
# SPOOL/token            the highest fencing token seen; a start with a lower one is refused
# SPOOL/jobs/NAME/       start.json  written and on disk before the work starts
#                        command     what runs
#                        runner      locked by the runner while it lives; released when end.json is there
#                        work        locked by whatever the work has started, for as long as any of it lives
#                        output      what the work says
#                        end.json    exit code and times; its room is reserved at the start, for disks fill up
set -u
umask 077
answer() {
  printf 'understudy-job %s\n' "$*"
  exit 0
}

boot_now() {
  cat /proc/sys/kernel/random/boot_id
}

now() {
  date -u +%Y-%m-%dT%H:%M:%SZ
}

on_disk() {
  sync "$@" 2>/dev/null || sync
}

# Does somebody hold this lock file?
held() {
  [ -e "$1" ] || return 1
  flock -n -s "$1" true
  [ $? -eq 1 ]
}

has_systemd() {
  [ -d /run/systemd/system ] && command -v systemd-run >/dev/null
}

unit_lives() {
  has_systemd || return 1
  case $(systemctl show --property=ActiveState --value "$name.service" 2>/dev/null) in
    active | activating | deactivating | reloading) return 0 ;;
    *) return 1 ;;
  esac
}

take_lock() {
  mkdir -p "$spool/jobs" || answer refused "the folder $spool/jobs cannot be made"
  exec 9>>"$spool/lock"
  flock "$@" -w 20 9 || answer refused "another start holds $spool/lock for more than 20 s"
}

say_if_ended() {
  [ ! -e "$dir/end.json" ] || answer ended "$(head -c 512 "$dir/end.json")"
}

say_state() {
  [ -e "$dir/start.json" ] || answer absent
  say_if_ended
  if held "$dir/runner" || held "$dir/work" || unit_lives; then
    answer running "$(cat "$dir/boot")"
  fi
  say_if_ended
  answer unknown "$(cat "$dir/boot")" "$(boot_now)"
}

# Raises the highest token seen, or refuses one that is lower.
claim_token() {
  highest=0
  [ ! -s "$spool/token" ] || read -r highest <"$spool/token"
  [ "$1" -ge "$highest" ] || answer refused "token $1 is lower than $highest, so another run has taken this cluster over"
  [ "$1" -gt "$highest" ] || return 0
  { printf '%s\n' "$1" >"$spool/token.new" && on_disk "$spool/token.new" && mv -f "$spool/token.new" "$spool/token"; } ||
    answer refused "the token cannot be written to $spool/token"
  on_disk "$spool"
}

write_request() {
  rm -rf "$dir" && mkdir "$dir" && cat >"$dir/request" || return 1
  found=$(sha256sum <"$dir/request")
  [ "${found%% *}" = "$1" ] || return 1
  head -n 1 "$dir/request" >"$dir/record" && tail -n +2 "$dir/request" >"$dir/command" || return 1
  printf '%s\n' "$action" >"$dir/action" && printf '%s\n' "$boot" >"$dir/boot" || return 1
  printf '%511s\n' '' >"$dir/end.room" && : >"$dir/runner" && : >"$dir/work" && : >"$dir/output" || return 1
  printf 'not begun\n' >"$dir/ready" || return 1
  rm -f "$dir/request"
  on_disk "$dir/record" "$dir/command" "$dir/action" "$dir/boot" "$dir/end.room" "$dir/ready"
  mv "$dir/record" "$dir/start.json" || return 1
  on_disk "$dir" "$spool/jobs"
}

# A late runner finds no record and does nothing; one that is there already keeps its record.
withdraw() {
  exec 8>>"$dir/runner"
  flock -n 8 || return 0
  [ -e "$dir/ready" ] || return 0
  rm -rf "$dir"
  answer refused "the job could not be started: $1"
}

launch() {
  if [ "$launcher" != setsid ] && [ "$(id -u)" = 0 ] && has_systemd; then
    # When the node shuts down the runner waits for its work (mixed: only the runner is told), 90 s at most.
    said=$(systemd-run --quiet --collect --unit="$name" --description="Understudy job $action" \
      --property=KillMode=mixed --property=TimeoutStopSec=90 --property=IgnoreSIGPIPE=no \
      /bin/sh "$0" "$spool" run "$name" 2>&1 </dev/null 9>&-) || withdraw "systemd-run: $said"
  else
    command -v setsid >/dev/null || withdraw "neither systemd nor setsid is here"
    setsid /bin/sh "$0" "$spool" run "$name" </dev/null >/dev/null 2>&1 9>&- &
  fi
  looks=0
  until held "$dir/runner" || [ -e "$dir/end.json" ]; do
    looks=$((looks + 1))
    [ $looks -lt 200 ] || withdraw "nothing of it was seen within 10 s"
    sleep 0.05
  done
}

start() {
  action=$1 boot=$2 token=$3 launcher=$4 digest=$5
  command -v flock >/dev/null || answer refused "flock is missing here; install util-linux"
  take_lock
  claim_token "$token"
  if [ -e "$dir/start.json" ]; then
    [ "$(cat "$dir/action")" = "$action" ] || answer refused "the record in $dir is that of another action"
    say_state
  fi
  [ "$(boot_now)" = "$boot" ] || answer refused "the node's boot is $(boot_now), not $boot: it has restarted since it was last looked at"
  if ! write_request "$digest"; then
    rm -rf "$dir"
    answer refused "the record cannot be written whole to $dir; look for a full disk"
  fi
  launch
  say_state
}

await_end() {
  until_second=$(($(date +%s) + $1))
  [ ! -e "$dir/start.json" ] || [ -e "$dir/end.json" ] || flock -s -w "$1" "$dir/runner" true
  rest=$((until_second - $(date +%s)))
  # The runner is gone without an end, killed by somebody; what it had started may still be at it.
  [ ! -e "$dir/start.json" ] || [ -e "$dir/end.json" ] || [ $rest -le 0 ] || flock -s -w $rest "$dir/work" true
  take_lock -s
  say_state
}

clean() {
  take_lock
  [ -e "$dir/start.json" ] || { rm -rf "$dir"; answer absent; }
  if [ ! -e "$dir/end.json" ]; then
    if held "$dir/runner" || held "$dir/work" || unit_lives; then
      say_state
    fi
  fi
  rm -rf "$dir" && on_disk "$spool/jobs"
  answer absent
}

run() {
  exec 8>>"$dir/runner" 7>>"$dir/work"
  flock 8 && flock 7 || exit 1
  # The second door: whoever gets this name away runs the work, and nobody after him.
  [ -e "$dir/start.json" ] && mv "$dir/ready" "$dir/begun" || exit 0
  began=$(now)
  trap : HUP INT TERM
  HOME=${HOME:-/root}
  PATH=${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}
  export HOME PATH
  cd / && umask 022 || exit 1
  /bin/sh "$dir/command" </dev/null >"$dir/output" 2>&1 8>&-
  code=$?
  printf '{"format":1,"exit":%d,"boot":"%s","started":"%s","ended":"%s"}' "$code" "$(boot_now)" "$began" "$(now)" 1<>"$dir/end.room"
  on_disk "$dir/end.room" "$dir/output"
  mv "$dir/end.room" "$dir/end.json"
  on_disk "$dir"
}

# The names of the jobs that run now, for whoever takes over.
running() {
  take_lock -s
  live=
  for dir in "$spool"/jobs/understudy-*; do
    [ -e "$dir/start.json" ] && [ ! -e "$dir/end.json" ] || continue
    name=${dir##*/}
    if held "$dir/runner" || held "$dir/work" || unit_lives; then
      live="$live $name"
    fi
  done
  answer "live$live"
}

spool=$1 verb=$2
shift 2
case $verb in
  running) running ;;
  raise) take_lock; claim_token "$1"; answer raised "$1" ;;
esac
name=$1
shift
case $name in
  understudy-????????????????) ;;
  *) echo "not a job's name: $name" >&2; exit 64 ;;
esac
case ${name#understudy-} in
  *[!0-9a-f]*) echo "not a job's name: $name" >&2; exit 64 ;;
esac
dir=$spool/jobs/$name
case $verb in
  start) start "$@" ;;
  find) take_lock -s; say_state ;;
  await) await_end "$1" ;;
  clean) clean ;;
  run) run ;;
  *) echo "not a verb: $verb" >&2; exit 64 ;;
esac
