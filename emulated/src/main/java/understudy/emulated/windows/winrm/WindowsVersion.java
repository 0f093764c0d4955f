package understudy.emulated.windows.winrm;

/**
 * Which Windows the node is, as an authenticated client is told.
 *
 * @param text for instance {@code OS: 6.0.6002 SP: 2.0 Stack: 2.0}
 * @param startsProgramsItself whether WINRS_SKIP_CMD_SHELL is heeded: before Server 2012 R2 only
 */
public record WindowsVersion(String text, boolean startsProgramsItself) {
    /** Windows Server 2008 with Service Pack 2 and WinRM 2.0. */
    public static final WindowsVersion SERVER_2008 = new WindowsVersion("OS: 6.0.6002 SP: 2.0 Stack: 2.0", true);

    /** Windows Server 2012 R2, which puts cmd.exe in front of every command. */
    public static final WindowsVersion SERVER_2012_R2 = new WindowsVersion("OS: 6.3.9600 SP: 0.0 Stack: 3.0", false);
}
