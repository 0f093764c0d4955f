# Waits on the node until the cluster's information base has another version than $1, or, where $2 is "busy", until the
# deciding node $3 is idle; at most $4 tenths of a second. Then looks.
left=$4
while [ "$left" -gt 0 ]; do
  now=$(timeout 4 cibadmin --query --no-children </dev/null 2>/dev/null |
    sed -n 's/^<cib .*/&/;s/.* epoch="\([0-9]*\)".* num_updates="\([0-9]*\)".* admin_epoch="\([0-9]*\)".*/\3.\1.\2/p')
  [ "$now" = "$1" ] || break
  if [ "$2" = busy ]; then
    case $(timeout 4 crmadmin --timeout=3s --output-as=xml --status "$3" </dev/null 2>/dev/null) in
      *'state="S_IDLE"'*) break ;;
    esac
  fi
  sleep 0.05
  left=$((left - 1))
done
look
