package understudy.core.run;

import java.util.Map;

/** What a look at the cluster came to; it counts only where a look was due, so that one that is told twice counts once. */
final class Looks {
    private Looks() {}

    static State apply(State now, Event.Look look) {
        Walk walk = now.walk();
        boolean due =
                now.underWay().isEmpty() && (walk.mustLook() || walk.current().isEmpty());
        if (!due) {
            return now;
        }
        return switch (look) {
            case Event.PlanAdopted adopted ->
                now.walking(walk.adopted(adopted.plan(), adopted.hash())).blocking(Map.of());
            case Event.PlanConfirmed confirmed ->
                confirmed.hash().equals(walk.hash())
                        ? now.walking(walk.confirmed()).unblocked(State.PLANNING)
                        : now;
            case Event.PlanRefused refused ->
                now.blocked(State.PLANNING, new State.Block(refused.at(), refused.findings()));
            case Event.NothingLeft found -> now.withNothingLeft(found);
        };
    }
}
