package understudy.driver.pacemaker.survey;

import java.util.List;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;

/**
 * What the configuration shows of one group, and what may be concluded from it.
 *
 * @param parts the types of its agents, in their order
 * @param weight 0 where no client hangs on it, else 1
 * @param reason why that weight; a sentence for the owner, who knows better
 * @param addresses by which clients reach it
 * @param probes how they reach it, as far as its services are known; nobody has asked yet
 * @param ready commands that should succeed on a node that could start it
 * @param warm paths that it reads when it starts, whether or not they are there
 * @param serving the nodes that serve it now
 */
public record GroupGuess(
        GroupId id,
        List<String> parts,
        int weight,
        String reason,
        List<String> addresses,
        List<ProbeGuess> probes,
        List<List<String>> ready,
        List<String> warm,
        List<NodeId> serving) {
    /** One way to ask a service: {@code tcp}, {@code http}, {@code imap} or {@code smtp}, at an address and port. */
    public record ProbeGuess(String kind, String address, int port) {}

    public GroupGuess {
        parts = List.copyOf(parts);
        addresses = List.copyOf(addresses);
        probes = List.copyOf(probes);
        ready = ready.stream().map(List::copyOf).toList();
        warm = List.copyOf(warm);
        serving = List.copyOf(serving);
    }
}
