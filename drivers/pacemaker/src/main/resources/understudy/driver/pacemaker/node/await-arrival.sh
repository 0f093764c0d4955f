# Waits on the node until the group $1 looks as if all of it were served on the node $2, or the deciding node has nothing more to do; at
# most $3 rounds of some 100 ms. A rough look only, and a light one, for the group's agents need the machine now: one small question
# a round, and one look after each event. What counts is read from the full look that follows.
left=$3
round=0
seen=
arrived() {
  case $mon in
    *"<group id=\"$1\" "*)
      part=${mon#*<group id=\""$1"\" }
      part=${part%%</group>*}
      ;;
    *"<clone id=\"$1\" "*)
      part=${mon#*<clone id=\""$1"\" }
      part=${part%%</clone>*}
      ;;
    *)
      part=${mon#*<resource id=\""$1"\" }
      part=${part%%</resource>*}
      ;;
  esac
  case $part in
    *' role="Start'*) ;;
    *' role="Promoted"'* | *' role="Master"'*) ;;
    *) return 1 ;;
  esac
  case $part in
    *'role="Starting"'* | *'role="Stopping"'* | *'role="Stopped"'* | *'role="Promoting"'* | *' pending="'* | *'failed="true"'*) return 1 ;;
    *"<node name=\"$2\" "*) return 0 ;;
    *) return 1 ;;
  esac
}
while [ "$left" -gt 0 ]; do
  tag=$(cibadmin --query --no-children </dev/null 2>/dev/null) || break
  version_of
  if [ "$version" != "$seen" ]; then
    seen=$version
    mon=$(crm_mon --one-shot --inactive --output-as=xml </dev/null 2>/dev/null) || break
    ! arrived "$1" "$2" || break
  fi
  round=$((round + 1))
  if [ $((round % 10)) -eq 0 ]; then
    case $(controller_of) in *'state="S_IDLE"'*) break ;; esac
  fi
  sleep 0.08
  left=$((left - 1))
done
look
