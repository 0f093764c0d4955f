package understudy.driver.pacemaker.xml;

/** What a tool printed cannot be read; its message is a sentence for the operator. Checked, because each caller has an answer to it. */
public final class UnreadableXml extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableXml(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
