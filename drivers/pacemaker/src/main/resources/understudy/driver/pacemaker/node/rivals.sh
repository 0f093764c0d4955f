# Whether these units start at boot, and whether they are active now. Changes nothing.
states() {
  for unit; do
    printf '%s\t%s\t%s\n' "$unit" "$(systemctl is-enabled "$unit" 2>/dev/null)" "$(systemctl is-active "$unit" 2>/dev/null)"
  done
  true
}
block rivals states "$@"
