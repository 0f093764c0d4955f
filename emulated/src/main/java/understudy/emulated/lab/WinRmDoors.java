package understudy.emulated.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import understudy.emulated.windows.CommandHost;
import understudy.emulated.windows.winrm.NodeCertificate;
import understudy.emulated.windows.winrm.WinRmListener;
import understudy.emulated.windows.winrm.WinRmOptions;
import understudy.emulated.windows.winrm.WindowsVersion;

/** The WinRM listeners of a lab's nodes: each has one on HTTP, which takes sealed messages only, and one on HTTPS. */
final class WinRmDoors implements AutoCloseable {
    private final Map<String, WinRmListener> http = new LinkedHashMap<>();
    private final Map<String, WinRmListener> https = new LinkedHashMap<>();
    private final StringBuilder authorities = new StringBuilder();

    void open(CommandHost host, WindowsVersion version) throws IOException, GeneralSecurityException {
        InstantSource clock = InstantSource.system();
        NodeCertificate certificate = NodeCertificate.of(host.name(), clock.instant());
        authorities.append(certificate.pem());
        http.put(host.name(), WinRmListener.start(host, WinRmOptions.http().on(version), clock, 0));
        https.put(
                host.name(),
                WinRmListener.start(host, WinRmOptions.https(certificate).on(version), clock, 0));
    }

    /** Writes what vouches for the nodes' certificates. */
    void writeAuthorities(Path file) throws IOException {
        Files.writeString(file, authorities.toString());
    }

    WinRmListener of(String node, boolean tls) {
        WinRmListener listener = (tls ? https : http).get(node);
        if (listener == null) {
            throw new IllegalArgumentException("There is no node " + node + ".");
        }
        return listener;
    }

    void losePower(String node) {
        of(node, false).losePower();
        of(node, true).losePower();
    }

    @Override
    public void close() throws IOException {
        for (WinRmListener listener : http.values()) {
            listener.close();
        }
        for (WinRmListener listener : https.values()) {
            listener.close();
        }
    }
}
