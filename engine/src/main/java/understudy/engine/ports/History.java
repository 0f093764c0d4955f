package understudy.engine.ports;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Operation;

/**
 * What a cluster's own history tells of one group and one span of time.
 *
 * @param operations those that touch the span, in the order in which they began
 * @param gap a sentence where some node could not be read, so that operations may be missing
 */
public record History(List<Operation> operations, Optional<String> gap) {
    public History {
        operations = List.copyOf(operations);
    }

    /** Of a cluster that keeps no history of single operations. */
    public static History none() {
        return new History(List.of(), Optional.empty());
    }
}
