package understudy.cli.wiring;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.cli.inventory.BigFixEntry;
import understudy.cli.inventory.ClusterEntry;
import understudy.core.model.GroupId;
import understudy.core.procedure.Procedure;
import understudy.documents.SecretReference;
import understudy.driver.bigfix.BigFixDriver;
import understudy.driver.bigfix.BigFixNode;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Fixlets;
import understudy.driver.bigfix.act.Verbs;
import understudy.driver.bigfix.wire.HttpsWire;
import understudy.driver.bigfix.wire.Operator;
import understudy.driver.bigfix.wire.ServerEndpoint;
import understudy.engine.time.RealTime;
import understudy.remote.CommandListener;
import understudy.remote.tls.CertificateTrust;

/** Opens a cluster that is patched through BigFix: one connection to the server, made on first use. */
public final class BigFixWiring {
    private BigFixWiring() {}

    static Member open(ClusterEntry cluster) {
        CommandTrail trail = new CommandTrail();
        RealTime time = new RealTime();
        HttpsWire wire = wire(cluster, server(cluster.bigfix().orElseThrow()), trail);
        BigFixSettings settings = settings(cluster, wire, time);
        return new Member(
                new AuditedDriver(BigFixDriver.open(settings)),
                ProbeWiring.watch(cluster.groups()),
                time,
                wire::close,
                Optional.of(trail));
    }

    /** The driver itself, for what is prepared once; whoever takes it closes the wire. */
    public static BigFixDriver driver(ClusterEntry cluster, HttpsWire wire) {
        return BigFixDriver.open(settings(cluster, wire, new RealTime()));
    }

    /** The way to the root server. */
    public static HttpsWire wire(ClusterEntry cluster) {
        return wire(cluster, server(cluster.bigfix().orElseThrow()), CommandListener.NONE);
    }

    /** The way to Server Automation's own REST service. */
    public static HttpsWire automation(ClusterEntry cluster) {
        BigFixEntry entry = cluster.bigfix().orElseThrow();
        return wire(cluster, endpoint(entry, entry.automationPort()), CommandListener.NONE);
    }

    private static HttpsWire wire(ClusterEntry cluster, ServerEndpoint endpoint, CommandListener listener) {
        BigFixEntry entry = cluster.bigfix().orElseThrow();
        return new HttpsWire(
                endpoint, new Operator(entry.user(), password(entry.password())), listener, InstantSource.system());
    }

    /** What fetches the password behind a reference. */
    public static Operator.Password password(SecretReference reference) {
        return Secrets.of(reference, System.getenv())::reveal;
    }

    private static ServerEndpoint server(BigFixEntry entry) {
        return endpoint(entry, entry.port());
    }

    private static ServerEndpoint endpoint(BigFixEntry entry, int port) {
        return new ServerEndpoint(
                entry.server(),
                port,
                CertificateTrust.of(entry.fingerprint(), entry.authorities()),
                ServerEndpoint.USUAL_DEADLINE);
    }

    private static BigFixSettings settings(ClusterEntry cluster, HttpsWire wire, RealTime time) {
        BigFixEntry entry = cluster.bigfix().orElseThrow();
        List<BigFixNode> nodes = new ArrayList<>();
        cluster.nodes().forEach((node, where) -> nodes.add(new BigFixNode(node, where.address())));
        Map<GroupId, Integer> weights = new LinkedHashMap<>();
        cluster.groups().forEach((group, said) -> said.weight().ifPresent(weight -> weights.put(group, weight)));
        return new BigFixSettings(
                cluster.name(),
                cluster.platform(),
                nodes,
                weights,
                fixlets(entry),
                wire,
                BigFixSettings.Pace.usual(),
                time);
    }

    /** The Fixlets that the inventory means. */
    public static Fixlets fixlets(BigFixEntry entry) {
        return new Fixlets(entry.fixlets(), entry.parameters());
    }

    /** Before anything is connected: a procedure with steps that BigFix has nothing for. */
    static void refuseWhatBigFixLacks(Procedure procedure) {
        List<String> lacking = Verbs.lacking(procedure);
        if (!lacking.isEmpty()) {
            throw new Assignments.Unsuited("The procedure " + procedure.id()
                    + " cannot be carried out through BigFix, which has nothing for its steps "
                    + String.join(", ", lacking)
                    + (procedure.id().contains("service-pack")
                            ? ": a service pack stops and upgrades a mailbox server, and BigFix only moves one."
                            : ".")
                    + " Use ssh or winrm, or another procedure.");
        }
    }
}
