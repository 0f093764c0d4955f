# Which of these paths and programs are here. Changes nothing.
present() {
  for one; do
    case $one in
      /*) [ -e "$one" ] || continue ;;
      *) command -v "$one" >/dev/null || continue ;;
    esac
    printf '%s\n' "$one"
  done
}
block present present "$@"
