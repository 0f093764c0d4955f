package understudy.driver.simulated.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.Fencing;
import understudy.core.model.GroupId;
import understudy.core.model.Placement;
import understudy.core.model.Quorum;

/** Writes a scenario as the YAML file that {@link ScenarioFile} reads, so that a twin can be kept, changed and played again. */
public final class ScenarioWriter {
    private ScenarioWriter() {}

    /** The text of the file; what is as usual is left out. */
    public static String write(Scenario scenario) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", 1);
        document.put("name", scenario.name());
        put(document, "about", scenario.about(), "");
        document.put("start", scenario.start().toString());
        document.put("seed", scenario.latencies().seed());
        put(document, "maxUnavailable", scenario.maxUnavailable(), 1);
        document.put("cluster", cluster(scenario.cluster()));
        Map<String, Object> nodes = new LinkedHashMap<>();
        scenario.nodes().forEach(node -> nodes.put(node.id().value(), node(node)));
        document.put("nodes", nodes);
        Map<String, Object> groups = new LinkedHashMap<>();
        scenario.groups().forEach(group -> groups.put(group.id().value(), group(group)));
        document.put("groups", groups);
        document.put("patch", patch(scenario.patch()));
        Map<String, Object> latencies = new LinkedHashMap<>();
        scenario.latencies().ranges().forEach((latency, range) -> latencies.put(word(latency), range(range)));
        put(document, "latencies", latencies, Map.of());
        put(
                document,
                "faults",
                scenario.faults().stream().map(ScenarioWriter::fault).toList(),
                List.of());
        return YamlText.write(document);
    }

    private static void put(Map<String, Object> into, String key, Object value, Object usual) {
        if (!value.equals(usual)) {
            into.put(key, value);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object range(Range range) {
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("least", range.least());
        ends.put("most", range.most());
        return range.least().equals(range.most()) ? range.least() : ends;
    }

    private static Map<String, Object> cluster(ClusterSetup cluster) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("platform", cluster.platform());
        put(map, "kind", cluster.kind(), "");
        Object rule = switch (cluster.rule()) {
            case Quorum.Rule.Majority() -> "majority";
            case Quorum.Rule.TwoNode() -> "two-node";
            case Quorum.Rule.NotNeeded() -> "not-needed";
            case Quorum.Rule.Fixed(int votes) -> Map.of("votes", votes);
        };
        put(map, "quorum", rule, "majority");
        Map<String, Object> voters = new LinkedHashMap<>();
        for (VoterSetup voter : cluster.voters()) {
            Map<String, Object> one = new LinkedHashMap<>();
            put(one, "votes", voter.votes(), 1);
            put(one, "present", voter.present(), true);
            voters.put(voter.name(), one);
        }
        put(map, "voters", voters, Map.of());
        String fencing = switch (cluster.fencing()) {
            case Fencing.Works() -> "works";
            case Fencing.Absent() -> "absent";
            case Fencing.Fails(String _) -> "fails";
            case Fencing.Unknown(String _) -> "unknown";
        };
        put(map, "fencing", fencing, "works");
        put(map, "maintenance", cluster.maintenance(), false);
        cluster.lock().ifPresent(lock -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("run", lock.run());
            one.put("store", lock.store());
            one.put("lease", lock.lease());
            map.put("lock", one);
        });
        return map;
    }

    private static Map<String, Object> node(NodeSetup node) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "condition", word(node.condition()), "member");
        put(map, "installed", node.installed(), Map.of());
        put(map, "restartNeeded", node.restartNeeded(), "");
        put(map, "capacity", node.capacity(), Map.of());
        Map<String, Object> services = new LinkedHashMap<>();
        node.services().forEach((name, service) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            put(one, "running", service.running(), true);
            put(one, "holdsCounters", service.holdsCounters(), false);
            services.put(name, one);
        });
        put(map, "services", services, Map.of());
        Map<String, Object> facts = new LinkedHashMap<>();
        node.facts().forEach(fact -> facts.put(fact.name(), fact.value()));
        put(map, "facts", facts, Map.of());
        return map;
    }

    private static Map<String, Object> group(GroupSetup group) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "weight", group.weight(), 1);
        Object placement = switch (group.placement()) {
            case Placement.Single() -> "single";
            case Placement.Promotable() -> "promotable";
            case Placement.Spread(int least) -> Map.of("spread", least);
        };
        put(map, "placement", placement, "single");
        put(map, "condition", word(group.condition()), "running");
        put(map, "owners", group.owners(), List.of());
        hosting(map, group.hosting());
        put(map, "load", group.load(), Map.of());
        put(map, "apart", group.apart(), List.of());
        put(map, "together", group.together(), List.of());
        put(map, "failback", group.failback(), false);
        group.version().ifPresent(version -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("component", version.component());
            one.put("version", version.version());
            map.put("version", one);
        });
        putRange(map, "start", group.timing().start());
        putRange(map, "stop", group.timing().stop());
        putRange(map, "upgrade", group.timing().upgrade());
        return map;
    }

    private static void putRange(Map<String, Object> map, String key, Optional<Range> range) {
        range.ifPresent(given -> map.put(key, range(given)));
    }

    private static void hosting(Map<String, Object> map, Hosting hosting) {
        put(map, "preferred", hosting.preferred(), List.of());
        put(map, "allowed", hosting.allowed(), List.of());
        Map<String, Object> banned = new LinkedHashMap<>();
        hosting.banned().forEach((node, reason) -> banned.put(node.value(), reason));
        put(map, "banned", banned, Map.of());
        Map<String, Object> notYet = new LinkedHashMap<>();
        hosting.notYet().forEach((node, not) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("reason", not.reason());
            one.put("until", not.until());
            notYet.put(node.value(), one);
        });
        put(map, "notYet", notYet, Map.of());
    }

    private static Map<String, Object> patch(PatchSetup patch) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Change change : patch.changes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            put(one, "from", change.from(), "");
            one.put("to", change.to());
            put(one, "bytes", change.bytes(), 0L);
            changes.put(change.component(), one);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("changes", changes);
        put(map, "restart", patch.restart(), true);
        put(map, "versionFence", patch.versionFence(), false);
        put(map, "wayBack", patch.wayBack(), true);
        put(map, "breaks", patch.breaks().stream().map(GroupId::value).toList(), List.of());
        return map;
    }

    private static Map<String, Object> fault(Fault fault) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fault", word(fault.kind()));
        fault.node().ifPresent(node -> map.put("node", node));
        fault.group().ifPresent(group -> map.put("group", group));
        put(map, "voter", fault.voter(), "");
        switch (fault.trigger()) {
            case Trigger.At(Duration time) -> map.put("at", time);
            case Trigger.AtStep step -> map.put("during", during(step));
        }
        fault.lasts().ifPresent(lasts -> map.put("lasts", lasts));
        put(map, "workGoesOn", fault.workGoesOn(), true);
        return map;
    }

    private static Map<String, Object> during(Trigger.AtStep step) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "verb", step.verb(), "");
        put(map, "subject", step.subject(), "");
        put(map, "occurrence", step.occurrence(), 1);
        put(map, "after", step.delay(), Duration.ZERO);
        return map;
    }
}
