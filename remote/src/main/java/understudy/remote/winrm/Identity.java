package understudy.remote.winrm;

import java.util.regex.Pattern;

/**
 * What a listener says of the Windows behind it.
 *
 * @param version for instance {@code OS: 6.0.6002 SP: 2.0 Stack: 2.0}
 */
record Identity(String version) {
    private static final Pattern SYSTEM = Pattern.compile("OS: (\\d{1,4})\\.(\\d{1,4})\\.");

    /**
     * Whether a command line reaches process creation without cmd.exe in front when we ask for that.
     *
     * <p>Windows heeds WINRS_SKIP_CMD_SHELL before version 6.3 (Server 2012 R2) only; the public Python client pypsrp documents it.
     * What does not say its version is taken for one that does not.
     */
    boolean startsProgramsItself() {
        var system = SYSTEM.matcher(version);
        if (!system.find()) {
            return false;
        }
        int major = Integer.parseInt(system.group(1));
        int minor = Integer.parseInt(system.group(2));
        // Unauthenticated clients are told 0.0.0.
        return major > 0 && (major < 6 || (major == 6 && minor < 3));
    }
}
