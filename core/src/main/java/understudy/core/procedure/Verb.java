package understudy.core.procedure;

import java.util.List;
import java.util.Map;

/** What a step does, in words that every platform understands; what it means on one is its driver's. */
public sealed interface Verb {
    /** Brings the patch to a node and proves its digests; nothing is changed that the service could notice. */
    record Fetch() implements Verb {}

    /** Keeps whatever else would change a node's packages by itself from doing so, until the run ends. */
    record HoldRivals() implements Verb {}

    /** Installs the patch on a node. */
    record Install() implements Verb {}

    /** Installs on a node the packages that it had before the patch; no procedure asks for it, only a person or a patch that is bad. */
    record Downgrade() implements Verb {}

    /**
     * Restarts a node; it is believed with a new boot id, the node back in the cluster and its services settled.
     *
     * @param always the procedure demands it whatever the patch's own rule says
     */
    record Restart(boolean always) implements Verb {}

    /** Moves every group off a node and keeps it from taking more, through restarts, until it is released. */
    record Drain() implements Verb {}

    /** Undoes our drain of a node. */
    record Release() implements Verb {}

    /** Reads back the versions of a node and compares them with its frozen targets. */
    record Verify() implements Verb {}

    /** Proves that the destination can start the group, and warms it: reads what the service will load, starts nothing. */
    record Prepare() implements Verb {}

    /** Waits until the driver says that the destination may host the group. */
    record AwaitHost() implements Verb {}

    /** A group goes from its owner to the destination, on purpose. */
    record HandOver() implements Verb {}

    /** Takes a group, or the part of it that the selector names, out of service. */
    record StopGroup(Selector part) implements Verb {}

    /** Brings a group, or a part of it, into service. */
    record StartGroup(Selector part) implements Verb {}

    /** Brings a group's own data to the version of the binaries on the node that has it. */
    record UpgradeGroup() implements Verb {}

    /**
     * Takes a node out of the cluster and keeps it out, through restarts, until it rejoins.
     *
     * @param components done only where the patch changes one of these on the node: names, of which a last {@code *} stands for any end;
     *     empty for always
     */
    record LeaveCluster(List<String> components) implements Verb {
        public LeaveCluster {
            components = List.copyOf(components);
        }

        /** Whether a patch that changes this component on a node is a reason for the node to leave. */
        public boolean isFor(String component) {
            String name = component.replaceFirst(":.*", "");
            return components.isEmpty()
                    || components.stream()
                            .anyMatch(one -> one.endsWith("*")
                                    ? name.startsWith(one.substring(0, one.length() - 1))
                                    : name.equals(one));
        }
    }

    /** Lets a node back into the cluster. */
    record RejoinCluster() implements Verb {}

    /** Takes from a node the right to host a group, because newer binaries have started it (rule G4). */
    record WithdrawHosting() implements Verb {}

    /** Gives that right back, once the node has the newer binaries. */
    record GrantHosting() implements Verb {}

    /** Keeps a service of a node in a state; {@code RESTARTED} is done once, the others are given back. */
    record HoldService(String service, ServiceState state) implements Verb {}

    /**
     * Writes a setting of a node, or notes what it is.
     *
     * @param value what it is to be; empty where it stays as it is, so that it can be given back to what it was whatever becomes of it
     * @param giveBack false where the value is to stay on purpose
     */
    record KeepSetting(String setting, String value, boolean giveBack) implements Verb {}

    /** Gives back what the named earlier step of the same visit holds. */
    record GiveBack(String step) implements Verb {}

    /** One of the driver's own checks, by name, with its parameters. */
    record Check(String check, Map<String, String> parameters) implements Verb {}

    /** A question to a person, whose answer is recorded with who and when. */
    record Confirm(String question) implements Verb {}

    /**
     * A site's own command;
     *
     * @param proof a command that succeeds exactly if the wanted state holds
     */
    record SiteCommand(List<String> command, List<String> proof) implements Verb {}

    /** The part of a group that a step is about. An empty list of kinds means the whole group. */
    record Selector(List<Part> only, List<Part> except) {
        public static Selector whole() {
            return new Selector(List.of(), List.of());
        }
    }

    /** The kinds of parts that every platform can tell apart. */
    enum Part {
        ADDRESS,
        STORAGE,
        NAME,
        SERVICE
    }

    /** The state in which a service is kept. */
    enum ServiceState {
        STOPPED,
        RUNNING,
        RESTARTED
    }
}
