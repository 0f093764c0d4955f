package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import understudy.documents.Document;
import understudy.documents.Fields;

/** The clusters that a person has listed for us; its schema is {@code docs/schema/inventory.schema.json}. */
public record Inventory(Path file, SequencedMap<String, ClusterEntry> clusters, SequencedMap<String, SiteEntry> sites) {
    /**
     * Reads the file.
     *
     * @throws understudy.documents.BrokenDocument with every problem as {@code file:line:column: sentence}
     */
    public static Inventory read(Path file) {
        return Document.read(file, fields -> inventory(file, fields));
    }

    private static Inventory inventory(Path file, Fields fields) {
        SequencedMap<String, ClusterEntry> clusters = fields.named("clusters", ClusterReader::read);
        SequencedMap<String, SiteEntry> sites = fields.has("sites")
                ? fields.named("sites", (name, site) -> SiteReader.read(file, clusters, name, site))
                : new LinkedHashMap<>();
        fields.end();
        return new Inventory(file, clusters, sites);
    }

    /**
     * The cluster of that name.
     *
     * @throws UnknownCluster naming the clusters that there are
     */
    public ClusterEntry cluster(String name) {
        ClusterEntry entry = clusters.get(name);
        if (entry == null) {
            throw new UnknownCluster(file + ": no cluster is called \"" + name + "\": it lists "
                    + String.join(", ", new TreeMap<>(clusters).keySet()) + ".");
        }
        return entry;
    }

    /**
     * The site of that name.
     *
     * @throws UnknownCluster naming the sites that there are
     */
    public SiteEntry site(String name) {
        SiteEntry site = sites.get(name);
        if (site == null) {
            throw new UnknownCluster(file + ": no site is called \"" + name + "\": it lists "
                    + (sites.isEmpty() ? "none" : String.join(", ", new TreeMap<>(sites).keySet())) + ".");
        }
        return site;
    }

    /** A name on the command line that the inventory does not have. */
    public static final class UnknownCluster extends RuntimeException {
        UnknownCluster(String sentence) {
            super(sentence);
        }
    }
}
