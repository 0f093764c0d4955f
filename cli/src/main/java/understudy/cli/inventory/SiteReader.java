package understudy.cli.inventory;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import understudy.core.site.MemberName;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.Wave;
import understudy.documents.Fields;
import understudy.documents.Scalar;

/** Reads one site of the inventory: its waves, and what its members share. */
final class SiteReader {
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})%");

    private final Map<String, ClusterEntry> clusters;
    private final Map<String, String> pools = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    private SiteReader(Map<String, ClusterEntry> clusters) {
        this.clusters = clusters;
    }

    static SitePlan read(Map<String, ClusterEntry> clusters, String name, Fields fields) {
        if (clusters.containsKey(name)) {
            fields.reject("waves", "a site is not called like a cluster, as \"" + name + "\" is");
        }
        return new SiteReader(clusters).plan(fields);
    }

    private SitePlan plan(Fields fields) {
        if (fields.has("pools")) {
            fields.named("pools", (pool, each) -> pool(pool, each));
        }
        List<Wave> waves = fields.list("waves", this::wave);
        int members = waves.stream().mapToInt(wave -> wave.members().size()).sum();
        int failures = failures(fields, members);
        fields.end();
        return new SitePlan(waves, failures);
    }

    private String pool(String pool, Fields fields) {
        fields.strings("members").forEach(member -> pools.put(member, pool));
        fields.end();
        return pool;
    }

    private Wave wave(Fields fields) {
        String name = fields.text("name");
        List<SiteMember> members = fields.texts("members", this::member);
        int failures = failures(fields, members.size());
        Wave wave = new Wave(
                name,
                fields.optionalText("tier").orElse("all"),
                members,
                fields.has("atOnce") ? fields.number("atOnce", 1, 1000) : 1,
                fields.optional("together", fields::flag).orElse(false),
                fields.optional("approval", fields::flag).orElse(false),
                fields.optional("pause", fields::duration).orElse(Duration.ZERO),
                failures);
        fields.end();
        return wave;
    }

    private SiteMember member(String name) {
        ClusterEntry cluster = clusters.get(name);
        if (cluster == null) {
            throw new IllegalArgumentException(
                    "a member is a cluster of this inventory, and none is called \"" + name + "\"");
        }
        if (!named.add(name)) {
            throw new IllegalArgumentException(name + " stands in a wave already");
        }
        return new SiteMember(
                new MemberName(name),
                Optional.ofNullable(pools.get(name)),
                cluster.policy().windows());
    }

    /** A number of members, or a share of them, rounded down. */
    private static int failures(Fields fields, int members) {
        boolean isNumber = fields.has("failures")
                && fields.value("failures")
                        .filter(value -> value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.INTEGER)
                        .isPresent();
        return isNumber
                ? fields.number("failures", 0, 100_000)
                : fields.optional("failures", key -> fields.as(key, text -> share(text, members)))
                        .orElse(0);
    }

    private static int share(String text, int members) {
        var share = SHARE.matcher(text);
        if (!share.matches()) {
            throw new IllegalArgumentException(
                    "failures are written as a number of members or as a share such as 1%, not \"" + text + "\"");
        }
        return members * Integer.parseInt(share.group(1)) / 100;
    }
}
