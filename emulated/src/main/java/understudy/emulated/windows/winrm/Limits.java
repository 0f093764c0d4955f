package understudy.emulated.windows.winrm;

/**
 * How much a listener allows ({@code winrm get winrm/config/winrs}).
 *
 * @param shellsPerUser MaxShellsPerUser: 5 in WinRM 2.0, 30 in 3.0
 * @param commandsPerShell MaxProcessesPerShell: 15 in WinRM 2.0, 25 in 3.0
 * @param envelopeBytes MaxEnvelopeSizekb in bytes: 153,600 in WinRM 2.0, 512,000 in 3.0
 */
public record Limits(int shellsPerUser, int commandsPerShell, int envelopeBytes) {
    /** Those of WinRM 2.0, which Windows Server 2003 to 2008 R2 have. */
    public static final Limits WINRM_2 = new Limits(5, 15, 153_600);
}
