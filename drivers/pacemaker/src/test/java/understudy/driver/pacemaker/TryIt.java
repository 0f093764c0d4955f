package understudy.driver.pacemaker;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.Orders.About;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Offer;
import understudy.remote.ssh.SshAccess;
import understudy.remote.ssh.SshEndpoint;
import understudy.remote.ssh.SshIdentity;
import understudy.remote.ssh.SshSettings;

/**
 * Drives single verbs on a real cluster, by hand: {@code TryIt FOLDER node=address,... RUN VERB [NODE] [GROUP FROM]...}; the folder holds
 * {@code key} and {@code known_hosts}. Several verbs are separated by {@code +}; each prints its outcome and its time.
 */
public final class TryIt {
    private final PacemakerDriver driver;
    private final String run;
    private final MemoryLedger ledger = new MemoryLedger();
    private Targets targets = Targets.none();

    private TryIt(PacemakerDriver driver, String run) {
        this.driver = driver;
        this.run = run;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        List<NodeAccess> nodes = new ArrayList<>();
        try (var ssh = new SshAccess()) {
            for (String node : arguments[1].split(",")) {
                var name = node.split("=")[0];
                var settings = new SshSettings(
                        new SshEndpoint("root", node.split("=")[1]),
                        SshIdentity.key(folder.resolve("key")),
                        folder.resolve("known_hosts"));
                nodes.add(NodeAccess.asRoot(new NodeId(name), () -> ssh.shell(name, settings)));
            }
            var mail = new GroupSettings(
                    1,
                    1,
                    List.of(List.of("doveconf", "-n")),
                    List.of("/usr/sbin/dovecot", "/usr/lib/dovecot", "/usr/sbin/postfix", "/usr/lib/postfix"));
            try (var driver = PacemakerDriver.open(
                    new PacemakerSettings("lab", nodes, Map.of(new GroupId("mail"), mail), InstantSource.system()))) {
                var it = new TryIt(driver, arguments[2]);
                List<String> words = new ArrayList<>();
                for (int i = 3; i <= arguments.length; i++) {
                    if (i < arguments.length && !arguments[i].equals("+")) {
                        words.add(arguments[i]);
                        continue;
                    }
                    long start = System.nanoTime();
                    it.go(words);
                    System.out.printf("    %s: %.3f s%n", words, (System.nanoTime() - start) / 1e9);
                    words.clear();
                }
            }
        }
    }

    private void go(List<String> words) {
        switch (words.getFirst()) {
            case "observe" -> print(seen());
            case "quick" -> seen();
            case "change" -> {
                var last = seen();
                if (driver.observeChange(last, targets, Duration.ofSeconds(Long.parseLong(words.get(1))))
                        instanceof Observation.Seen(ClusterSnapshot now)) {
                    print(now);
                }
            }
            case "offer" -> offer(driver.offer(Orders.everything(Patch.RestartRule.REQUIRED)));
            case "check" ->
                driver.check(Orders.everything(Patch.RestartRule.REQUIRED))
                        .forEach(finding ->
                                System.out.println(finding.severity() + " " + finding.code() + " " + finding));
            case "lock" -> lock(words);
            case "give-back" ->
                seen().marks()
                        .forEach(mark -> System.out.println(driver.giveBack(new LedgerEntry(
                                mark.entry(), mark.run(), mark.kind(), mark.node(), mark.group(), "", ""))));
            default -> verb(words);
        }
    }

    private void verb(List<String> words) {
        var about =
                words.size() > 3 ? About.handover(words.get(1), words.get(2), words.get(3)) : About.node(words.get(1));
        Verb verb = switch (words.getFirst()) {
            case "fetch" -> new Verb.Fetch();
            case "install" -> new Verb.Install();
            case "restart" -> new Verb.Restart(true);
            case "restart-if-needed" -> new Verb.Restart(false);
            case "drain" -> new Verb.Drain();
            case "release" -> new Verb.Release();
            case "verify" -> new Verb.Verify();
            case "prepare" -> new Verb.Prepare();
            case "handover" -> new Verb.HandOver();
            case "await-host" -> new Verb.AwaitHost();
            case "leave" -> new Verb.LeaveCluster(List.of());
            case "rejoin" -> new Verb.RejoinCluster();
            case "healthy" -> new Verb.Check("cluster.healthy", Map.of());
            default -> throw new IllegalArgumentException(words.getFirst());
        };
        var order = Orders.order(
                run + (words.getLast().startsWith("run:") ? words.getLast().substring(4) : ""),
                verb,
                about,
                targets,
                Orders.everything(Patch.RestartRule.REQUIRED),
                seen(),
                ledger,
                System.out::println);
        System.out.println("before: " + driver.probe(order));
        long start = System.nanoTime();
        System.out.println(driver.perform(order));
        System.out.printf("    verb alone: %.3f s; ledger %s%n", (System.nanoTime() - start) / 1e9, ledger.open());
    }

    private void lock(List<String> words) {
        var claim = new ClusterLock.Claim(new RunId(words.get(1)), words.get(2), Duration.ofSeconds(60));
        var answer = driver.lock().take(claim);
        System.out.println(answer);
        if (words.contains("give-up") && answer instanceof ClusterLock.Answer.Held held) {
            System.out.println(driver.lock().renew(claim, held.token()));
            System.out.println(driver.lock().giveUp(claim, held.token()));
        }
    }

    private void offer(Offer offer) {
        Map<NodeId, List<Version>> byNode = new LinkedHashMap<>();
        for (Offer.NodeOffer node : offer.nodes()) {
            System.out.println(node.node() + ": " + node.changes().size() + " changes, restart expected "
                    + node.restartExpected() + ", "
                    + node.changes().stream()
                            .mapToLong(change -> change.bytes())
                            .sum() + " bytes, "
                    + node.changes().stream().limit(3).toList());
            byNode.put(
                    node.node(),
                    node.changes().stream()
                            .map(change -> new Version(change.component(), change.to()))
                            .toList());
        }
        offer.findings()
                .forEach(finding -> System.out.println(finding.severity() + " " + finding.code() + " " + finding));
        targets = new Targets(byNode);
    }

    private ClusterSnapshot seen() {
        return switch (driver.observe(targets)) {
            case Observation.Seen(ClusterSnapshot snapshot) -> snapshot;
            case Observation.NotSeen(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    private static void print(ClusterSnapshot snapshot) {
        System.out.println(snapshot.quorum() + " " + snapshot.fencing() + " changing=" + snapshot.changing() + " "
                + snapshot.facts());
        snapshot.nodes().forEach(node -> System.out.println("  " + node));
        snapshot.groups().forEach(group -> System.out.println("  " + group));
        System.out.println(
                "  marks " + snapshot.marks().stream().map(Mark::entry).toList() + Optional.of(snapshot.observedAt()));
    }
}
