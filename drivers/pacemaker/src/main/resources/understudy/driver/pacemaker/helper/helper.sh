#!/bin/sh
# Understudy's helper: does on this node, as root, what is listed here and nothing else, for an account that may call nothing but
# this by sudo. Made by `understudy sudo`. Belongs to root; write nothing into it.      node DIGEST VERB ...
set -u
LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TMPDIR=/tmp
export LC_ALL PATH HOME TMPDIR
umask 022
digest=@DIGEST@

# refuse EXIT-CODE SENTENCE: 76 another version, 77 not allowed. Nothing has been done then.
refuse() {
  printf 'understudy-helper: %s\n' "$2" >&2
  exit "$1"
}

# What may be called: one pattern a line for all the words of a call, with a TAB before each.
calls() {
  cat <<'UNDERSTUDY_END'
@CALLS@
UNDERSTUDY_END
}

# What a job may run: a pattern for its whole command line, as it stands in the job's request.
jobs() {
  cat <<'UNDERSTUDY_END'
@JOBS@
UNDERSTUDY_END
}

# Nothing but printable ASCII, so that no word can pass for two, and no line for another.
is_allowed() {
  line=
  for word; do
    case $word in *[!' '-'~']*) return 1 ;; esac
    line="$line	$word"
  done
  printf '%s\n' "$line" | grep -Exq -e "$(calls)"
}

# The scripts, as the driver would send them where it logs in as root.
script() {
  case $1 in
@SCRIPTS@
    *) refuse 77 "it has no script $1" ;;
  esac
}

# The named scripts up to --, one after the other.
scripts() {
  while [ "$1" != -- ]; do
    script "$1"
    shift
  done
}

# Asks a question of ours; the word between the answers comes on standard input, where no other process can read it.
ask() {
  IFS= read -r boundary || refuse 77 "the word between the answers is missing"
  case $boundary in *[!0-9a-f]* | '') refuse 77 "the word between the answers is none" ;; esac
  asked="boundary=$boundary
$(script blocks)
$(scripts "$@")"
  while [ "$1" != -- ]; do shift; done
  shift
  printf '%s\n' "$asked" | sh -s -- "$@"
}

# Starts a job: its request, which comes on standard input, may name nothing but what is listed.
start_job() {
  request=$(umask 077 && mktemp) || refuse 77 "there is no room for the job's request"
  trap 'rm -f "$request"' EXIT
  head -c 1048576 >"$request"
  [ "$(grep -c '' "$request")" -eq 2 ] || refuse 77 "the job's request has not two lines"
  tail -n +2 "$request" | grep -Exq -e "$(jobs)" || refuse 77 "it does not allow that job"
  "$@" <"$request"
}

[ "${1-}" = "$digest" ] || refuse 76 "this is version $digest, and version ${1-} is asked for"
shift
case ${1-} in
  version)
    printf 'understudy-helper %s\n' "$digest"
    exit 0
    ;;
  allows)
    shift
    is_allowed "$@" || refuse 77 "it does not allow: $*"
    exit 0
    ;;
esac
is_allowed "$@" || refuse 77 "it does not allow: $*"
case $1 in
  script)
    shift
    ask "$@"
    ;;
  work)
    shift
    work=$(scripts "$@")
    while [ "$1" != -- ]; do shift; done
    shift
    exec sh -c "$work" understudy "$@"
    ;;
  put)
    shift
    exec sh -c "$(script put)" put "$@"
    ;;
  /bin/sh)
    if [ "$4" = start ]; then start_job "$@"; else exec "$@"; fi
    ;;
  *) exec "$@" ;;
esac
