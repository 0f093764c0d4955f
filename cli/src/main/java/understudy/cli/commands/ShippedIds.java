package understudy.cli.commands;

import java.util.Iterator;
import understudy.procedures.Shipped;

/** The ids of the shipped procedures, for a shell to complete. */
final class ShippedIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Shipped.ids().iterator();
    }
}
