package understudy.driver.pacemaker;

import java.util.List;

/**
 * What the inventory says of one group.
 *
 * @param weight what an outage of it costs
 * @param least for a clone, the least number of nodes that must serve it
 * @param ready commands that succeed on a node that could start the group, such as {@code doveconf -n}
 * @param warm files and folders that the group will read when it starts; they are read beforehand
 */
public record GroupSettings(int weight, int least, List<List<String>> ready, List<String> warm) {
    public GroupSettings {
        if (weight < 0 || least < 1) {
            throw new IllegalArgumentException(
                    "A group's weight is at least 0 and its least number of nodes at least 1, not " + weight + " and "
                            + least + ".");
        }
        ready = ready.stream().map(List::copyOf).toList();
        warm = List.copyOf(warm);
    }

    /** A group of which the inventory says nothing: weight 1, one node suffices, nothing to prove or to warm. */
    public static GroupSettings usual() {
        return weighing(1);
    }

    /** Only a weight. */
    public static GroupSettings weighing(int weight) {
        return new GroupSettings(weight, 1, List.of(), List.of());
    }
}
