package understudy.driver.simulated.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Fencing;
import understudy.core.model.Quorum;
import understudy.documents.Fields;
import understudy.documents.Mapping;

/** Reads the part of a scenario that is about the cluster as a whole. */
final class ClusterReader {
    private enum FencingWord {
        WORKS,
        ABSENT,
        FAILS,
        UNKNOWN
    }

    private enum RuleWord {
        MAJORITY,
        TWO_NODE,
        NOT_NEEDED
    }

    private ClusterReader() {}

    static ClusterSetup cluster(Fields fields) {
        String platform = fields.text("platform");
        String kind = fields.optionalText("kind").orElse("");
        Quorum.Rule rule = fields.has("quorum") ? rule(fields) : new Quorum.Rule.Majority();
        List<VoterSetup> voters = fields.<Map<String, VoterSetup>>optional(
                        "voters", key -> fields.named(key, ClusterReader::voter))
                .map(named -> List.copyOf(named.values()))
                .orElse(List.of());
        FencingWord fencing = fields.optional("fencing", key -> fields.choice(key, FencingWord.class))
                .orElse(FencingWord.WORKS);
        boolean maintenance = Shapes.flag(fields, "maintenance");
        Optional<LockSetup> lock = fields.optional("lock", key -> fields.mapping(key, ClusterReader::lock));
        fields.end();
        return new ClusterSetup(platform, kind, rule, voters, fencing(fencing), maintenance, lock);
    }

    private static Quorum.Rule rule(Fields fields) {
        if (fields.value("quorum").orElse(null) instanceof Mapping) {
            return fields.mapping("quorum", inner -> {
                int votes = inner.number("votes", 1, 1000);
                inner.end();
                return new Quorum.Rule.Fixed(votes);
            });
        }
        return switch (fields.choice("quorum", RuleWord.class)) {
            case MAJORITY -> new Quorum.Rule.Majority();
            case TWO_NODE -> new Quorum.Rule.TwoNode();
            case NOT_NEEDED -> new Quorum.Rule.NotNeeded();
        };
    }

    private static VoterSetup voter(String name, Fields fields) {
        int votes = fields.optional("votes", key -> fields.number(key, 0, 1000)).orElse(1);
        boolean present = fields.optional("present", fields::flag).orElse(true);
        fields.end();
        return new VoterSetup(name, votes, present);
    }

    private static Fencing fencing(FencingWord word) {
        return switch (word) {
            case WORKS -> new Fencing.Works();
            case ABSENT -> new Fencing.Absent();
            case FAILS -> new Fencing.Fails(ClusterSetup.FENCING_FAILS);
            case UNKNOWN -> new Fencing.Unknown(ClusterSetup.FENCING_UNKNOWN);
        };
    }

    private static LockSetup lock(Fields fields) {
        String run = fields.text("run");
        String store = fields.text("store");
        Duration lease = fields.duration("lease");
        fields.end();
        return new LockSetup(run, store, lease);
    }
}
