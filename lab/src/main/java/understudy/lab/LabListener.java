package understudy.lab;

/** Hears what a lab is doing, one sentence at a time, while it is doing it. */
@FunctionalInterface
public interface LabListener {
    void progress(String sentence);

    /** For callers that do not want to hear anything. */
    static LabListener silent() {
        return sentence -> {};
    }
}
