package understudy.core.model;

/**
 * One reason that an operator reads: why something is refused, blocked, or worth knowing.
 *
 * @param code a stable word in capitals and hyphens, such as {@code QUORUM-WOULD-BE-LOST}; {@code understudy explain} knows it
 * @param subject the node, group, step or file that it is about
 * @param sentence what, where, why
 * @param remedy what to do next, a sentence; empty where there is nothing to do
 */
public record Finding(String code, Severity severity, String subject, String sentence, String remedy) {
    /** How much a finding weighs: a note informs, a warning is shown before the start, an error blocks. */
    public enum Severity {
        NOTE,
        WARNING,
        ERROR
    }

    public static Finding error(String code, String subject, String sentence, String remedy) {
        return new Finding(code, Severity.ERROR, subject, sentence, remedy);
    }

    public static Finding warning(String code, String subject, String sentence, String remedy) {
        return new Finding(code, Severity.WARNING, subject, sentence, remedy);
    }

    public static Finding note(String code, String subject, String sentence) {
        return new Finding(code, Severity.NOTE, subject, sentence, "");
    }

    /** The same where it does not stand in the way of what is to be done first. */
    public Finding asWarning() {
        return warning(code, subject, sentence, remedy);
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return remedy.isEmpty() ? sentence : sentence + " " + remedy;
    }
}
