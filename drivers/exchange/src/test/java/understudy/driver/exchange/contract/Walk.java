package understudy.driver.exchange.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws operations: now and then a whole stretch of a procedure, so that one comes to states that single ones hardly reach. */
final class Walk {
    private final Shape shape;
    private final Random random;

    Walk(Shape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
    }

    /** What comes next: one operation, or some that belong together. */
    List<Operation> next() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> patched(node());
            case 2 -> shape.kind().isAlone() ? patched(node()) : takenOver(server(), node());
            case 3 -> List.of(event());
            default -> List.of(order());
        };
    }

    private List<Operation> patched(String node) {
        if (shape.kind().isInPlace()) {
            return patchedInPlace(node);
        }
        if (shape.isOld()) {
            return patchedOutside(node);
        }
        List<Operation> steps = new ArrayList<>(List.of(
                Operation.of("drain", node),
                Operation.of("hold", "SysmonLog", node),
                Operation.of("hold", "MOM", node),
                Operation.of("refresh", "RemoteRegistry", node)));
        if (shape.kind() == Kind.REPLICATED) {
            steps.add(Operation.of("run", "SharedAccess", node));
        }
        steps.addAll(List.of(Operation.of("install", node), Operation.of("restart", node)));
        if (random.nextInt(5) > 0) {
            steps.addAll(List.of(
                    Operation.of("give-back", "MOM", node),
                    Operation.of("give-back", "SysmonLog", node),
                    Operation.of("release", node)));
        }
        return steps;
    }

    private List<Operation> patchedInPlace(String node) {
        var other = shape.isOld() ? "SNMP" : "MOM";
        List<Operation> steps =
                new ArrayList<>(List.of(Operation.of("hold", "SysmonLog", node), Operation.of("hold", other, node)));
        if (!shape.isOld()) {
            steps.add(Operation.of("run", "SharedAccess", node));
            steps.add(Operation.of("refresh", "RemoteRegistry", node));
        }
        steps.addAll(List.of(
                Operation.of("install", node),
                Operation.of("restart-if-asked", node),
                Operation.of("give-back", other, node),
                Operation.of("give-back", "SysmonLog", node)));
        return steps;
    }

    /** Taken out of the cluster, and mostly let in again. */
    private List<Operation> patchedOutside(String node) {
        List<Operation> steps = new ArrayList<>(List.of(
                Operation.of("leave", node),
                Operation.of("hold", "SysmonLog", node),
                Operation.of("hold", "SNMP", node),
                Operation.of("install", node),
                Operation.of("restart-if-asked", node),
                Operation.of("give-back", "SNMP", node),
                Operation.of("give-back", "SysmonLog", node)));
        if (random.nextInt(5) > 0) {
            steps.add(Operation.of("rejoin", node));
        }
        return steps;
    }

    private List<Operation> takenOver(String server, String node) {
        if (shape.kind() == Kind.EXCHANGE_2003) {
            return List.of(
                    Operation.of("stop-services", server),
                    Operation.of("move", server, node),
                    Operation.of("somebody-upgrades", server),
                    Operation.of("start", server));
        }
        return shape.upgradesServers()
                ? List.of(
                        Operation.of("stop", server),
                        Operation.of("move", server, node),
                        Operation.of("upgrade", server, node))
                : List.of(Operation.of("move", server, node));
    }

    private Operation event() {
        return switch (random.nextInt(5)) {
            case 0 -> Operation.of("lose-power", node());
            case 1 ->
                shape.kind().isAlone() ? Operation.of("power-back", node()) : Operation.of("resource-fails", server());
            default -> Operation.of("power-back", node());
        };
    }

    private Operation order() {
        return shape.kind().isInPlace() ? orderInPlace() : orderInACluster();
    }

    /** Nothing leaves such a node, and without a cluster nothing is stopped or moved by an order of its own. */
    private Operation orderInPlace() {
        return switch (random.nextInt(shape.kind().isAlone() ? 6 : 12)) {
            case 0 -> Operation.of("install", node());
            case 1 -> Operation.of("restart", node());
            case 2 -> Operation.of("restart-if-asked", node());
            case 3 -> Operation.of("verify", node());
            case 4 -> Operation.of("hold", service(), node());
            case 5 -> Operation.of("give-back", service(), node());
            case 6 -> Operation.of("stop", server());
            case 7, 8 -> Operation.of("start", server());
            case 9 -> Operation.of("move", server(), node());
            case 10 -> Operation.of("withdraw", server(), node());
            default -> Operation.of("grant", server(), node());
        };
    }

    private Operation orderInACluster() {
        return switch (random.nextInt(16)) {
            case 0 -> Operation.of("install", node());
            case 1 -> Operation.of("restart", node());
            case 2 -> Operation.of("restart-if-asked", node());
            case 3 -> Operation.of(shape.isOld() ? "leave" : "drain", node());
            case 4, 5 -> Operation.of(shape.isOld() ? "rejoin" : "release", node());
            case 6 -> Operation.of("stop", server());
            case 7, 8 -> Operation.of("start", server());
            case 9, 10 -> Operation.of("move", server(), node());
            case 11 ->
                switch (shape.kind()) {
                    case EXCHANGE_2003 -> Operation.of("somebody-upgrades", server());
                    case SINGLE_COPY, REPLICATED -> Operation.of("upgrade", server(), node());
                    default -> Operation.of("move", server(), node());
                };
            case 12 -> Operation.of("withdraw", server(), node());
            case 13 -> Operation.of("grant", server(), node());
            case 14 -> Operation.of("hold", service(), node());
            default -> Operation.of("give-back", service(), node());
        };
    }

    private String service() {
        return shape.isOld() ? "SNMP" : "SysmonLog";
    }

    private String node() {
        return shape.node(random.nextInt(shape.nodes()));
    }

    private String server() {
        return shape.server(random.nextInt(shape.servers()));
    }
}
