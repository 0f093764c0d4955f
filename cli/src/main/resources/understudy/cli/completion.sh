
# What picocli's script above leaves open: the names of runs, which the program is asked for, and files behind options.

# The runs of the state directory, where the word to be completed is the first, from this place on, that is no option.
function _understudy_runs() {
  local at=$1
  local -a state
  while ((at < COMP_CWORD)); do
    case "${COMP_WORDS[at]}" in
      --state) state=(--state "${COMP_WORDS[at + 1]/#\~/$HOME}"); ((at += 2)) ;;
      @VALUED@) ((at += 2)) ;;
      -*) ((at += 1)) ;;
      *) return ;;
    esac
  done
  ((at == COMP_CWORD)) || return
  "${COMP_WORDS[0]/#\~/$HOME}" runs "${state[@]}" 2>/dev/null | sed -n 's/^\([a-z0-9-]\{1,40\}\)  [A-Z].*/\1/p'
}

function _understudy_words() {
  local word="${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  _complete_understudy
  if [[ ${#COMPREPLY[@]} -gt 0 || "$word" == -* ]]; then return 0; fi
  case "${COMP_WORDS[1]}" in
    @RUNS@) COMPREPLY=($(compgen -W "$(_understudy_runs 2)" -- "$word")) ;;
    audit) COMPREPLY=($(compgen -W "$(_understudy_runs 3)" -- "$word")) ;;
  esac
  # picocli's script has switched file names off.
  if [[ ${#COMPREPLY[@]} -eq 0 && -n "$BASH_VERSION" ]]; then compopt -o default 2>/dev/null; fi
  return 0
}

complete -F _understudy_words -o default understudy
