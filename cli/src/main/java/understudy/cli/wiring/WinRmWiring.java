package understudy.cli.wiring;

import java.util.Map;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry.NodeEntry;
import understudy.cli.inventory.ClusterEntry.WinRmEntry;
import understudy.cli.inventory.ClusterEntry.WinRmEntry.Transport;
import understudy.core.model.NodeId;
import understudy.remote.tls.CertificateTrust;
import understudy.remote.winrm.Secret;
import understudy.remote.winrm.WinRmEndpoint;
import understudy.remote.winrm.WinRmLogin;
import understudy.remote.winrm.WinRmSettings;

/** Turns an inventory's words about WinRM into the settings of one node. */
final class WinRmWiring {
    private WinRmWiring() {}

    static WinRmSettings settings(WinRmEntry winrm, NodeId node, NodeEntry entry, Map<String, String> environment) {
        boolean tls = winrm.transport() == Transport.HTTPS;
        int usual = winrm.port().orElse(tls ? WinRmEndpoint.HTTPS_PORT : WinRmEndpoint.HTTP_PORT);
        WinRmEndpoint endpoint = new WinRmEndpoint(entry.address(), entry.port().orElse(usual), tls);
        return new WinRmSettings(endpoint, login(winrm, environment)).trusting(trust(winrm, node));
    }

    private static WinRmLogin login(WinRmEntry winrm, Map<String, String> environment) {
        Optional<Secret> password = winrm.password().map(reference -> Secrets.of(reference, environment));
        return switch (winrm.login()) {
            case NTLM -> new WinRmLogin.Ntlm(winrm.user(), password.orElseThrow());
            case BASIC -> new WinRmLogin.Basic(winrm.user(), password.orElseThrow());
            case KERBEROS -> new WinRmLogin.Kerberos(winrm.user(), password);
        };
    }

    private static CertificateTrust trust(WinRmEntry winrm, NodeId node) {
        return CertificateTrust.of(Optional.ofNullable(winrm.fingerprints().get(node.value())), winrm.authorities());
    }
}
