package understudy.driver.pacemaker.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.ClusterLook.Judged;
import understudy.driver.pacemaker.observe.ClusterTalk;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;

/**
 * The lock as one property of the cluster. It is made by a create that fails where it is there, and changed by a replace that finds only
 * the value that was read: the cluster puts all writes in one order, so that of two claims one surely fails. After each write it
 * is read back from a partition with quorum; a minority takes writes too and loses them.
 */
public final class CibLock implements ClusterLock {
    private static final String SET = "understudy-lock";
    private static final String NAME = "understudy-lock";
    private static final String PAIR = "understudy-lock-value";
    private static final Duration CALL = Duration.ofSeconds(20);
    /** As many lanes of one run may want a longer lease at once, and each replace that wins makes the others' fail. */
    private static final int RENEWALS = 8;

    private final ClusterTalk talk;
    private final InstantSource clock;

    public CibLock(ClusterTalk talk, InstantSource clock) {
        this.talk = talk;
        this.clock = clock;
    }

    private sealed interface Read {
        record Absent() implements Read {}

        record Present(String text, LockValue value) implements Read {}

        record Unknown(String reason) implements Read {}
    }

    @Override
    public Holder holder() {
        return switch (read()) {
            case Read.Unknown(String reason) -> new Holder.Unknown(reason);
            case Read.Absent() -> new Holder.Nobody();
            case Read.Present(String _, LockValue value) ->
                value.holder()
                        .<Holder>map(one -> new Holder.By(one.run(), one.store(), one.until()))
                        .orElse(new Holder.Nobody());
        };
    }

    @Override
    public Answer takeOver(Claim claim) {
        refuseSpaces(claim);
        return switch (read()) {
            case Read.Unknown(String reason) -> new Answer.Unknown(reason);
            case Read.Absent() -> write(claim, Optional.empty(), 1);
            case Read.Present(String text, LockValue value) ->
                value.isOf(claim.run()) || value.mayBeTakenBy(claim, clock.instant())
                        ? write(claim, Optional.of(text), value.token() + 1)
                        : heldByOther(value);
        };
    }

    @Override
    public Answer take(Claim claim) {
        refuseSpaces(claim);
        return switch (read()) {
            case Read.Unknown(String reason) -> new Answer.Unknown(reason);
            case Read.Absent() -> write(claim, Optional.empty(), 1);
            case Read.Present(String text, LockValue value) ->
                value.mayBeTakenBy(claim, clock.instant())
                        ? write(claim, Optional.of(text), value.token() + 1)
                        : heldByOther(value);
        };
    }

    @Override
    public Answer renew(Claim claim, long token) {
        refuseSpaces(claim);
        var wanted = clock.instant().plus(claim.lease());
        Answer answer = renewOnce(claim, token, wanted);
        for (int attempt = 1; attempt < RENEWALS && isFromAnotherLane(answer, claim); attempt++) {
            answer = renewOnce(claim, token, wanted);
        }
        return answer;
    }

    private Answer renewOnce(Claim claim, long token, Instant wanted) {
        return switch (read()) {
            case Read.Unknown(String reason) -> new Answer.Unknown(reason);
            case Read.Absent() -> new Answer.Unknown("The lock is gone from the cluster; somebody has taken it away.");
            case Read.Present(String text, LockValue value) -> {
                if (!value.isHeldBy(claim) || value.token() != token) {
                    yield heldByOther(value);
                }
                var until = value.holder().orElseThrow().until();
                yield until.isBefore(wanted) ? write(claim, Optional.of(text), token) : new Answer.Held(token, until);
            }
        };
    }

    /** Another lane of the same run has renewed between our look and our write. */
    private static boolean isFromAnotherLane(Answer answer, Claim claim) {
        return answer instanceof Answer.HeldByOther other
                && other.run().equals(claim.run().value())
                && other.store().equals(claim.store());
    }

    @Override
    public Outcome giveUp(Claim claim, long token) {
        return switch (read()) {
            case Read.Unknown(String reason) -> new Outcome.Unknown(finding(reason));
            case Read.Absent() -> new Outcome.Succeeded("The cluster holds no lock.");
            case Read.Present(String text, LockValue value) -> {
                if (!value.isHeldBy(claim) || value.token() != token) {
                    yield new Outcome.Succeeded("The lock is no longer ours, and is left as it is.");
                }
                yield replace(text, LockValue.free(token).text())
                        .<Outcome>map(reason -> new Outcome.Unknown(finding(reason)))
                        .orElse(new Outcome.Succeeded("The lock is given up."));
            }
        };
    }

