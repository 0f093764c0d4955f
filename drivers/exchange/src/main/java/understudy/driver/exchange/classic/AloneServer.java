package understudy.driver.exchange.classic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupHealth;

/** A server without a cluster: its Exchange services are the group. */
final class AloneServer {
    static final List<String> SERVICES = List.of("MSExchangeSA", "MSExchangeIS");

    private final Host host;
    private final Nodes nodes;

    AloneServer(Host host, Nodes nodes) {
        this.host = host;
        this.nodes = nodes;
    }

    private String node() {
        return host.settings().nodes().getFirst().value();
    }

    GroupHealth health(Map<String, Nodes.Report> reports) {
        if (!reports.containsKey(node())) {
            return GroupHealth.UNKNOWN;
        }
        List<Optional<Integer>> states = SERVICES.stream()
                .map(service -> nodes.serviceState(node(), service))
                .toList();
        if (states.stream().anyMatch(Optional::isEmpty)) {
            return GroupHealth.UNKNOWN;
        }
        if (states.stream()
                .allMatch(state -> state.filter(number -> number == 4).isPresent())) {
            return GroupHealth.ONLINE;
        }
        boolean onTheWay = states.stream().flatMap(Optional::stream).anyMatch(state -> state != 4 && state != 1);
        return onTheWay ? GroupHealth.CHANGING : GroupHealth.FAILED;
    }

    /** Small Business Server says so in its product options. Not confirmed by a source that was read. */
    String kind() {
        return nodes.registry(node(), "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions")
                .map(values -> values.getOrDefault("ProductSuite", ""))
                .filter(suite -> suite.contains("Small Business"))
                .map(_ -> "small-business")
                .orElse("stand-alone");
    }
}
