package understudy.cli.commands;

import java.util.Locale;

/** How a command ended, for scripts; the table in the README is generated from nothing but agrees with this by a test. */
public enum ExitCode {
    DONE(0, "done, or there was nothing to do"),
    NOT_FINISHED(1, "the run ended without having patched everything; its last sentence says why and what next"),
    BAD_INPUT(2, "the command line or a file is wrong; nothing was touched"),
    REFUSED(3, "refused: the plan or a guard forbids it; nothing was touched"),
    WAITS(4, "the run waits for a person: an answer, or `resume`"),
    HELD(5, "another process or another run holds it"),
    NOT_SEEN(6, "the cluster did not give a believable answer; nothing was touched");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** The line of the README's table. */
    public String row() {
        return String.format(Locale.ROOT, "| %d | %s |", code, meaning);
    }
}
