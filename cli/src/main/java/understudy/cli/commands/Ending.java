package understudy.cli.commands;

import java.util.List;

/** Ends a command early with an exit code and the sentences that say why. */
public final class Ending extends RuntimeException {
    private final transient ExitCode code;
    private final transient List<String> sentences;

    public Ending(ExitCode code, List<String> sentences) {
        super(String.join(" ", sentences), null, false, false);
        this.code = code;
        this.sentences = List.copyOf(sentences);
    }

    public Ending(ExitCode code, String sentence) {
        this(code, List.of(sentence));
    }

    public ExitCode code() {
        return code;
    }

    public List<String> sentences() {
        return sentences;
    }
}