    private Answer write(Claim claim, Optional<String> before, long token) {
        var until = clock.instant().plus(claim.lease());
        var wanted = LockValue.held(token, claim, until);
        var problem = before.isPresent() ? replace(before.get(), wanted.text()) : create(wanted.text());
        return switch (read()) {
            case Read.Unknown(String reason) -> new Answer.Unknown(reason);
            case Read.Absent() -> new Answer.Unknown(problem.orElse("The lock was written and is not there."));
            case Read.Present(String text, LockValue value) ->
                text.equals(wanted.text()) ? new Answer.Held(token, until) : heldByOther(value);
        };
    }

    private Answer heldByOther(LockValue value) {
        var holder = value.holder().orElse(new LockValue.Holder("(given up)", "", Instant.EPOCH));
        return new Answer.HeldByOther(holder.run(), holder.store(), holder.until());
    }

    /** Both commands that write the lock, with these values. */
    public static List<List<String>> specimens(String value) {
        return List.of(creating(value), replacing(value, value));
    }

    private Optional<String> create(String value) {
        return send(creating(value));
    }

    private static List<String> creating(String value) {
        return Tools.cibCreate(
                "crm_config", "<cluster_property_set id=\"" + SET + "\">" + pair(value) + "</cluster_property_set>");
    }

    /** What frees the lock if the run has it with this token, and fails where it has not. */
    public static List<String> freeing(RunId run, long token) {
        return Tools.cibReplace(
                "/cib/configuration/crm_config/cluster_property_set[@id='" + SET + "']/nvpair[@id='" + PAIR
                        + "' and starts-with(@value,'" + token + " " + run + " ')]",
                pair(LockValue.free(token).text()));
    }

    private Optional<String> replace(String before, String value) {
        return send(replacing(before, value));
    }

    private static List<String> replacing(String before, String value) {
        return Tools.cibReplace(
                "/cib/configuration/crm_config/cluster_property_set[@id='" + SET + "']/nvpair[@id='" + PAIR
                        + "' and @value='" + before + "']",
                pair(value));
    }

    /** Why it was not written; empty where the tool says that it was. */
    private Optional<String> send(List<String> command) {
        String reason = "There is no node to ask.";
        for (NodeLink link : talk.inOrder(List.of())) {
            switch (link.run(command, CALL)) {
                case understudy.remote.Answer.Finished finished -> {
                    return finished.succeeded()
                            ? Optional.empty()
                            : Optional.of("cibadmin on " + link.nodeName() + " ended with " + finished.exit() + ".");
                }
                case understudy.remote.Answer.NotSent(String why) -> reason = why;
                case understudy.remote.Answer.Lost(String why) -> {
                    return Optional.of(why);
                }
            }
        }
        return Optional.of(reason);
    }

    private Read read() {
        return switch (talk.look()) {
            case Judged.NotBelieved(String reason) -> new Read.Unknown(reason);
            case Judged.Believed(ClusterLook look) ->
                look.cib().propertyPairs().stream()
                        .filter(pair -> pair.attribute("id").equals(PAIR))
                        .findFirst()
                        .<Read>map(pair -> LockValue.parse(pair.attribute("value"))
                                .<Read>map(value -> new Read.Present(pair.attribute("value"), value))
                                .orElse(new Read.Unknown("The cluster's property " + NAME
                                        + " does not have the form of our lock; somebody has changed it.")))
                        .orElse(new Read.Absent());
        };
    }

    private static String pair(String value) {
        return "<nvpair id=\"" + PAIR + "\" name=\"" + NAME + "\" value=\"" + value + "\"/>";
    }

    /** The value is read back word by word, and stands in a path between apostrophes. */
    private static void refuseSpaces(Claim claim) {
        if (!claim.store().matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException(
                    "The id of a state store has only letters, digits, '.', '_' and '-': " + claim.store());
        }
    }

    private static Finding finding(String reason) {
        return Finding.error(
                "LOCK-UNKNOWN", "lock", "Nobody can tell who holds the cluster's lock: " + reason, "Try again.");
    }
}
