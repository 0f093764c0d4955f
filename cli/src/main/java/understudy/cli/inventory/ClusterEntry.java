package understudy.cli.inventory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.documents.SecretReference;
import understudy.engine.ports.Hooks;

/**
 * One cluster of the inventory.
 *
 * @param platform what the verbs mean: {@code pacemaker}, {@code simulated}
 * @param through the management host that reaches nodes without a remote shell
 * @param scenario the scenario file of a simulated cluster
 * @param rivals units of the nodes, beside those of the distribution, that change a node by themselves
 * @param procedure the id of the procedure that patches it as a rule; empty for the platform's own
 */
public record ClusterEntry(
        String name,
        String platform,
        Optional<Path> scenario,
        Optional<String> procedure,
        Optional<SshEntry> ssh,
        Optional<WinRmEntry> winrm,
        Optional<BigFixEntry> bigfix,
        Optional<ThroughEntry> through,
        SequencedMap<NodeId, NodeEntry> nodes,
        SequencedMap<GroupId, GroupEntry> groups,
        List<HookEntry> hooks,
        List<String> rivals,
        Policy policy) {
    public ClusterEntry {
        rivals = List.copyOf(rivals);
        hooks = List.copyOf(hooks);
    }

    /**
     * A program of the site that runs beside us and is asked before, or told after, what a run does.
     *
     * @param command its words; it reads what happens as one JSON object from its standard input
     * @param deadline when it is ended, which counts as a no
     */
    public record HookEntry(String name, List<Hooks.Moment> when, List<String> command, Duration deadline) {
        public HookEntry {
            when = List.copyOf(when);
            command = List.copyOf(command);
        }
    }

    /**
     * How its nodes are reached by SSH.
     *
     * @param jump hosts to go through, first one first, as {@code user@host:port}
     */
    public record SshEntry(
            String user,
            int port,
            Optional<Path> identity,
            Optional<Path> certificate,
            boolean agent,
            Path knownHosts,
            List<String> jump) {}

    /**
     * How its nodes are reached by WinRM.
     *
     * @param user {@code DOMAIN\\name}, {@code name@domain} or {@code name}
     * @param password where it is found; empty for Kerberos by the tickets that are there already
     * @param port empty for the transport's usual one
     * @param authorities a PEM file that vouches for the nodes' certificates; empty for those that Java trusts
     * @param fingerprints of certificates that are believed as they are, by node
     */
    public record WinRmEntry(
            String user,
            Optional<SecretReference> password,
            Login login,
            Transport transport,
            OptionalInt port,
            Optional<Path> authorities,
            Map<String, String> fingerprints) {
        /** How we prove who we are. */
        public enum Login {
            NTLM,
            KERBEROS,
            BASIC
        }

        /** What protects the messages: TLS, or NTLM's own seal on each. */
        public enum Transport {
            HTTPS,
            HTTP
        }

        public WinRmEntry {
            fingerprints = Map.copyOf(fingerprints);
        }
    }

    /**
     * A management host.
     *
     * @param cluster the cluster's name on the network; empty where it is its name in the inventory, or where there is no cluster
     */
    public record ThroughEntry(NodeEntry host, Optional<String> cluster) {}

    /** Where one node answers; through BigFix, the name of its computer there. */
    public record NodeEntry(String address, OptionalInt port) {}

    /**
     * What the owner says of one group.
     *
     * @param weight what its outage costs; empty where the driver's guess holds
     * @param ready commands that must succeed on the node that is to take it
     * @param warm files and folders that are read there beforehand
     */
    public record GroupEntry(
            OptionalInt weight,
            OptionalInt least,
            List<ProbeEntry> probes,
            List<List<String>> ready,
            List<String> warm) {}

    /** How the group's service is asked from a client's side. */
    public record ProbeEntry(
            Kind kind, String address, int port, String path, OptionalInt status, List<String> command) {
        /** The kinds of questions. */
        public enum Kind {
            TCP,
            HTTP,
            IMAP,
            SMTP,
            COMMAND
        }
    }
}
