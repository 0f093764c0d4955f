package understudy.engine.audit;

import understudy.documents.json.BrokenJson;
import understudy.documents.json.RecordCodec;

/**
 * One line of an audit: an entry, and what chains it to the line before.
 *
 * @param line its number, from 1
 * @param previous the hash of the line before; 64 zeros in the first
 * @param hash the SHA-256 of the line's own text without this last component: {@code {"line":...,"entry":...,"previous":"..."}}
 */
public record AuditLine(long line, AuditEntry entry, String previous, String hash) {
    private static final RecordCodec CODEC = new RecordCodec();

    /** What is hashed. */
    record Content(long line, AuditEntry entry, String previous) {}

    /** The line that follows one with this hash. */
    static AuditLine after(String previous, long line, AuditEntry entry) {
        return new AuditLine(
                line, entry, previous, Chain.sha256(CODEC.write(Content.class, new Content(line, entry, previous))));
    }

    /** As it stands in the file, without the line end. */
    public String text() {
        return CODEC.write(AuditLine.class, this);
    }

    /**
     * Reads a line as it is; whether it {@link #isSound} is another question.
     *
     * @throws BrokenJson if it has not the form of an audit's line
     */
    public static AuditLine read(String text) {
        return CODEC.read(AuditLine.class, text);
    }

    /** Whether the text is, to the letter, the one that gave the hash that it holds. */
    static boolean isSound(String text, AuditLine read) {
        String end = ",\"hash\":\"" + read.hash + "\"}";
        return text.endsWith(end)
                && Chain.sha256(text.substring(0, text.length() - end.length()) + "}")
                        .equals(read.hash);
    }
}
