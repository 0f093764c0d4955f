package understudy.engine.ports;

import java.util.Optional;

/** The audit of all commands that a run sends to nodes, whose head the engine carries into the run's journal. */
public interface CommandAudit {
    /**
     * How far an audit has come.
     *
     * @param lines how many it has, from its first
     * @param head the hash of the last one, 64 hexadecimal digits, to which all before it have contributed
     */
    record Seal(long lines, String head) {}

    /** Makes everything durable that was written so far, and tells where it ends; empty where nothing is sent, as in simulated runs. */
    Optional<Seal> seal();

    /** Of a run that sends nothing. */
    static CommandAudit none() {
        return Optional::empty;
    }
}
