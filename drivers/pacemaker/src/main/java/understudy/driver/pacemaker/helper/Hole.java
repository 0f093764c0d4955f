package understudy.driver.pacemaker.helper;

/**
 * A place in a command that differs from call to call. Its {@code word} stands there in a specimen, which the driver's own builders
 * make; in the rule its {@code pattern} (POSIX extended, and the same in Java) stands there.
 */
public enum Hole {
    NODE("hole-node-hole", "[A-Za-z0-9._-]{1,200}"),
    NODE_ID("hole-number-hole", "[A-Za-z0-9._-]{1,64}"),
    SET("hole-set-hole", "[A-Za-z0-9._-]{1,250}"),
    PAIR("hole-pair-hole", "[A-Za-z0-9._-]{1,250}"),
    GROUP("hole-group-hole", "[A-Za-z0-9._-]{1,200}"),
    RUN("hole-run-hole", "[a-z0-9-]{1,40}"),
    ENTRY("hole-entry-hole", "[A-Za-z0-9._-]{1,150}"),
    SCORE("hole-score-hole", "-?(INFINITY|[0-9]{1,7})"),
    ROLE("hole-role-hole", "(Started|Stopped|Promoted|Unpromoted|Master|Slave)"),
    LOCK("hole-lock-hole", "[0-9]{1,18}( [a-z0-9-]{1,40} [A-Za-z0-9._-]{1,100} [0-9TZ:.-]{10,40})?"),
    JOB("hole-job-hole", "understudy-[0-9a-f]{16}"),
    ACTION("hole-action-hole", "[A-Za-z0-9._/:>#-]{1,300}"),
    BOOT("hole-boot-hole", "[0-9a-f-]{8,64}"),
    NUMBER("hole-digits-hole", "[0-9]{1,18}"),
    SHA256("hole-sha-hole", "[0-9a-f]{64}");

    private final String word;
    private final String pattern;

    Hole(String word, String pattern) {
        this.word = word;
        this.pattern = pattern;
    }

    /** What stands for it in a specimen. */
    public String word() {
        return word;
    }

    /** What may stand there in a call. */
    public String pattern() {
        return pattern;
    }
}
