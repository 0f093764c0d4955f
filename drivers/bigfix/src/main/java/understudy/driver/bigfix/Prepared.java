package understudy.driver.bigfix;

import java.util.ArrayList;
import java.util.List;
import understudy.driver.bigfix.observe.Computer;
import understudy.driver.bigfix.observe.View;

/** What a node needs once before the cluster Fixlets work on it: each is missing where its own Fixlet is relevant. */
public final class Prepared {
    private Prepared() {}

    /** What is still to be taken on the node, in the order in which it must be. */
    public static List<Role> missing(BigFixSettings settings, View view, Computer computer) {
        List<Role> needed = new ArrayList<>(List.of(Role.CLUSTER_CONTROL));
        if (settings.isExchange()) {
            needed.add(Role.DOT_NET);
            needed.add(Role.MAILBOX_MOVER);
        }
        needed.removeIf(role -> {
            var ref = settings.fixlets().of(role);
            return !view.isRelevant(ref.siteName().name(), ref.id(), computer.id());
        });
        return List.copyOf(needed);
    }
}
