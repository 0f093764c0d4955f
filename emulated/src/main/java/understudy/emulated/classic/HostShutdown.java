package understudy.emulated.classic;

import java.util.List;

/** {@code shutdown -m \\NODE}, for a restart. */
final class HostShutdown implements HostProgram {
    private final OldWorld world;

    HostShutdown(OldWorld world) {
        this.world = world;
    }

    @Override
    public Said run(List<String> arguments) {
        boolean known = arguments.size() == 6
                && arguments.subList(0, 3).equals(List.of("-r", "-f", "-m"))
                && arguments.subList(4, 6).equals(List.of("-t", "0"));
        if (!known) {
            return Said.of(1, "Usage: shutdown [-i | -l | -s | -r | -a] [-f] [-m \\\\computername] [-t xx]");
        }
        var node = ManagementHost.reached(world, arguments.get(3));
        if (node.isEmpty()) {
            return Said.of(53, "The network path was not found.");
        }
        world.note("shutdown -r -m \\\\" + node.get().name());
        // It answers before the node goes down.
        world.clock().start("shutdown-" + node.get().name(), () -> new OldPower(world).restart(node.get()));
        return Said.of(0);
    }
}
