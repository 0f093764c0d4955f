package understudy.emulated.world;

/** Nodes that go down and come up, and what the others do about it. */
public final class Power {
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
        world.tellPower(node, false);
        node.killAll(world.clock());
        world.clock().after(world.timing().detect(), () -> placing.failOver(node));
    }

    /** The node starts: services that start by themselves run, what setup had left for the restart is done. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "A restart empties PendingFileRenameOperations.")
    public void on(WindowsNode node) {
        synchronized (world) {
            node.powered = true;
            node.boot = world.clock().now();
            node.registry().remove(WindowsNode.PENDING_KEY, WindowsNode.PENDING);
            node.services().forEach(service -> service.run(service.startMode().equals("Auto")));
        }
        world.tellPower(node, true);
        placing.failOver(node);
    }
}
