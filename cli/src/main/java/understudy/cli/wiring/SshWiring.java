package understudy.cli.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import understudy.cli.inventory.ClusterEntry.NodeEntry;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.remote.ssh.SshEndpoint;
import understudy.remote.ssh.SshIdentity;
import understudy.remote.ssh.SshSettings;

/** Turns an inventory's words about SSH into the settings of one node. */
public final class SshWiring {
    private static final Pattern JUMP = Pattern.compile("(?:([^@:]+)@)?([^@:]+)(?::(\\d{1,5}))?");

    private SshWiring() {}

    /**
     * How this node is reached.
     *
     * @throws IllegalArgumentException in one sentence, where a jump host is miswritten or the agent is missing
     */
    public static SshSettings settings(SshEntry ssh, NodeEntry node, Map<String, String> environment) {
        SshEndpoint endpoint =
                new SshEndpoint(ssh.user(), node.address(), node.port().orElse(ssh.port()));
        List<SshEndpoint> jumps =
                ssh.jump().stream().map(text -> jump(text, ssh.user())).toList();
        return new SshSettings(endpoint, identity(ssh, environment), ssh.knownHosts()).through(jumps);
    }

    private static SshIdentity identity(SshEntry ssh, Map<String, String> environment) {
        SshIdentity identity = ssh.identity().map(SshIdentity::key).orElseGet(() -> SshIdentity.agentOf(environment));
        if (ssh.agent() && ssh.identity().isPresent()) {
            Optional<Path> socket = SshIdentity.agentOf(environment).agentSocket();
            identity = socket.map(identity::heldBy).orElse(identity);
        }
        return ssh.certificate().map(identity::certifiedBy).orElse(identity);
    }

    private static SshEndpoint jump(String text, String user) {
        Matcher parts = JUMP.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A jump host is written as user@host:port, not \"" + text + "\".");
        }
        String port = parts.group(3);
        return new SshEndpoint(
                parts.group(1) == null ? user : parts.group(1),
                parts.group(2),
                port == null ? SshEndpoint.USUAL_PORT : Integer.parseInt(port));
    }
}
