package understudy.emulated.world;

/** Nodes that go down and come up, and what the others do about it. */
public final class Power {
    private static final int LOGS_OF_A_RESTART = 12;

    private final World world;
    private final Placing placing;

    public Power(World world) {
        this.world = world;
        this.placing = new Placing(world);
    }

    /** The node restarts: it is gone at once, and back after a while with another boot time. */
    public void restart(WindowsNode node) {
        off(node);
        world.clock().after(world.timing().restart(), () -> on(node));
    }

    /** The power is cut: nothing on it ends in good order. */
    public void off(WindowsNode node) {
        synchronized (world) {
            if (!node.powered) {
                return;
            }
            node.powered = false;
            world.groups().stream()
                    .filter(group -> group.owner.equals(node.name()) && group.wanted)
                    .forEach(group -> group.state = Group.State.PENDING);
        }
        copies(false);
        world.tellPower(node, false);
        node.killAll(world.clock());
        world.clock().after(world.timing().detect(), () -> placing.failOver(node));
    }

    /** A copy is served while both nodes are there, and has logs to catch up with when one is back. */
    private void copies(boolean back) {
        for (MailboxServer server : world.mailboxServers()) {
            server.copies().ifPresent(copies -> {
                copies.servedByPassiveNode(world.nodes().stream().allMatch(world::isPowered));
                if (back) {
                    copies.fallBehind(LOGS_OF_A_RESTART);
                }
            });
        }
    }

    /** The node starts: services that start by themselves run, what setup had left for the restart is done. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "A restart empties PendingFileRenameOperations.")
    public void on(WindowsNode node) {
        synchronized (world) {
            node.powered = true;
            node.boot = world.clock().now();
            node.registry().remove(WindowsNode.PENDING_KEY, WindowsNode.PENDING);
            node.services().forEach(Service::boot);
        }
        copies(true);
        world.tellPower(node, true);
        placing.failOver(node);
    }
}
