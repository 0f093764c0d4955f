# Waits on the node until the cluster's information base has another version than $1, or, where $2 is "busy", until the
# deciding node $3 is idle; at most $4 rounds of some 80 ms. Then looks.
left=$4
while [ "$left" -gt 0 ]; do
  current_version || break
  [ "$version" = "$1" ] || break
  if [ "$2" = busy ]; then
    case $(timeout 4 crmadmin --timeout=3s --output-as=xml --status "$3" </dev/null 2>/dev/null) in
      *'state="S_IDLE"'*) break ;;
    esac
  fi
  sleep 0.05
  left=$((left - 1))
done
look
