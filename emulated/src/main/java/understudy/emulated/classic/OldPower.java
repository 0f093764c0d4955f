package understudy.emulated.classic;

import understudy.emulated.world.RestsOn;

/** Nodes that go down and come up. */
public final class OldPower {
    private final OldWorld world;

    public OldPower(OldWorld world) {
        this.world = world;
    }

    /** The node restarts: it is gone at once, and back after a while with another boot time. */
    public void restart(OldNode node) {
        off(node);
        world.clock().after(world.timing().restart(), () -> on(node));
    }

    /** The power is cut: nothing on it ends in good order. */
    public void off(OldNode node) {
        synchronized (world) {
            if (!node.powered) {
                return;
            }
            node.powered = false;
            new Moving(world).leave(node);
        }
        world.tellPower(node, false);
        node.killAll(world.clock());
        world.clock().after(world.timing().detect(), () -> new Moving(world).failOver(node));
    }

    /** The node starts: services that start by themselves run; what was left for the restart is done. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "A restart empties PendingFileRenameOperations.")
    public void on(OldNode node) {
        synchronized (world) {
            if (node.dead) {
                return;
            }
            node.powered = true;
            node.boot = world.clock().now();
            node.registry().remove(OldNode.SESSION_MANAGER, OldNode.PENDING);
            node.services().forEach(service -> service.run(service.startMode().equals("Auto")));
        }
        world.tellPower(node, true);
        new Moving(world).failOver(node);
    }
}
