package understudy.emulated.windows.winrm;

import java.util.Optional;

/**
 * How a listener is set up.
 *
 * @param certificate for HTTPS; without one it speaks HTTP and takes sealed messages only
 * @param version the Windows behind it
 * @param limits its quotas
 * @param kerberos who the node is for Kerberos, where it has joined a domain
 */
public record WinRmOptions(
        Optional<NodeCertificate> certificate,
        WindowsVersion version,
        Limits limits,
        Optional<KerberosService> kerberos) {
    /** HTTP, Windows Server 2008, its limits, no domain. */
    public static WinRmOptions http() {
        return new WinRmOptions(Optional.empty(), WindowsVersion.SERVER_2008, Limits.WINRM_2, Optional.empty());
    }

    /** The same on HTTPS. */
    public static WinRmOptions https(NodeCertificate certificate) {
        return new WinRmOptions(Optional.of(certificate), WindowsVersion.SERVER_2008, Limits.WINRM_2, Optional.empty());
    }

    /** The same with that Windows. */
    public WinRmOptions on(WindowsVersion windows) {
        return new WinRmOptions(certificate, windows, limits, kerberos);
    }

    /** The same with those limits. */
    public WinRmOptions within(Limits quotas) {
        return new WinRmOptions(certificate, version, quotas, kerberos);
    }

    /** The same in a domain. */
    public WinRmOptions joined(KerberosService service) {
        return new WinRmOptions(certificate, version, limits, Optional.of(service));
    }
}
