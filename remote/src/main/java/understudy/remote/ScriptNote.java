package understudy.remote;

import java.util.List;

/**
 * What may be told of a script or a job that a command reads: never its text.
 *
 * @param name what we call it
 * @param digest of its text, less what is made anew each time
 * @param runs for a job: the program and its arguments that are to run on the node; else empty
 */
public record ScriptNote(String name, Digest digest, List<String> runs) {
    public ScriptNote {
        runs = List.copyOf(runs);
    }
}
