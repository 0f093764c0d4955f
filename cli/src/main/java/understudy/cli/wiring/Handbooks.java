package understudy.cli.wiring;

import java.util.Map;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.Inventory;
import understudy.documents.BrokenDocument;
import understudy.driver.pacemaker.act.ManualSteps;
import understudy.engine.ports.Handbook;

/** Finds how a person does without us what a run on a cluster would do; asks no cluster, and needs its inventory only for details. */
public final class Handbooks {
    private Handbooks() {}

    /**
     * A handbook, and what is missing in it.
     *
     * @param missing a sentence, empty where nothing is
     */
    public record Found(Handbook handbook, String missing) {}

    /** The handbook of the cluster that these words name; where the inventory is gone or wrong, all that is known without it. */
    public static Found of(Assignment.Words words) {
        try {
            ClusterEntry cluster = Inventory.read(words.inventory()).cluster(words.cluster());
            try (Member member = Platforms.open(cluster)) {
                return new Found(member.driver().handbook(), "");
            }
        } catch (BrokenDocument | Inventory.UnknownCluster gone) {
            return new Found(
                    new ManualSteps(Map.of()),
                    "The inventory " + words.inventory()
                            + " cannot be read any more, so that the commands are those of a"
                            + " Pacemaker cluster, without what the inventory says of its groups: "
                            + gone.getMessage());
        }
    }
}
