package understudy.remote.job;

import java.util.regex.Pattern;

/**
 * Where on a node the records of jobs lie, and what starts them.
 *
 * @param folder an absolute path of plain characters, for it becomes part of a unit's command line
 * @param launcher what starts a job
 */
public record JobSpool(String folder, Launcher launcher) {
    private static final Pattern FOLDER = Pattern.compile("(/[A-Za-z0-9._-]+)+");

    /** The spool of every node: {@code /var/lib/understudy}, and systemd where it runs. */
    public static final JobSpool USUAL = new JobSpool("/var/lib/understudy", Launcher.SYSTEMD_OR_SETSID);

    /** What starts a job, so that it belongs to no connection. */
    public enum Launcher {
        /** A transient systemd unit where systemd runs and we are root, else a session of its own. */
        SYSTEMD_OR_SETSID("auto"),
        /** A session of its own. */
        SETSID("setsid");

        private final String word;

        Launcher(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    public JobSpool {
        if (!FOLDER.matcher(folder).matches()) {
            throw new IllegalArgumentException(
                    "A spool folder is an absolute path of letters, digits and ._-: " + folder);
        }
    }
}
