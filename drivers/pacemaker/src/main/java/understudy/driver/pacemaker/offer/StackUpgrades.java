package understudy.driver.pacemaker.offer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;

/**
 * New versions of the cluster's own software that nodes cannot take one by one: with another first number of Pacemaker some upgrades from
 * the one before cannot be rolled (Pacemaker Administration 2.1, "Pacemaker Versioning"), and corosync 3 does not talk to corosync 2.
 */
final class StackUpgrades {
    private static final List<String> STACK = List.of("corosync", "pacemaker");
    /** An epoch, then the first number. */
    private static final Pattern FIRST = Pattern.compile("(?:[0-9]{1,5}:)?([0-9]{1,9})[.~+-].*");

    private StackUpgrades() {}

    static List<Finding> in(NodeId node, List<Change> changes) {
        return changes.stream()
                .filter(change -> STACK.contains(change.component()))
                .filter(change ->
                        !change.from().isEmpty() && !first(change.from()).equals(first(change.to())))
                .map(
                        change -> Finding.error(
                                "STACK-MAJOR",
                                node.value(),
                                "On " + node + " the update replaces " + change.component() + " " + change.from()
                                        + " by " + change.to() + ", which nodes of one cluster do not take one by one.",
                                "Upgrade this cluster with all of its nodes stopped, or name the packages of the patch without it."))
                .toList();
    }

    private static Optional<String> first(String version) {
        Matcher matcher = FIRST.matcher(version);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
