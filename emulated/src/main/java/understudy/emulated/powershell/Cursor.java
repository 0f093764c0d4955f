package understudy.emulated.powershell;

/** A place in a script's text, and the few steps by which it is read. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    char next() {
        return text.charAt(at++);
    }

    boolean looksAt(String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    boolean take(String word) {
        if (!looksAt(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** Takes the word if nothing that could belong to it follows. */
    boolean takeWord(String word) {
        char after = peek(word.length());
        boolean whole = looksAt(word) && !Character.isLetterOrDigit(after) && after != '-' && after != '_';
        return whole && take(word);
    }

    void expect(String word) throws PowerShellError {
        if (!take(word)) {
            throw unexpected("Missing '" + word + "'");
        }
    }

    /** Blanks, comments and continued lines; line ends too where {@code lines}. */
    void skip(boolean lines) {
        while (!atEnd()) {
            char c = peek();
            if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == ';'))) {
                at++;
            } else if (c == '`' && peek(1) == '\n') {
                at += 2;
            } else if (c == '#') {
                while (!atEnd() && peek() != '\n') {
                    at++;
                }
            } else {
                return;
            }
        }
    }

    PowerShellError unexpected(String what) {
        long line = text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new PowerShellError(what + " at line " + line + ", before \""
                + text.substring(Math.min(at, text.length()), Math.min(text.length(), at + 20))
                        .replace('\n', ' ')
                + "\".");
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }
}
