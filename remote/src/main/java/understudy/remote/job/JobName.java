package understudy.remote.job;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import understudy.remote.Digest;

/** The name under which a job is found again: made from its action id, so that whoever knows the action finds the job. */
public record JobName(String value) {
    private static final Pattern SHAPE = Pattern.compile("understudy-[0-9a-f]{16}");
    private static final int DIGITS = 16;

    public JobName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a job's name: " + value);
        }
    }

    /** The name of the job for this action: {@code understudy-} and 16 hex digits of the id's SHA-256. */
    public static JobName of(String actionId) {
        var digest = Digest.of(actionId.getBytes(StandardCharsets.UTF_8)).sha256();
        return new JobName("understudy-" + digest.substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
